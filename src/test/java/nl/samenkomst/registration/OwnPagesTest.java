package nl.samenkomst.registration;

import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.kit.db.Awaiting.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.samenkomst.OpenHouse;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.web.Visitor;
import nl.samenkomst.network.SampleNetwork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** One's own page, on the whole installation: what it shows, what its buttons do, and what each brings into the mailbox. */
class OwnPagesTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    @TempDir
    static Path data;

    private static OpenHouse house;
    private static Visitor visitor;
    private static OwnDoor own;

    @BeforeAll
    static void open() {
        house = OpenHouse.on(database.url(), data, Map.of());
        visitor = house.visitor();
        own = new OwnDoor(database, house, visitor);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @AfterEach
    void seatsAddUp() {
        SeatsInvariant.holds(database.pool());
    }

    @Test
    void whoCancelsFreesTheSeatAndTheNextInLineGetsItWithAMail() {
        var event = own.hybrid().seats(1).in(database.pool());
        own.register(event, "Ada", "on_site");
        own.register(event, "Grace", "on_site");
        assertThat(own.page(event, "Grace").body()).contains("U staat op plek 1 van de wachtlijst");

        var answer = own.press(event, "Ada", "cancel", Map.of());

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(own.page(event, "Ada").body()).contains("U komt niet").contains("/undo");
        assertThat(own.page(event, "Grace").body()).contains("U hebt een plek in de zaal");
        eventually(() -> visitor.get("/dev/mail").body().contains("Er is een plek voor u"));
    }

    @Test
    void whoSwitchesGetsTheOtherSeatAndMaySwitchBackOnlyWhereThereIsOne() {
        var event = own.hybrid().seats(1).onlineSeats(5).in(database.pool());
        own.register(event, "Ada", "on_site");
        own.register(event, "Grace", "on_site");

        own.press(event, "Ada", "switch", Map.of());

        assertThat(own.page(event, "Ada").body()).contains("U doet online mee").contains("De zaal is vol");
        assertThat(own.page(event, "Grace").body()).contains("U hebt een plek in de zaal");
    }

    @Test
    void comingBackIsAFreeSeatOrTheHeadOfTheLine() {
        var event = own.hybrid().seats(1).in(database.pool());
        own.register(event, "Ada", "on_site");
        own.press(event, "Ada", "cancel", Map.of());

        own.press(event, "Ada", "undo", Map.of());

        assertThat(own.page(event, "Ada").body()).contains("U hebt een plek in de zaal");
    }

    @Test
    void theLinkOfTheNeighbourhoodsGroupIsForWhoHasASeatAndAsksForIt() {
        var network = SampleNetwork.in(database.pool());
        var event = SampleEvent.of(network)
                .area(network.areas().get(0).id())
                .start(Instant.now().plus(Duration.ofDays(20)))
                .seats(1)
                .in(database.pool());
        own.register(event, "Ada", "on_site");
        own.register(event, "Grace", "on_site");
        var link = "chat.example/haven";

        assertThat(own.page(event, "Ada").body())
                .contains("Ik wil in de WhatsApp-groep")
                .doesNotContain(link);
        assertThat(own.page(event, "Grace").body()).doesNotContain("WhatsApp-groep", link);

        var asked = own.press(event, "Ada", "group", Map.of())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(visitor.get(asked).body()).contains(link);
        var refused = own.press(event, "Grace", "group", Map.of())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(visitor.get(refused).body()).doesNotContain(link);
        for (var path : List.of(
                "/events/" + event.slug(),
                "/events/" + event.slug() + "/event.ics",
                "/networks/" + network.slug(),
                "/networks/" + network.slug() + "/calendar.ics",
                "/networks/" + network.slug() + "/feed.xml",
                "/embed/networks/" + network.slug(),
                own.path(event, "Ada") + "/invite.ics")) {
            assertThat(visitor.get(path).body()).as(path).isNotEmpty().doesNotContain(link);
        }
    }

    @Test
    void aFormFromElsewhereChangesNothing() {
        var event = own.hybrid().seats(1).in(database.pool());
        own.register(event, "Ada", "on_site");

        var answer = visitor.post(own.path(event, "Ada") + "/cancel", Map.of("token", "guessed"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(own.page(event, "Ada").body()).contains("U hebt een plek in de zaal");
    }

    @Test
    void lookingChangesNothing() {
        var event = own.hybrid().seats(1).in(database.pool());
        own.register(event, "Ada", "on_site");

        assertThat(visitor.get(own.path(event, "Ada") + "/cancel").statusCode()).isEqualTo(405);
        assertThat(visitor.get(own.path(event, "Ada") + "/erase").statusCode()).isEqualTo(200);
        assertThat(own.page(event, "Ada").body()).contains("U hebt een plek in de zaal");
    }

    @Test
    void answersAreChangedAndAMistakeIsNamedWithWhatWasTyped() {
        var event = own.hybrid().seats(3).in(database.pool());
        own.register(event, "Ada", "on_site");

        var wrong = own.press(
                event, "Ada", "answers", Map.of("name", "www.spam.example", "sector", "informal", "language", "nl"));
        var right = own.press(
                event, "Ada", "answers", Map.of("name", "Ada Lovelace", "sector", "informal", "language", "en"));

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("www.spam.example", "Fout:");
        assertThat(right.statusCode()).isEqualTo(303);
        assertThat(visitor.get(own.path(event, "Ada"), "Accept-Language", "nl").body())
                .contains("Ada Lovelace", "English");
    }

    @Test
    void aColleagueWithoutAnAddressGetsASeatOfTheirOwn() {
        var event = own.hybrid().seats(3).in(database.pool());
        own.register(event, "Ada", "on_site");

        var answer = own.press(
                event, "Ada", "colleague", Map.of("name", "Grace", "attendance", "online", "sector", "informal"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(own.count("select count(*) from registration where event_id = $1 and shared", event))
                .isEqualTo(1);
    }

    @Test
    void theDownloadHoldsWhatIsKept() {
        var event = own.hybrid().seats(3).in(database.pool());
        own.register(event, "Ada", "on_site");

        var file = new JsonObject(
                visitor.get(own.path(event, "Ada") + "/data.json").body());

        assertThat(file.getJsonObject("registration").getString("name")).isEqualTo("Ada");
        assertThat(file.getJsonObject("registration").getString("email")).isEqualTo("ada@mail.example");
    }

    @Test
    void whoErasesIsForgottenAndTheLinkSaysSo() {
        var event = own.hybrid().seats(3).in(database.pool());
        own.register(event, "Ada", "on_site");
        var path = own.path(event, "Ada");

        var answer = own.press(event, "Ada", "erase", Map.of());

        assertThat(answer.body()).contains("Uw gegevens zijn gewist");
        assertThat(visitor.get(path).statusCode()).isEqualTo(410);
        assertThat(own.count(
                        "select count(*) from registration where event_id = $1 and (name is not null or email is not null)",
                        event))
                .isZero();
    }

    @Test
    void aLinkEndsThirtyDaysAfterTheGathering() {
        var event = own.hybrid()
                .seats(3)
                .start(Instant.now().plus(Duration.ofDays(1)))
                .in(database.pool());
        own.register(event, "Ada", "on_site");
        var path = own.path(event, "Ada");

        await(database.pool()
                .preparedQuery("update event set starts_at = $2, ends_at = $3 where id = $1")
                .execute(Tuple.of(
                        event.id(),
                        Instant.now().minus(Duration.ofDays(32)).atOffset(ZoneOffset.UTC),
                        Instant.now().minus(Duration.ofDays(31)).atOffset(ZoneOffset.UTC))));

        assertThat(visitor.get(path).statusCode()).isEqualTo(410);
        assertThat(visitor.get(path).body()).contains("Deze link werkt niet meer");
    }

    @Test
    void aForgedLinkSaysWhatToDoNext() {
        var answer = visitor.get("/registrations/" + house.links().token("own", UUID.randomUUID(), 1));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("Gebruik de link uit de laatste mail");
    }
}
