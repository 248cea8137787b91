package nl.samenkomst.survey;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.registration.By;
import nl.samenkomst.spi.Attendance;
import nl.samenkomst.spi.EventFormat.SurveyMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is asked after a gathering, and when. */
class AskingTest {

    private static final Duration DAY = Duration.ofDays(1);

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private Evening evening;

    @BeforeEach
    void open() {
        evening = new Evening(database);
    }

    @AfterEach
    void close() {
        evening.close();
    }

    @Test
    void asSoonAsItIsOverEverybodyWhoHadASeatIsAskedByMailAndInTheRoom() {
        var event = evening.held("Ada", "Grace");
        evening.at(Evening.END.minusSeconds(1));
        assertThat(evening.letters(event)).isEmpty();

        evening.over();

        var survey = evening.survey(event);
        assertThat(survey.open(evening.hall.clock().instant())).isTrue();
        assertThat(survey.closesAt()).contains(Evening.END.plus(DAY.multipliedBy(14)));
        assertThat(survey.code().orElseThrow()).matches("[1-9][0-9]{3}");
        assertThat(survey.questions())
                .extracting(Asked::id)
                .containsExactly("rating", "time", "met", "tomorrow", "recommend");
        assertThat(evening.letters(event))
                .containsExactly("invitation ada@mail.example", "invitation grace@mail.example");
    }

    @Test
    void whoWasNotedAsPresentIsAskedAndNobodyElse() {
        var event = evening.held("Ada", "Grace", "Joan", "Mary");
        note(event, "Ada", "present");
        note(event, "Grace", "absent");
        note(event, "Joan", "excused");
        evening.hall.register(event, "Rosa");
        evening.sql("update registration set status = 'waitlisted' where event_id = $1 and name = 'Rosa'", event.id());
        note(event, "Rosa", "present");

        evening.over();

        assertThat(evening.letters(event))
                .containsExactly("invitation ada@mail.example", "invitation rosa@mail.example");
    }

    @Test
    void aListAtTheDoorSaysNothingOfWhoJoinedOnline() {
        var event = evening.held("Ada", "Grace");
        evening.hall.register(event, "Joan", Attendance.ONLINE);
        note(event, "Ada", "present");

        evening.over();

        assertThat(evening.letters(event))
                .containsExactly("invitation ada@mail.example", "invitation joan@mail.example");
    }

    @Test
    void whenPresenceIsFilledInLaterWhoCameIsAskedAndWhoDidNotIsAskedNoMore() {
        var event = evening.asked("Ada", "Grace", "Joan");
        assertThat(evening.send(evening.link(event, "Joan"), Map.of("rating", "3"))
                        .statusCode())
                .isEqualTo(200);
        note(event, "Ada", "absent");
        note(event, "Joan", "absent");
        evening.at(Evening.END.plusSeconds(60));
        assertThat(tickets(event)).containsExactly("Joan answered");

        note(event, "Ada", "present");
        evening.at(Evening.END.plus(DAY));

        assertThat(tickets(event)).containsExactly("Ada", "Joan answered");
        assertThat(evening.letters(event))
                .as("nobody is invited twice")
                .containsExactly(
                        "invitation ada@mail.example", "invitation grace@mail.example", "invitation joan@mail.example");
    }

    @Test
    void whoComesOntoTheListLateIsInvitedAfterAllButNotAtNight() {
        var event = evening.held("Ada", "Grace");
        note(event, "Ada", "present");
        evening.over();

        note(event, "Grace", "present");
        evening.at(Evening.END.plus(Duration.ofHours(4)));
        assertThat(evening.letters(event)).containsExactly("invitation ada@mail.example");
        evening.at(Evening.END.plus(Duration.ofHours(13)));

        assertThat(evening.letters(event))
                .containsExactly("invitation ada@mail.example", "invitation grace@mail.example");
    }

    @Test
    void whoCancelledErasedOrWantsNoLettersHearsNothing() {
        var event = evening.held("Ada", "Grace", "Joan");
        await(evening.hall.registrations().cancel(evening.person(event, "Ada"), By.SELF));
        await(evening.hall.registrations().erase(evening.person(event, "Grace")));
        evening.sql(
                "insert into invitee (id, organisation_id, event_id, email, email_key, unsubscribed_at) "
                        + "values (gen_random_uuid(), $1, $2, 'joan@mail.example', 'joan@mail.example', now())",
                event.organisation(),
                event.id());

        evening.over();

        assertThat(evening.letters(event)).isEmpty();
    }

    @Test
    void aDraftACancelledOneAndOneOfLongAgoAreLeftAlone() {
        var draft = SampleEvent.somewhere(database.pool()).draft().in(database.pool());
        var cancelled = SampleEvent.somewhere(database.pool()).cancelled().in(database.pool());
        var event = evening.held("Ada");

        evening.at(Evening.END.plus(DAY.multipliedBy(14)));

        assertThat(surveys(draft) + surveys(cancelled) + surveys(event)).isZero();
    }

