package nl.samenkomst.calendar;

import static nl.samenkomst.calendar.ChangeHouse.attendance;
import static nl.samenkomst.calendar.ChangeHouse.hall;
import static nl.samenkomst.calendar.ChangeHouse.time;
import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.spi.Attendance.ONLINE;
import static nl.samenkomst.spi.Attendance.ON_SITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.registration.Hallway;
import nl.samenkomst.registration.Outcome;
import nl.samenkomst.registration.SeatsInvariant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Changes and people come at the same moment, from several nodes. */
class ChangeRaceTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    @TempDir
    Path folder;

    private ChangeHouse house;

    @BeforeEach
    void open() {
        house = new ChangeHouse(database, folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Future<Event> change(Event event, JsonObject patch, LongConsumer guard) {
        return database.pool().withTransaction(tx -> house.events.change(tx, event.id(), patch, guard));
    }

    @Test
    void peopleWhoRegisterWhileTheRoomGoesAwayAllEndUpSomewhere() {
        var event =
                SampleEvent.somewhere(database.pool()).seats(30).onlineSeats(20).in(database.pool());
        var otherNode = new Hallway(database, house.hall.clock().instant());
        List<Future<?>> all = new ArrayList<>();
        IntStream.range(0, 40).forEach(i -> {
            var node = i % 2 == 0 ? house.hall : otherNode;
            all.add(node.registrations().register(node.arrival(event, "Guest" + i, i % 4 == 0 ? ONLINE : ON_SITE)));
            if (i == 10) {
                all.add(change(event, attendance("online"), version -> {})
                        .compose(gone -> change(event, attendance("hybrid"), version -> {}))
                        .compose(back -> change(event, attendance("online"), version -> {})));
            }
        });
        await(Future.all(all));

        SeatsInvariant.holds(database.pool());
        assertThat(all.stream().map(Future::result).filter(Outcome.Registered.class::isInstance))
                .isNotEmpty();
        assertThat(house.count("""
                select count(*) from registration
                 where attendance = 'on_site' and status in ('confirmed', 'waitlisted', 'offered')
                """)).isZero();
        assertThat(house.count("select held - capacity from seats where attendance = 'on_site'"))
                .isZero();
    }

    @Test
    void ofTwoNodesThatChangeTheSameVersionOneIsToldItIsStale() {
        var event = SampleEvent.somewhere(database.pool()).in(database.pool());
        house.hall.register(event, "Ada", ON_SITE);
        house.mails();
        LongConsumer guard = version -> {
            if (version != event.version()) {
                throw Refusal.of(412, "stale", "error.412");
            }
        };

        var both = List.of(
                change(event, hall("Bibliotheek"), guard).map(one -> "done").otherwise("stale"),
                change(event, hall("Kerk"), guard).map(one -> "done").otherwise("stale"));

        assertThat(await(Future.all(both)).<String>list()).containsExactlyInAnyOrder("done", "stale");
    }

    @Test
    void editsFromTwoNodesAtOnceAreOneRunAndOneLetter() {
        var event = SampleEvent.somewhere(database.pool()).in(database.pool());
        var ada = house.hall.register(event, "Ada", ON_SITE);
        house.mails();

        await(Future.all(
                change(event, hall("Bibliotheek"), version -> {}),
                change(event, time("20:00", "22:00"), version -> {}),
                change(event, new JsonObject().put("title", "Anders"), version -> {})));
        house.hall.pass(Duration.ofMinutes(2));

        assertThat(house.mails()).containsExactly("ada REQUEST 2 Veranderd: de tijd en de plaats");
        assertThat(house.invite(ada)).isEqualTo("request 2");
        assertThat(house.undo(event).title()).isEqualTo(event.title());
    }
}
