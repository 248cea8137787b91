package nl.samenkomst.series;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.network.Series;
import nl.samenkomst.registration.By;
import nl.samenkomst.registration.RegistrationStore;
import nl.samenkomst.spi.Attendance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MembersTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private Round round;
    private Series series;

    @BeforeEach
    void open() {
        database.empty();
        round = new Round(database);
        series = round.series();
    }

    @Test
    void aKnownAddressChangesNothingAndItsHolderIsWrittenTo() {
        var ada = round.join(series, "Ada");

        var again = round.join(series, "ADA", Attendance.ONLINE, IfFull.ONLINE);

        assertThat(again).isEqualTo(ada);
        assertThat(round.letters(ada)).containsExactly(Members.WELCOME, Members.KNOWN);
    }

    @Test
    void theSameFormSentAgainTellsNobodyTwice() {
        var wish = Round.member(series, "Ada", Attendance.ON_SITE, IfFull.WAIT);
        var first =
                await(database.pool().withTransaction(tx -> round.members.join(tx, wish, true, Optional.of("form:1"))));
        await(database.pool().withTransaction(tx -> round.members.join(tx, wish, true, Optional.of("form:1"))));

        assertThat(round.letters(first)).containsExactly(Members.WELCOME);
    }

    @Test
    void whoHadStoppedComesBackAtTheEnd() {
        var ada = round.join(series, "Ada");
        round.join(series, "Grace");
        await(round.members.stop(ada, false, By.SELF));

        var back = round.join(series, "Ada", Attendance.ONLINE, IfFull.WAIT);

        assertThat(back.id()).isEqualTo(ada.id());
        assertThat(back.endedAt()).isEmpty();
        assertThat(await(new MemberStore(database.pool()).living(series.id())))
                .extracting(member -> member.name().orElseThrow())
                .containsExactly("Grace", "Ada");
    }

    @Test
    void whoStopsMayLeaveTheDatesTheyWereRegisteredFor() {
        var ada = round.join(series, "Ada");
        var date = round.dates(series, LocalDate.of(2026, 12, 17)).get(0);
        round.runs();

        await(round.members.stop(ada, true, By.SELF));
        round.runs();

        assertThat(round.registered(date)).containsExactly("Ada cancelled on_site");
    }

    @Test
    void aDateCanBeLeftOutBeforeItsTurnAndTakenBack() {
        var ada = round.join(series, "Ada");
        var date = round.dates(series, LocalDate.of(2026, 12, 17)).get(0);

        await(round.members.skip(ada, date));
        round.runs();
        assertThat(round.registered(date)).isEmpty();

        await(round.members.come(ada, date));
        round.runs();
        assertThat(round.registered(date)).containsExactly("Ada confirmed on_site");
    }

    @Test
    void aDateThatWasLeftCanBeTakenBack() {
        var ada = round.join(series, "Ada");
        var date = round.dates(series, LocalDate.of(2026, 12, 17)).get(0);
        round.runs();

        await(round.members.skip(ada, date));
        assertThat(round.registered(date)).containsExactly("Ada cancelled on_site");
        await(round.members.come(ada, date));

        assertThat(round.registered(date)).containsExactly("Ada confirmed on_site");
    }

    @Test
    void whoIsErasedIsForgottenWithEveryDate() {
        var ada = round.join(series, "Ada");
        var dates = round.dates(series, LocalDate.of(2026, 12, 17), LocalDate.of(2027, 1, 7));
        round.runs();

        await(round.members.erase(ada));
        round.runs();

        var gone = await(new MemberStore(database.pool()).find(ada.id())).orElseThrow();
        assertThat(gone.erased()).isTrue();
        assertThat(gone.name()).isEmpty();
        assertThat(gone.endedAt()).isPresent();
        assertThat(round.registered(dates.get(0))).containsExactly("- cancelled on_site");
        assertThat(round.registered(dates.get(1))).containsExactly("- cancelled on_site");
        assertThat(round.letters(ada)).isEmpty();
    }

    @Test
    void whoErasesOneRegistrationIsNoMemberAnyMore() {
        var ada = round.join(series, "Ada");
        var dates = round.dates(series, LocalDate.of(2026, 12, 17), LocalDate.of(2027, 1, 14));
        round.runs();
        var standing = await(new DateStore(database.pool()).standing(ada.id()))
                .get(dates.get(0).id());
        var one = await(new RegistrationStore(database.pool()).find(standing.registration()))
                .orElseThrow();
        var data = new MemberData(new nl.samenkomst.kit.mail.Outbox("x"), round.hallway.clock());
        assertThat(await(data.export(database.pool(), one.id())).getString("email"))
                .isEqualTo("ada@mail.example");

        await(round.hallway.registrations().erase(one));

        assertThat(await(new MemberStore(database.pool()).find(ada.id()))
                        .orElseThrow()
                        .erased())
                .isTrue();
    }
}