    @Test
    void severalNodesAskOnce() {
        var event = evening.held("Ada", "Grace");
        evening.hall.moveTo(Evening.END.plusSeconds(10));
        var other = new Evening(database);
        other.hall.moveTo(Evening.END.plusSeconds(10));

        await(Future.all(evening.job.run(), other.job.run(), evening.job.run(), other.job.run()));

        assertThat(surveys(event)).isOne();
        assertThat(evening.letters(event)).hasSize(2);
        other.close();
    }

    @Test
    void whoDidNotAnswerIsRemindedOnceAtNineOnTheThirdDay() {
        var event = evening.asked("Ada", "Grace");
        evening.send(evening.link(event, "Grace"), Map.of("rating", "5"));

        evening.at(Instant.parse("2026-12-13T07:59:00Z"));
        assertThat(evening.letters(event)).hasSize(2);
        evening.at(Instant.parse("2026-12-13T08:00:00Z"));
        evening.at(Instant.parse("2026-12-14T08:00:00Z"));

        assertThat(evening.letters(event).subList(2, 3)).containsExactly("reminder ada@mail.example");
        assertThat(evening.letters(event)).hasSize(3);
    }

    @Test
    void theMailComesTheSameEveningOrTheNextMorning() {
        var amsterdam = ZoneId.of("Europe/Amsterdam");
        var nine = Instant.parse("2026-12-10T20:00:00Z");
        var late = Instant.parse("2026-12-10T20:31:00Z");
        var morning = Instant.parse("2026-12-11T07:30:00Z");

        assertThat(new AskingTimes(nine, amsterdam, SurveyMail.SAME_EVENING).asked())
                .isEqualTo(nine);
        assertThat(new AskingTimes(late, amsterdam, SurveyMail.SAME_EVENING).asked())
                .isEqualTo(morning);
        assertThat(new AskingTimes(nine, amsterdam, SurveyMail.NEXT_MORNING).asked())
                .isEqualTo(morning);
        assertThat(new AskingTimes(nine, amsterdam, SurveyMail.NEXT_MORNING).asks(morning.minusSeconds(1)))
                .isFalse();
        assertThat(new AskingTimes(nine, amsterdam, SurveyMail.NEXT_MORNING).asks(morning))
                .isTrue();
    }

    @Test
    void atItsEndTheCodeIsGivenBackAndWhatCameInLastIsShown() {
        var event = evening.asked("Ada", "Grace", "Joan", "Mary", "Rosa", "Anna");
        for (var name : new String[] {"Ada", "Grace", "Joan", "Mary", "Rosa", "Anna"}) {
            evening.send(evening.link(event, name), Map.of("rating", "4"));
        }
        assertThat(evening.survey(event).shown()).isEqualTo(5);

        evening.at(Evening.END.plus(DAY.multipliedBy(14)));

        var closed = evening.survey(event);
        assertThat(closed.code()).isEmpty();
        assertThat(closed.shown()).isEqualTo(6);
        assertThat(evening.answers(event)).hasSize(6).containsOnly("rating 4 shown");
    }

    @Test
    void aPersonTakesAlongThatTheyWereAskedAndErasesIt() {
        var event = evening.asked("Ada", "Grace");
        evening.send(evening.link(event, "Grace"), Map.of("rating", "4"));
        var ada = evening.person(event, "Ada");
        var grace = evening.person(event, "Grace");
        var data = new SurveyData(new Outbox("samenkomst.example"));

        assertThat(await(data.export(database.pool(), grace.id())).encode())
                .isEqualTo("{\"asked\":true,\"answered\":true}");
        await(evening.hall.registrations().erase(ada));
        await(evening.hall.registrations().erase(grace));

        assertThat(evening.letters(event)).isEmpty();
        assertThat(await(data.export(database.pool(), ada.id())).isEmpty()).isTrue();
        assertThat(evening.survey(event).received()).isOne();
        assertThat(evening.answers(event)).containsExactly("rating 4");
    }

    private void note(Event event, String name, String presence) {
        evening.sql(
                "update registration set presence = $2 where event_id = $1 and name = $3", event.id(), presence, name);
    }

    private List<String> tickets(Event event) {
        return evening.rows("""
                select r.name || case when t.answered then ' answered' else '' end
                  from ticket t join registration r on r.id = t.registration_id where r.event_id = $1 order by 1
                """, event.id());
    }

    private int surveys(Event event) {
        return Integer.parseInt(evening.rows("select count(*) from survey where event_id = $1", event.id())
                .get(0));
    }
}
