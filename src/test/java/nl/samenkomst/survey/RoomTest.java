package nl.samenkomst.survey;

import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.kit.db.Awaiting.awaitFailure;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.Ids;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.db.Transactions;
import nl.samenkomst.spi.Attendance;
import nl.samenkomst.spi.Gathering;
import nl.samenkomst.survey.Ballot.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Answering in the room by the code on its screen. */
class RoomTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private Evening evening;

    @BeforeEach
    void open() {
        database.empty();
        evening = new Evening(database);
    }

    @AfterEach
    void close() {
        evening.close();
    }

    @Test
    void theCodeLeadsToTheQuestionsOfItsEventAndAWrongOneSaysWhatToDo() {
        var event = evening.asked("Ada");
        var code = evening.survey(event).code().orElseThrow();

        var right = evening.site.post("/f", Map.of("code", code.charAt(0) + " " + code.substring(1)));
        assertThat(right.statusCode()).isEqualTo(303);
        assertThat(right.headers().firstValue("Location")).contains(evening.room(event));
        assertThat(page(evening.room(event)).body())
                .contains("Hebt u al via de mail geantwoord? Dan bent u klaar.", "data-device", "Hoe deed u mee?")
                .contains("Wij bewaren alleen een afdruk daarvan");

        assertThat(page("/f").body())
                .contains("Vul de code van het scherm in", "inputmode=\"numeric\"", "al via de mail geantwoord?");
        for (var wrong : List.of("0000", "", "abc")) {
            var answer = evening.site.post("/f", Map.of("code", wrong), "Accept-Language", "nl");
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("<title>Fout: ", "href=\"#code\"", "vier cijfers");
        }
        var other = page("/events/" + event.slug() + "/feedback?code=0000");
        assertThat(other.statusCode()).isEqualTo(404);
        assertThat(other.body()).contains("Deze code klopt niet").doesNotContain(event.title(), "Wijktafel");
    }

    @Test
    void guessingCodesIsSlowedDownAndARightOneForgives() {
        var event = evening.asked("Ada");
        var code = evening.survey(event).code().orElseThrow();
        for (int i = 0; i < 100; i++) {
            assertThat(guess("0000")).isEqualTo(422);
        }
        assertThat(guess(code)).isEqualTo(303);
        for (int i = 0; i < 120; i++) {
            assertThat(guess("0000")).isEqualTo(422);
        }

        assertThat(guess("0000")).isEqualTo(429);
        var path = "/events/" + event.slug() + "/feedback";
        assertThat(evening.site.post(path, Map.of("code", "0000")).statusCode()).isEqualTo(429);
        for (int i = 0; i < 120; i++) {
            assertThat(page(path + "?code=0000").statusCode()).isEqualTo(404);
        }
        assertThat(page(path + "?code=0000").statusCode()).isEqualTo(429);
        assertThat(page(path + "?code=" + code).statusCode())
                .as("who sits in the same room")
                .isEqualTo(200);
    }

    @Test
    void aDeviceAnswersOnceAndTheFormStandsInForItWhereThereIsNoScript() {
        var event = evening.asked("Ada");
        assertThat(evening.phone(event, "one", Map.of("rating", "4", "!attendance", "on_site"))
                        .statusCode())
                .isEqualTo(200);

        assertThat(evening.phone(event, "one", Map.of("rating", "1")).statusCode())
                .isEqualTo(409);
        assertThat(evening.phone(event, "two", Map.of("rating", "3")).statusCode())
                .isEqualTo(200);
        var bare = page(evening.room(event));
        assertThat(evening.send(evening.room(event), bare, Map.of("rating", "2"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(evening.send(evening.room(event), bare, Map.of("rating", "2"))
                        .statusCode())
                .isEqualTo(409);

        assertThat(evening.answers(event)).containsExactly("rating 2", "rating 3", "rating 4");
        assertThat(evening.rows(
                        "select coalesce(attendance, '-') from answer where survey_id = $1 order by 1", id(event)))
                .containsExactly("-", "-", "on_site");
        assertThat(evening.survey(event).receivedByCode()).isEqualTo(3);
        assertThat(evening.offered.get(0)).isEqualTo(new Sent(event, Optional.empty(), List.of()));
    }

    @Test
    void everybodyInTheRoomIsThankedWithTheirOwnWordsAndNobodyElses() {
        var event = evening.asked("Ada");

        var first = evening.phone(event, "one", Map.of("tomorrow", "Vaker <b>bellen</b>."))
                .body();
        var second = evening.phone(event, "two", Map.of("tomorrow", "Samen & \"stil\""))
                .body();
        var lines = evening.phone(event, "three", Map.of("tomorrow", "Een regel.\nEn nog een."))
                .body();
        var none = evening.phone(event, "four", Map.of("rating", "4")).body();

        assertThat(first).contains("<h1>Dank u wel</h1>", "<li>Vaker &lt;b&gt;bellen&lt;/b&gt;.</li>");
        assertThat(second).contains("<li>Samen &amp; &quot;stil&quot;</li>").doesNotContain("bellen");
        assertThat(lines).contains("<li>Een regel.\nEn nog een.</li>");
        assertThat(none).contains("Dank u wel").doesNotContain("<li>Vaker", "<li>Samen");
        assertThat(first.substring(first.indexOf("<i>"))).isNotEqualTo(second.substring(second.indexOf("<i>")));
    }

    @Test
    void byCodeNoMoreAnswerThanOneAndAHalfTimesTheSeats() {
        var event = SampleEvent.somewhere(database.pool())
                .attendance(Gathering.ON_SITE)
                .seats(3)
                .in(database.pool());
        evening.hall.register(event, "Ada");
        evening.over();
        for (int i = 0; i < 4; i++) {
            assertThat(evening.phone(event, "phone" + i, Map.of("rating", "5")).statusCode())
                    .isEqualTo(200);
        }

        var fifth = evening.phone(event, "phone4", Map.of("rating", "5"));

        assertThat(fifth.statusCode()).isEqualTo(409);
        assertThat(fifth.body()).contains("Er zijn al heel veel antwoorden");
        assertThat(evening.send(evening.link(event, "Ada"), Map.of("rating", "1"))
                        .statusCode())
                .as("by a personal link one still can")
                .isEqualTo(200);
        assertThat(evening.survey(event).received()).isEqualTo(5);
    }

    @Test
    void aForgedFormAWrongCodeAndAClosedSurveyAreNotTaken() {
        var event = evening.asked("Ada");
        var room = evening.room(event);
        var path = "/events/" + event.slug() + "/feedback";
        var code = evening.survey(event).code().orElseThrow();
        var page = page(room);

        assertThat(evening.site
                        .post(path, Map.of("code", code, "token", "x", "answers[rating]", "4"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(evening.site
                        .post(path, Map.of("code", "0000", "token", Evening.token(page), "answers[rating]", "4"))
                        .statusCode())
                .isEqualTo(422);
        evening.hall.moveTo(Evening.END.plus(Duration.ofDays(14)));
        var late = evening.send(room, page, Map.of("rating", "4"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("De vragen zijn dicht");
        assertThat(evening.answers(event)).isEmpty();
    }

    @Test
    void aThousandAtOnceAreCountedOnceEachAndNothingIsLost() {
        var event = evening.asked();
        evening.sql("update seats set capacity = 400, held = 0 where event_id = $1", event.id());
        var survey = evening.survey(event);
        var box = new BallotBox(database.vertx(), database.pool(), evening.hall.clock(), evening.hints::add);
        var other = new BallotBox(database.vertx(), database.pool(), evening.hall.clock(), evening.hints::add);
        var sent = new ArrayList<Future<Outcome>>();
        for (int i = 0; i < 1_000; i++) {
            sent.add((i % 2 == 0 ? box : other).put(ballot(survey, "phone" + i % 500)));
        }

        await(Future.all(sent));

        assertThat(sent.stream().filter(one -> one.result() == Outcome.TAKEN)).hasSize(500);
        assertThat(sent.stream().filter(one -> one.result() == Outcome.BEFORE)).hasSize(500);
        assertThat(evening.survey(event).received()).isEqualTo(500);
        assertThat(evening.answers(event)).hasSize(1_000);
    }

    @Test
    void nobodyPaysForAnothersFault() {
        var event = evening.asked();
        var survey = evening.survey(event);
        var box = new BallotBox(database.vertx(), database.pool(), evening.hall.clock(), evening.hints::add);
        var broken = new Ballot(
                survey.id(),
                survey.event(),
                1,
                new Ballot.Device(Buffer.buffer("broken")),
                Optional.empty(),
                List.of(new Ballot.Said("tomorrow", "\u0000")));
        var first = box.put(ballot(survey, "one"));

        var failed = box.put(broken);
        var last = box.put(ballot(survey, "two"));

        assertThat(awaitFailure(failed)).isNotNull();
        assertThat(List.of(await(first), await(last))).containsOnly(Outcome.TAKEN);
        assertThat(evening.answers(event)).hasSize(4);
    }

    @Test
    void whoseCommitIsInDoubtIsToldWhatWasDecidedAndCountedOnce() {
        var event = evening.asked();
        var survey = evening.survey(event);
        var ids = new Ids(evening.hall.clock());
        var ballots = List.of(ballot(survey, "one"), ballot(survey, "two"));
        var first = new Taking(ballots, ids, evening.hall.clock().instant());
        await(Transactions.pipelined(database.pool(), first::through));

        var again = await(Transactions.pipelined(
                database.pool(), new Taking(ballots, ids, evening.hall.clock().instant())::through));

        assertThat(again).containsOnly(Outcome.BEFORE);
        assertThat(first.after(again)).containsExactly(Outcome.TAKEN, Outcome.TAKEN);
        assertThat(new Taking(ballots, ids, evening.hall.clock().instant()).after(again))
                .containsOnly(Outcome.BEFORE);
        assertThat(evening.survey(event).received()).isEqualTo(2);
    }

    private static Ballot ballot(Survey survey, String device) {
        return new Ballot(
                survey.id(),
                survey.event(),
                survey.version(),
                new Ballot.Device(Buffer.buffer(device)),
                Optional.of(Attendance.ON_SITE),
                List.of(new Ballot.Said("rating", "4"), new Ballot.Said("recommend", "9")));
    }

    private int guess(String code) {
        return evening.site.post("/f", Map.of("code", code)).statusCode();
    }

    private UUID id(Event event) {
        return evening.survey(event).id();
    }

    private HttpResponse<String> page(String path) {
        return evening.site.get(path, "Accept-Language", "nl");
    }
}
