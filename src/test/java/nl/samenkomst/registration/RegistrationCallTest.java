package nl.samenkomst.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.network.SampleNetwork;
import nl.samenkomst.spi.Gathering;
import nl.samenkomst.spi.Question;
import nl.samenkomst.spi.Question.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RegistrationCallTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    static Reception reception;
    static Reception counted;

    @BeforeAll
    static void open() {
        reception = new Reception(database, false);
        counted = new Reception(database, true);
    }

    @AfterAll
    static void close() {
        reception.close();
        counted.close();
    }

    private static SampleEvent sample() {
        return SampleEvent.somewhere(database.pool());
    }

    private static JsonObject ada() {
        return new JsonObject()
                .put("name", "Ada")
                .put("email", "ada@mail.example")
                .put("sector", "informal")
                .put("attendance", "on_site");
    }

    private static List<String> wrong(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        var errors = new JsonObject(answer.body()).getJsonArray("errors", new JsonArray());
        return errors.stream().map(one -> ((JsonObject) one).getString("field")).toList();
    }

    @Test
    void aCallIsAnsweredWithWhereOneStands() {
        var event = sample().seats(1).attendance(Gathering.ON_SITE).in(database.pool());

        var first = reception.call(event, ada().encode());
        var second =
                reception.call(event, ada().put("email", "grace@mail.example").encode());

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(new JsonObject(first.body()))
                .isEqualTo(new JsonObject().put("status", "confirmed").put("attendance", "on_site"));
        assertThat(new JsonObject(second.body()).getString("status")).isEqualTo("waitlisted");
    }

    @Test
    void theSameKeyRepeatsItsAnswerAndAnotherBodyIsRefused() {
        var event = sample().in(database.pool());
        var other =
                ada().put("name", "Grace").put("email", "grace@mail.example").encode();

        var first = reception.call(event, ada().encode(), "Idempotency-Key", "one");
        var again = reception.call(event, ada().encode(), "Idempotency-Key", "one");
        var changed = reception.call(event, other, "Idempotency-Key", "one");

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(changed.statusCode()).isEqualTo(422);
        assertThat(reception.registered(event)).hasSize(1);
        assertThat(wrong(reception.call(event, ada().encode(), "Idempotency-Key", "x".repeat(201))))
                .containsExactly("Idempotency-Key");
    }

    @Test
    void everyFieldThatIsWrongIsNamed() {
        var event = sample().in(database.pool());

        assertThat(wrong(reception.call(event, "{}")))
                .containsExactlyInAnyOrder("name", "email", "attendance", "sector");
        assertThat(wrong(reception.call(
                        event, ada().put("token", "x").put("nmae", "Ada").encode())))
                .containsExactlyInAnyOrder("token", "nmae");
        assertThat(wrong(reception.call(
                        event,
                        ada().put("name", 5)
                                .put("email", new JsonArray())
                                .put("organisation", "www.spam.example")
                                .put("language", "xx")
                                .put("wants", "on_site")
                                .put("website", "x")
                                .put("answers", "no")
                                .encode())))
                .containsExactlyInAnyOrder("name", "email", "organisation", "language", "wants", "website", "answers");
        assertThat(reception.registered(event)).isEmpty();
    }

    @Test
    void namesHoldNoLinksAndNoMarkup() {
        var event = sample().in(database.pool());

        for (var name : List.of("a://b", "WWW.spam.example", "a@b", "<b>", "a](b", "Ada\nGrace", "x".repeat(121))) {
            assertThat(wrong(reception.call(event, ada().put("name", name).encode())))
                    .as(name)
                    .containsExactly("name");
        }
        assertThat(reception
                        .call(event, ada().put("name", "J. d.\u202EVries\u0007").encode())
                        .statusCode())
                .isEqualTo(201);
        assertThat(reception.registered(event)).containsExactly("J. d.Vries confirmed on_site");
    }

    @Test
    void answersAreCheckedByTheirKind() {
        var event = sample().questions(
                        new Question("text", Kind.TEXT, "Tekst?", true, List.of()),
                        new Question("long", Kind.LONG_TEXT, "Meer?", false, List.of()),
                        new Question("one", Kind.ONE_OF, "Welke?", true, List.of("a", "b")),
                        new Question("some", Kind.SEVERAL_OF, "Welke nog?", false, List.of("c", "d")),
                        new Question("soup", Kind.YES_NO, "Soep?", true, List.of()),
                        new Question("count", Kind.NUMBER, "Hoeveel?", false, List.of()))
                .in(database.pool());
        var bad = new JsonObject()
                .put("text", "x".repeat(201))
                .put("long", "x".repeat(2001))
                .put("one", "c")
                .put("some", new JsonArray().add("c").add("e"))
                .put("soup", "maybe")
                .put("count", "veel")
                .put("other", "x");
        var good = new JsonObject()
                .put("text", "x".repeat(200))
                .put("long", "een\ntwee")
                .put("one", "a")
                .put("some", new JsonArray().add("d"))
                .put("soup", false)
                .put("count", 2.5);

        assertThat(wrong(reception.call(event, ada().put("answers", bad).encode())))
                .containsExactlyInAnyOrder(
                        "answers[text]",
                        "answers[long]",
                        "answers[one]",
                        "answers[some]",
                        "answers[soup]",
                        "answers[count]",
                        "answers[other]");
        assertThat(wrong(reception.call(event, ada().encode())))
                .containsExactlyInAnyOrder("answers[text]", "answers[one]", "answers[soup]");
        assertThat(reception.call(event, ada().put("answers", good).encode()).statusCode())
                .isEqualTo(201);
    }

    @Test
    void aNeighbourhoodIsOneOfTheNetworks() {
        var network = SampleNetwork.in(database.pool());
        var event = SampleEvent.of(network)
                .format("bootcamp")
                .attendance(Gathering.ON_SITE)
                .in(database.pool());

        assertThat(wrong(reception.call(event, ada().put("area", "nowhere").encode())))
                .containsExactly("area");
        assertThat(reception.call(event, ada().put("area", "haven").encode()).statusCode())
                .isEqualTo(201);
    }

    @Test
    void refusalsAreToldByTheirType() {
        assertRefused(sample().registrationClosed().in(database.pool()), 409, "/closed");
        assertRefused(sample().start(Reception.NOW.minusSeconds(9)).in(database.pool()), 409, "/past");
        assertRefused(sample().cancelled().in(database.pool()), 409, "/cancelled");
        assertRefused(sample().draft().in(database.pool()), 404, "/not-found");
        var full = sample().seats(1)
                .attendance(Gathering.ON_SITE)
                .withoutWaitlist()
                .in(database.pool());
        reception.call(full, ada().put("email", "first@mail.example").encode());
        assertRefused(full, 409, "/full");
    }

    private static void assertRefused(Event event, int status, String type) {
        var answer = reception.call(event, ada().encode());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(new JsonObject(answer.body()).getString("type")).endsWith(type);
    }

    @Test
    void aFormIsNoCallAndACallIsNoForm() {
        var event = sample().in(database.pool());
        var path = "/events/" + event.slug() + "/registrations";

        assertThat(reception
                        .site
                        .post("/api/v1" + path, Reception.filled("Ada"))
                        .statusCode())
                .isEqualTo(415);
        assertThat(reception.site.visitor().json("POST", path, ada().encode()).statusCode())
                .isEqualTo(415);
        assertThat(reception.call(event, "{").statusCode()).isEqualTo(400);
        assertThat(reception
                        .call(event, ada().put("x", "x".repeat(70_000)).encode())
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void aFormThatNobodyCanReadIsTheSendersFaultAndNotOurs() {
        var path = "/events/" + sample().in(database.pool()).slug() + "/registrations";
        var cut = "--x\r\nContent-Disposition: form-data; name=\"a\"%s\r\n\r\nb\r\n--x--\r\n";

        assertThat(List.of("; filename=\"a\"b;.pdf\"", "\r\nContent-Type: text/plain; charset=nope"))
                .allSatisfy(oddity -> assertThat(reception
                                .site
                                .visitor()
                                .typed("multipart/form-data; boundary=x", "POST", path, cut.formatted(oddity))
                                .statusCode())
                        .isEqualTo(400));
        assertThat(reception
                        .site
                        .visitor()
                        .typed("application/x-www-form-urlencoded", "POST", path, "name=%zz&a=%")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void fortyAtOnceFromOneAddressAndThenNoMore() {
        var event = sample().seats(100).in(database.pool());
        var began = Instant.now();
        int in = 0;
        var answer = counted.call(event, ada().put("email", "ada0@mail.example").encode());
        while (answer.statusCode() == 201 && in < 90) {
            in++;
            answer = counted.call(
                    event, ada().put("email", "ada" + in + "@mail.example").encode());
        }

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("3");
        int refilled = (int) Duration.between(began, Instant.now()).toSeconds() / 3 + 1;
        assertThat(in).isBetween(40, 40 + refilled);
    }
}
