package nl.samenkomst.registration;

import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.kit.db.Awaiting.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.util.Map;
import nl.samenkomst.OpenHouse;
import nl.samenkomst.account.OrganisationStore;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.SomeStaff;
import nl.samenkomst.event.Event;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees and can do on their own page when the event changes round them. */
class OwnChoiceTest {

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
    void whoseRoomIsGoneChoosesBetweenWaitingAndLeaving() {
        var event = own.hybrid().seats(2).onlineSeats(0).in(database.pool());
        own.register(event, "Ada", "on_site");
        own.register(event, "Grace", "on_site");
        gone(event);

        assertThat(own.page(event, "Ada").body())
                .contains("De zaal vervalt. Online is nu geen plek vrij.", "Ik wacht op een plek online", "/switch")
                .contains("Ik kom niet", "/decline")
                .doesNotContain("/accept");

        assertThat(own.press(event, "Ada", "switch", Map.of()).statusCode()).isEqualTo(303);
        assertThat(own.page(event, "Ada").body()).contains("U staat op plek 1 van de wachtlijst");
        assertThat(own.press(event, "Grace", "decline", Map.of()).statusCode()).isEqualTo(303);
        assertThat(own.page(event, "Grace").body()).contains("U komt niet", "Zet mij op de wachtlijst");
    }

    @Test
    void whoDidNotChooseInTimeReadsAtOnceThatTheyAreOffTheList() {
        var event = own.hybrid().seats(1).onlineSeats(0).in(database.pool());
        own.register(event, "Ada", "on_site");
        gone(event);
        await(database.pool()
                .preparedQuery("update registration set offer_until = now() - interval '1 second' where event_id = $1")
                .execute(Tuple.of(event.id())));

        assertThat(own.page(event, "Ada").body()).contains("U komt niet").doesNotContain("Ik wacht op een plek online");
    }

    @Test
    void whoComesHearsByMailOfAnotherHallAndOfTheEndOfIt() {
        var event = own.hybrid().seats(1).in(database.pool());
        own.register(event, "Hedy", "on_site");
        eventually(() -> own.count("""
                select count(*) from outbox where state = 'sent' and ids ->> 'event' = $1::uuid::text
                """, event) == 1);

        change(event, "{\"venue\": {\"name\": \"Bibliotheek\"}}");
        eventually(() -> visitor.get("/dev/mail").body().contains("Veranderd: de plaats"));
        call(event, "POST", "/cancel", "{\"message\": \"Tot later.\"}");
        eventually(() -> visitor.get("/dev/mail").body().contains("Gaat niet door"));

        assertThat(own.page(event, "Hedy").body()).contains("De bijeenkomst gaat niet door");
    }

    /** The room is no longer there. */
    private static void gone(Event event) {
        change(event, "{\"attendance\": \"online\"}");
    }

    private static void change(Event event, String patch) {
        call(event, "PATCH", "?notify=now", patch);
    }

    private static void call(Event event, String method, String tail, String body) {
        var organisation = await(new OrganisationStore(database.pool()).find(event.organisation()))
                .orElseThrow();
        var bearer = new SomeStaff(database.pool()).bearer(organisation, Role.ORGANISER);
        var answer = visitor.json(
                method, "/api/v1/events/" + event.slug() + tail, body, "Authorization", bearer, "If-Match", "*");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
