package nl.samenkomst.event;

import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.kit.db.Awaiting.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import nl.samenkomst.kit.db.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EventShelfTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private final EventShelf shelf = new EventShelf(database.pool());
    private final SeatBoard board = new SeatBoard(database.pool());

    @Test
    void anEventIsReadOnceAndAgainWhenForgotten() {
        var event = SampleEvent.somewhere(database.pool()).in(database.pool());
        assertThat(await(shelf.of(event.slug()))).contains(event);
        close(event);

        assertThat(await(shelf.of(event.slug())).orElseThrow().open()).isTrue();
        shelf.forget(event.slug());
        assertThat(await(shelf.of(event.slug())).orElseThrow().open()).isFalse();
    }

    @Test
    void whatAnotherNodeChangedIsSeenAfterASecond() {
        var event = SampleEvent.somewhere(database.pool()).in(database.pool());
        assertThat(await(shelf.of(event.slug()))).contains(event);
        close(event);

        eventually(() -> !await(shelf.of(event.slug())).orElseThrow().open());
    }

    @Test
    void seatsAreKeptForAMoment() {
        var event = SampleEvent.somewhere(database.pool()).seats(3).in(database.pool());
        assertThat(await(board.of(event.id())).get(0).held()).isZero();
        hold(event, 2);

        assertThat(await(board.of(event.id())).get(0).held()).isZero();
        board.forget(event.id());
        assertThat(await(board.of(event.id())).get(0).free()).contains(1);
    }

    @Test
    void seatsThatChangeAgainAndAgainAreReadAnewAtOnceAndThenAMomentLater() {
        var event = SampleEvent.somewhere(database.pool()).seats(3).in(database.pool());
        assertThat(await(board.of(event.id())).get(0).held()).isZero();

        hold(event, 1);
        board.changed(event.id());
        assertThat(await(board.of(event.id())).get(0).held()).isEqualTo(1);
        hold(event, 2);
        board.changed(event.id());
        assertThat(await(board.of(event.id())).get(0).held()).isEqualTo(1);
        eventually(() -> await(board.of(event.id())).get(0).held() == 2);
    }

    private static void hold(Event event, int seats) {
        await(database.pool()
                .query("update seats set held = " + seats + " where attendance = 'on_site' and event_id = '"
                        + event.id() + "'")
                .execute());
    }

    private static void close(Event event) {
        await(database.pool()
                .query("update event set registration = 'closed' where id = '" + event.id() + "'")
                .execute());
    }
}
