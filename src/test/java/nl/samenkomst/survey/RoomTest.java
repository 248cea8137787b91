package nl.samenkomst.survey;

import static nl.samenkomst.kit.db.Awaiting.await;
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
import nl.samenkomst.account.Organisation;
import nl.samenkomst.account.OrganisationStore;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.SomeStaff;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.spi.Attendance;
import nl.samenkomst.spi.Gathering;
import nl.samenkomst.survey.Ballot.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Answering in the room by the code on its screen, and what the screen shows. */
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

        assertThat(page("/f").body()).contains("Vul de code van het scherm in", "inputmode=\"numeric\"");
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
    void byCodeNoMoreAnswerThanOneAndAHalfTimesTheSeats() {
        var event = SampleEvent.somewhere(database.pool())
                .attendance(Gathering.ON_SITE)
                .seats(3)
                .in(database.pool());
        evening.hall.register(event, "Ada");
        evening.over();
        for (int i = 0; i < 5; i++) {
            assertThat(evening.phone(event, "phone" + i, Map.of("rating", "5")).statusCode())
                    .isEqualTo(200);
        }

        var sixth = evening.phone(event, "phone5", Map.of("rating", "5"));

        assertThat(sixth.statusCode()).isEqualTo(409);
        assertThat(sixth.body()).contains("Er zijn al heel veel antwoorden");
        assertThat(evening.send(evening.link(event, "Ada"), Map.of("rating", "1"))
                        .statusCode())
                .as("by a personal link one still can")
                .isEqualTo(200);
        assertThat(evening.survey(event).received()).isEqualTo(6);
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

    private static Ballot ballot(Survey survey, String device) {
        return new Ballot(
                survey.id(),
                survey.event(),
                survey.version(),
                new Ballot.Device(Buffer.buffer(device)),
                Optional.of(Attendance.ON_SITE),
                List.of(new Ballot.Said("rating", "4"), new Ballot.Said("recommend", "9")));
    }

    @Test
    void ofFewerThanFiveNothingShowsAndThenAlwaysThreeAtOnce() {
        var event = evening.asked();
        var shown = new ArrayList<Long>();
        for (int i = 0; i < 9; i++) {
            evening.phone(event, "phone" + i, Map.of("rating", "4"));
            shown.add(evening.answers(event).stream()
                    .filter(one -> one.endsWith("shown"))
                    .count());
        }

        assertThat(shown).containsExactly(0L, 0L, 0L, 0L, 5L, 5L, 5L, 8L, 8L);
    }

    @Test
    void beforeTheNightRowVersionsWouldJoinWhoAnsweredAndWhatAfterItNothingDoes() {
        var event = evening.asked("Ada", "Grace", "Joan");
        for (var name : List.of("Grace", "Ada", "Joan")) {
            evening.send(
                    evening.link(event, name),
                    Map.of("rating", name.equals("Ada") ? "1" : "5", "tomorrow", "Van " + name + "."));
        }
        evening.phone(event, "phone", Map.of("rating", "3", "recommend", "7"));
        var stirring = new Stirring(database.pool(), evening.hall.clock());
        await(stirring.run());
        assertThat(joined(event, "ada")).containsExactly("1", "Van Ada.");

        evening.hall.moveTo(Evening.END.plus(Duration.ofHours(7)));
        await(stirring.run());

        assertThat(joined(event, "ada")).hasSize(8);
        assertThat(evening.rows("select distinct xmin::text from answer where survey_id = $1", id(event)))
                .isEqualTo(evening.rows("select distinct xmin::text from ticket where survey_id = $1", id(event)))
                .hasSize(1);
        assertThat(evening.rows("select d.xmin::text from survey_device d where survey_id = $1", id(event)))
                .isEqualTo(evening.rows("select distinct xmin::text from answer where survey_id = $1", id(event)));
        assertThat(evening.answers(event)).hasSize(8);
        assertThat(evening.rows("select count(*) from ticket where answered and survey_id = $1", id(event)))
                .containsExactly("3");
        assertThat(evening.rows("select stirred_on from survey where id = $1", id(event)))
                .containsExactly("2026-12-11");
    }

    /** What can be told of the answers of one person by the transaction that wrote their mark. */
    private List<String> joined(Event event, String name) {
        return evening.rows("""
                select a.value
                  from ticket t
                  join registration r on r.id = t.registration_id and r.email_key = '%s@mail.example'
                  join answer a on a.survey_id = t.survey_id and a.xmin = t.xmin
                 where t.survey_id = $1
                 order by 1
                """.formatted(name), id(event));
    }

    @Test
    void whereARowLiesTellsNothingAfterTheNight() {
        var event = evening.asked();
        evening.sql("update seats set capacity = 400, held = 0 where event_id = $1", event.id());
        for (int i = 0; i < 20; i++) {
            evening.phone(event, "phone" + i, Map.of("tomorrow", "Zin " + (char) ('a' + i) + ".", "rating", "4"));
        }
        var before = lying(event);
        evening.hall.moveTo(Evening.END.plus(Duration.ofHours(7)));

        await(new Stirring(database.pool(), evening.hall.clock()).run());

        assertThat(lying(event)).hasSameElementsAs(before).isNotEqualTo(before);
        assertThat(before).isSorted();
    }

    private List<String> lying(Event event) {
        return evening.rows(
                "select value from answer where survey_id = $1 and question = 'tomorrow' order by ctid", id(event));
    }

    @Test
    void theScreenShowsTheWayInTheCountAndFromFiveOnTheBarsAndWordsThatWereReleased() {
        var event = evening.asked("Ada", "Grace");
        for (int i = 0; i < 4; i++) {
            evening.phone(event, "phone" + i, Map.of("rating", "5", "tomorrow", "Zin " + i + " <b>"));
        }
        assertThat(screen(event))
                .contains("<b>4</b> antwoorden van 2 mensen", "Vanaf vijf antwoorden staat hier")
                .contains(
                        ">" + evening.survey(event).code().orElseThrow() + "<", "localhost:8080/f", "class=\"square\"")
                .contains("data-stream=\"/organise/stream?organisation&#x3D;", "data-live")
                .doesNotContain("heel goed", "Zin ");

        evening.phone(event, "phone4", Map.of("rating", "2"));
        var words = UUID.fromString(
                evening.rows("select id from answer where survey_id = $1 and value like 'Zin 3%'", id(event))
                        .get(0));
        assertThat(screen(event))
                .contains(
                        "<b>5</b> antwoorden",
                        "role=\"img\"",
                        ">heel goed<",
                        "<th scope=\"row\">5 heel goed</th><td>4</td>")
                .doesNotContain("Zin ");
        assertThat(release(event, words, true)).isTrue();
        assertThat(screen(event))
                .contains("Wat gaat u morgen anders doen?", "data-line=\"" + words + "\" dir=\"auto\">Zin 3 &lt;b&gt;")
                .doesNotContain("Zin 2");
        assertThat(release(event, words, false)).isTrue();
        assertThat(screen(event)).doesNotContain("Zin ");
        var rating =
                UUID.fromString(evening.rows("select id from answer where survey_id = $1 and value = '2'", id(event))
                        .get(0));
        assertThat(release(event, rating, true)).isFalse();
        assertThat(release(event, UUID.randomUUID(), true)).isFalse();
    }

    private boolean release(Event event, UUID answer, boolean released) {
        var survey = evening.survey(event);
        return await(database.pool().withTransaction(tx -> evening.surveys.release(tx, survey, answer, released)));
    }

    @Test
    void beforeItIsOpenedAndAfterItsEndTheScreenSaysThatTheQuestionsAreClosed() {
        var event = evening.held("Ada");

        assertThat(screen(event)).contains("De vragen zijn dicht", "/survey\">").doesNotContain("class=\"square\"");
    }

    private String screen(Event event) {
        var staff = new SomeStaff(database.pool());
        var ours = await(new OrganisationStore(database.pool()).find(event.organisation()))
                .orElseThrow();
        var page = asked(event, staff, ours);
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body();
    }

    private HttpResponse<String> asked(Event event, SomeStaff staff, Organisation ours) {
        return evening.site.get(
                "/organise/events/" + event.slug() + "/screen",
                "Accept-Language",
                "nl",
                "Authorization",
                staff.bearer(ours, Role.FACILITATOR));
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
