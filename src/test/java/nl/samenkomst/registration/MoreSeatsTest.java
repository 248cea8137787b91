package nl.samenkomst.registration;

import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.registration.Registration.Status.CONFIRMED;
import static nl.samenkomst.registration.Registration.Status.WAITLISTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.Events;
import nl.samenkomst.event.Formats;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.plugin.PluginFolder;
import nl.samenkomst.meeting.Providers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An organiser finds a larger room: who waits comes in, in the same transaction. */
class MoreSeatsTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private final Hallway hallway = new Hallway(database, SampleEvent.START.minus(Duration.ofDays(7)));
    private final Events events = new Events(
            Formats.load(PluginFolder.none()),
            Providers.load(PluginFolder.none()),
            List.of(hallway.registrations()),
            Clock.fixed(SampleEvent.START.minus(Duration.ofDays(7)), ZoneOffset.UTC));

    @Test
    void twoMoreSeatsLetTheFirstTwoInLineIn() {
        var event = SampleEvent.somewhere(database.pool()).seats(1).in(database.pool());
        hallway.register(event, "Ada");
        var grace = hallway.register(event, "Grace");
        var edsger = hallway.register(event, "Edsger");
        var barbara = hallway.register(event, "Barbara");

        seats(event, 3);

        assertThat(hallway.now(grace).status()).isEqualTo(CONFIRMED);
        assertThat(hallway.now(edsger).status()).isEqualTo(CONFIRMED);
        assertThat(hallway.now(barbara).status()).isEqualTo(WAITLISTED);
        SeatsInvariant.holds(database.pool());
    }

    private void seats(Event event, int number) {
        var patch = new JsonObject().put("capacity", new JsonObject().put("onSite", number));
        await(database.pool().withTransaction(tx -> events.change(tx, event.id(), patch, version -> {})));
    }
}
