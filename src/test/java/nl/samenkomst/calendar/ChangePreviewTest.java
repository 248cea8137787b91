package nl.samenkomst.calendar;

import static nl.samenkomst.calendar.ChangeHouse.attendance;
import static nl.samenkomst.calendar.ChangeHouse.hall;
import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.kit.db.Awaiting.awaitFailure;
import static nl.samenkomst.spi.Attendance.ONLINE;
import static nl.samenkomst.spi.Attendance.ON_SITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.event.ChangePreview;
import nl.samenkomst.event.ChangePreview.Difference;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventStore;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.rule.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a change would bring about can be seen before it is made, and looking changes nothing. */
class ChangePreviewTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    @TempDir
    Path folder;

    private ChangeHouse house;
    private Event event;

    /** Ada and Eve sit in the room, Grace is online where one seat is left, and Mary waits for the room. */
    @BeforeEach
    void fourPeople() {
        house = new ChangeHouse(database, folder);
        event = SampleEvent.somewhere(database.pool()).seats(2).onlineSeats(2).in(database.pool());
        house.hall.register(event, "Ada", ON_SITE);
        house.hall.register(event, "Eve", ON_SITE);
        house.hall.register(event, "Grace", ONLINE);
        house.hall.register(event, "Mary", ON_SITE);
        house.mails();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private ChangePreview preview(JsonObject patch) {
        return await(house.events.preview(database.pool(), event.id(), patch));
    }

    @Test
    void itTellsFieldByFieldWhatBecomesOtherAndWhoHearsOfIt() {
        var preview = preview(hall("Bibliotheek"));

        assertThat(preview.differences())
                .containsExactly(new Difference("venue.name", Optional.of("De Schoor"), Optional.of("Bibliotheek")));
        assertThat(preview.effect().letters()).containsExactly(entry("calendar/changed", 2));
        assertThat(preview.effect().people())
                .extracting(one -> one.name().orElseThrow())
                .containsExactlyInAnyOrder("Ada", "Eve");
        assertThat(preview.effect().people())
                .allSatisfy(one -> assertThat(one.attendance()).isEqualTo(ON_SITE))
                .allSatisfy(one -> assertThat(one.letter()).isEqualTo("calendar/changed"));
        assertThat(preview.tellsAt()).contains(house.hall.clock().instant().plus(Duration.ofMinutes(2)));
    }

    @Test
    void whenTheRoomIsGoneItTellsWhoMovesWhoChoosesAndHowManySeatsAreLacking() {
        var preview = preview(attendance("online"));

        assertThat(preview.effect().moved()).isEqualTo(1);
        assertThat(preview.effect().choose()).isEqualTo(1);
        assertThat(preview.effect().shortage()).isEqualTo(1);
        assertThat(preview.effect().letters())
                .containsExactly(
                        entry("calendar/changed", 1), entry("calendar/choose", 1), entry("registration/waiting", 1));
    }

    @Test
    void lookingChangesNothing() {
        var before = state();

        preview(attendance("online").put("title", "Anders"));
        house.hall.pass(Duration.ofMinutes(5));

        assertThat(state()).isEqualTo(before);
        assertThat(house.mails()).isEmpty();
        assertThat(await(new EventStore(database.pool()).find(event.id()))).contains(event);
    }

    @Test
    void aTitleAloneTellsNobody() {
        var preview = preview(new JsonObject().put("title", "Anders"));

        assertThat(preview.effect().letters()).isEmpty();
        assertThat(preview.tellsAt()).isEmpty();
        assertThat(preview.differences()).extracting(Difference::field).containsExactly("title");
        assertThat(preview(new JsonObject()).differences()).isEmpty();
    }

    @Test
    void itIsRefusedAsTheChangeWouldBe() {
        var few = new JsonObject().put("capacity", new JsonObject().put("onSite", 1));

        var refusal = (Refusal) awaitFailure(house.events.preview(database.pool(), event.id(), few));

        assertThat(refusal.status()).isEqualTo(422);
        assertThat(refusal.faults()).extracting(fault -> fault.field()).containsExactly("capacity.onSite");
    }

    /** How many rows there are of each kind, and where their versions and sequences stand. */
    private List<Long> state() {
        return List.of(
                house.count("select sum(version) from event"),
                house.count("select sum(version) from registration"),
                house.count("select sum(sequence) from invite"),
                house.count("select sum(held * 100 + waiting * 10 + next_place) from seats"),
                house.count("select count(*) from outbox"),
                house.count("select count(*) from outbox where state = 'superseded'"),
                house.count("select count(*) from change_run"),
                house.count("select count(*) from moved"),
                house.count("select count(*) from meeting"));
    }
}
