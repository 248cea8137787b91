package nl.samenkomst.series;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.event.Event;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.network.Series;
import nl.samenkomst.registration.By;
import nl.samenkomst.registration.Outcome;
import nl.samenkomst.spi.Attendance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IntakeTest {

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
    void membersAreRegisteredInTheirOrderForTheNextTwoDates() {
        round.join(series, "Ada");
        round.join(series, "Grace");
        round.join(series, "Edsger");
        var dates =
                round.dates(series, LocalDate.of(2026, 12, 17), LocalDate.of(2027, 1, 7), LocalDate.of(2027, 1, 14));

        round.runs();

        assertThat(round.registered(dates.get(0)))
                .containsExactly("Ada confirmed on_site", "Grace confirmed on_site", "Edsger waitlisted on_site");
        assertThat(round.registered(dates.get(1))).hasSize(3);
        assertThat(round.registered(dates.get(2))).isEmpty();
    }

    @Test
    void nobodyIsRegisteredMoreThanEightWeeksAhead() {
        round.join(series, "Ada");
        var date = round.dates(series, LocalDate.of(2027, 2, 4)).get(0);

        round.runs();
        assertThat(round.registered(date)).isEmpty();

        round.hallway.moveTo(Instant.parse("2026-12-10T18:00:00Z"));
        round.runs();
        assertThat(round.registered(date)).containsExactly("Ada confirmed on_site");
    }

    @Test
    void twoNodesAtOnceRegisterEachOnce() {
        round.join(series, "Ada");
        round.join(series, "Grace");
        var date = round.dates(series, LocalDate.of(2026, 12, 17)).get(0);
        var other = new Round(database, database.pool(), Optional.of(round.network));

        await(Future.all(List.of(round.intake.run(), other.intake.run(), round.intake.run(), other.intake.run())));

        assertThat(round.registered(date)).hasSize(2);
        assertThat(round.runs()).isZero();
    }

    @Test
    void whoDeclinesOneDateIsNotRegisteredForItAgain() {
        round.join(series, "Ada");
        var dates = round.dates(series, LocalDate.of(2026, 12, 17), LocalDate.of(2027, 1, 7));
        round.runs();
        var one = await(new nl.samenkomst.registration.RegistrationStore(database.pool())
                        .confirmed(dates.get(0).id(), List.of(Attendance.ON_SITE)))
                .get(0);

        await(round.hallway.registrations().cancel(one, By.REPLY));
        round.runs();

        assertThat(round.registered(dates.get(0))).containsExactly("Ada cancelled on_site");
        assertThat(round.registered(dates.get(1))).containsExactly("Ada confirmed on_site");
    }

    @Test
    void aDateIsKeptForMembersUntilAWeekAfterTheyWereRegistered() {
        round.join(series, "Ada");
        var date = round.dates(series, LocalDate.of(2027, 1, 7)).get(0);
        assertThat(round.now(date).membersOnly(Round.NOW)).isTrue();

        round.runs();

        assertThat(opens(date)).contains(Round.NOW.plus(Duration.ofDays(7)));
        assertThat(round.hallway.arrive(round.hallway.arrival(date, "Zed", Attendance.ONLINE)))
                .isEqualTo(new Outcome.Refused(Outcome.Why.CLOSED));
        round.hallway.pass(Duration.ofDays(7));
        assertThat(round.hallway.arrive(round.hallway.arrival(date, "Zed", Attendance.ONLINE)))
                .isInstanceOf(Outcome.Registered.class);
    }

    @Test
    void theLastWeekBeforeADateIsForEverybody() {
        round.join(series, "Ada");
        var date = round.dates(series, LocalDate.of(2026, 12, 10)).get(0);

        round.runs();

        assertThat(opens(date)).contains(date.start().minus(Duration.ofDays(7)));
    }

    @Test
    void whatHasNoMembersIsForEverybodyAtOnce() {
        var date = round.dates(series, LocalDate.of(2027, 1, 7)).get(0);
        round.runs();

        assertThat(opens(date)).isEmpty();
        assertThat(round.hallway.register(date, "Zed").confirmed()).isTrue();
    }

    @Test
    void aDateFarAheadIsKeptUntilItsTurnAndAWeek() {
        round.join(series, "Ada");
        var date = round.dates(series, LocalDate.of(2027, 6, 3)).get(0);

        assertThat(opens(date)).contains(date.start().minus(Duration.ofDays(49)));
    }

    @Test
    void whereTheRoomIsFullSomeComeOnlineMeanwhileAndKeepTheirPlaceInLine() {
        round.join(series, "Ada");
        round.join(series, "Grace");
        round.join(series, "Edsger", Attendance.ON_SITE, IfFull.ONLINE);
        var date = round.dates(series, LocalDate.of(2026, 12, 17)).get(0);

        round.runs();

        assertThat(round.registered(date)).contains("Edsger confirmed online");
    }

    @Test
    void whoWasRegisteredAlreadyIsThatMemberAndHearsNothingTwice() {
        var date = round.dates(series, LocalDate.of(2027, 1, 7)).get(0);
        round.runs();
        round.hallway.register(date, "Ada");
        var ada = round.join(series, "Ada");

        assertThat(round.runs()).isZero();
        assertThat(round.registered(date)).containsExactly("Ada confirmed on_site");
        assertThat(await(new DateStore(database.pool()).standing(ada.id()))).containsKey(date.id());
    }

    @Test
    void whoPausesIsNotRegisteredForDatesBeforeTheyComeBack() {
        var ada = round.join(series, "Ada");
        var dates = round.dates(series, LocalDate.of(2026, 12, 17), LocalDate.of(2027, 1, 7));

        await(round.members.pause(ada, Instant.parse("2027-01-01T00:00:00Z"), false, By.SELF));
        round.runs();

        assertThat(round.registered(dates.get(0))).isEmpty();
        assertThat(round.registered(dates.get(1))).containsExactly("Ada confirmed on_site");
    }

    @Test
    void draftsAndCalledOffDatesRegisterNobody() {
        round.join(series, "Ada");
        var draft = await(database.pool()
                        .withTransaction(
                                tx -> round.planning.make(tx, series, List.of(LocalDate.of(2026, 12, 17)), false)))
                .get(0);
        var off = round.dates(series, LocalDate.of(2026, 12, 18)).get(0);
        await(database.pool().withTransaction(tx -> round.events.callOff(tx, off.id(), "")));

        round.runs();

        assertThat(round.registered(draft)).isEmpty();
        assertThat(round.registered(off)).isEmpty();
    }

    private Optional<Instant> opens(Event event) {
        return round.now(event).series().flatMap(Event.OfSeries::opens);
    }
}
