package nl.samenkomst.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.rule.Fault;
import nl.samenkomst.spi.Attendance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PublishedEventsTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private Planner planner;
    private Events events;

    @BeforeEach
    void aNetwork() {
        planner = new Planner(database.pool());
        events = planner.events();
    }

    @Test
    void seatsThatAreTakenCannotBeTakenAway() {
        var event = planner.published(planner.json());
        planner.hold(event, 12, 0);

        var refusal = planner.refusal(tx -> events.change(tx, event.id(), capacity(11), version -> {}));

        assertThat(refusal.faults()).containsExactly(Fault.of("capacity.onSite", "event.api.held", 11, 12));
        assertThat(planner.change(event, capacity(12)).capacity().onSite()).contains(12);
        assertThat(planner.seats(event).get(0).full()).isTrue();
    }

    @Test
    void moreSeatsAreToldToTheHooksForWhoWaits() {
        var event = planner.published(planner.json());
        planner.hold(event, 20, 3);

        assertThat(planner.change(event, capacity(25)).capacity().onSite()).contains(25);

        assertThat(planner.news()).last().isEqualTo("changed 20 to 25");
        assertThat(planner.seats(event).get(0).free()).contains(5);
    }

    @Test
    void withoutAnybodyAPublishedEventMovesAndIsCalledOff() {
        var event = planner.published(planner.json());

        var moved = planner.change(event, new JsonObject().put("attendance", "online"));
        assertThat(planner.seats(moved)).extracting(Seats::attendance).containsExactly(Attendance.ONLINE);

        assertThat(planner.run(tx -> events.callOff(tx, event.id(), "")).cancelled())
                .isTrue();
        assertThat(planner.refusal(tx -> events.publish(tx, event.id())).type()).isEqualTo("cancelled");
    }

    @Test
    void whatAddressesNameIsFixedOncePublished() {
        var event = planner.published(planner.json());
        var patch = new JsonObject()
                .put("slug", "other-" + planner.network().slug())
                .put("format", "stuurgroep");

        assertThat(planner.faults(tx -> events.change(tx, event.id(), patch, version -> {})))
                .containsExactlyInAnyOrder("slug", "format");
    }

    private static JsonObject capacity(int seats) {
        return new JsonObject().put("capacity", new JsonObject().put("onSite", seats));
    }
}
