package nl.samenkomst.registration;

import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.kit.db.Awaiting.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.samenkomst.OpenHouse;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.web.Visitor;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.SampleNetwork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Whoever is invited without having asked can end such letters, by one click in their mail program or on a page. */
class UnsubscribeTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    @TempDir
    static Path data;

    private static OpenHouse house;
    private static Visitor visitor;

    private final Network network = SampleNetwork.in(database.pool());

    @BeforeAll
    static void open() {
        house = OpenHouse.on(database.url(), data, Map.of());
        visitor = house.visitor();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void theLetterTellsMailProgramsWhereToPost() {
        var hedy = invite(event().in(database.pool()), "Hedy");

        var source = mail("hedy@mail.example");

        assertThat(source.replaceAll("\\R[ \t]", " ").replace(": \n", ": "))
                .contains("List-Unsubscribe: <" + house.links().url(path(hedy)) + ">")
                .contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    }

    @Test
    void lookingEndsNothing() {
        var ada = invite(event().in(database.pool()), "Ada");

        var page = visitor.get(path(ada));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.body())
                .contains("Wilt u geen uitnodigingen meer?", "ada@mail.example")
                .doesNotContain("Wijktafel Haven");
        assertThat(now(ada).unsubscribedAt()).isEmpty();
    }

    @Test
    void oneClickInAMailProgramEndsTheLettersOfThatOrganisation() {
        var ada = invite(event().in(database.pool()), "Ada");
        var before = invite(event().in(database.pool()), "Ada");
        var elsewhere = invite(
                SampleEvent.somewhere(database.pool())
                        .visibility(Event.Visibility.CLOSED)
                        .start(soon())
                        .in(database.pool()),
                "Ada");

        var answer = visitor.post(path(ada), Map.of("List-Unsubscribe", "One-Click"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("U krijgt geen uitnodigingen meer");
        assertThat(now(ada).unsubscribedAt()).isPresent();
        assertThat(now(before).unsubscribedAt()).isPresent();
        assertThat(now(elsewhere).unsubscribedAt()).isEmpty();
        var next = event().in(database.pool());
        assertThat(now(invite(next, "Ada")).unsubscribedAt()).isPresent();
        await(house().remind(next, Hallway.address("Ada")));
        assertThat(letters(next)).isZero();
    }

    @Test
    void aMailProgramMayPostInParts() throws Exception {
        var ada = invite(event().in(database.pool()), "Ada");
        var body = "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n";

        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(visitor.base() + path(ada)))
                                .header("Content-Type", "multipart/form-data; boundary=x")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(now(ada).unsubscribedAt()).isPresent();
    }

    @Test
    void whoMadeAMistakeGetsThemAgain() {
        var ada = invite(event().in(database.pool()), "Ada");
        visitor.post(path(ada), Map.of("List-Unsubscribe", "One-Click"));

        var answer = visitor.post(path(ada).replace("unsubscribe", "subscribe") + "?lang=en", Map.of());

        assertThat(answer.body()).contains("Do you want no more invitations?");
        assertThat(now(ada).unsubscribedAt()).isEmpty();
        var next = event().in(database.pool());
        invite(next, "Ada");
        assertThat(letters(next)).isEqualTo(1);
    }

    @Test
    void noOtherLinkEndsLettersAndThisOneLetsNobodyIn() {
        var event = event().in(database.pool());
        var ada = invite(event, "Ada");
        var invitation = house.links().token(Invitee.PURPOSE, ada.id(), 1);

        assertThat(visitor.post("/invitations/" + invitation + "/unsubscribe", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(now(ada).unsubscribedAt()).isEmpty();
        var ending = path(ada).split("/", -1)[2];
        assertThat(visitor.get("/events/" + event.slug() + "?invitation=" + ending)
                        .body())
                .contains("Deze link werkt niet meer");
    }

    private SampleEvent event() {
        return SampleEvent.of(network).visibility(Event.Visibility.CLOSED).start(soon());
    }

    private static Instant soon() {
        return Instant.now().plus(Duration.ofDays(30));
    }

    private static Invitees house() {
        return new Invitees(database.pool(), new Outbox("localhost"), house.links(), Clock.systemUTC());
    }

    private static Invitee invite(Event event, String name) {
        var id = UUID.randomUUID();
        await(database.pool()
                .withTransaction(tx -> house().add(tx, event, id, Hallway.address(name), Optional.of(name))));
        return await(new InviteeStore(database.pool()).find(id)).orElseThrow();
    }

    private static Invitee now(Invitee one) {
        return await(new InviteeStore(database.pool()).find(one.id())).orElseThrow();
    }

    private static String path(Invitee one) {
        return InviteeTarget.path(house.links(), one);
    }

    private static int letters(Event event) {
        return await(database.pool()
                        .preparedQuery(
                                "select 1 from outbox where letter = 'registration/invited' and ids ->> 'event' = $1")
                        .execute(Tuple.of(event.id().toString())))
                .size();
    }

    /** The newest letter to this address, as it was sent. */
    private static String mail(String address) {
        var line = Pattern.compile(Pattern.quote(address) + "[^<]*</bdi></p><h3><a href=\"/dev/mail/([^\"?]+)");
        eventually(() -> line.matcher(visitor.get("/dev/mail").body()).find());
        var found = line.matcher(visitor.get("/dev/mail").body());
        assertThat(found.find()).isTrue();
        return visitor.get("/dev/mail/" + found.group(1) + "/source")
                .body()
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#x3D;", "=");
    }
}
