package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.samenkomst.event.SeatStore;
import nl.samenkomst.kit.rule.NotFound;

/** Locks seats, writes who has them, and tells those who must know: all in the transaction of who calls. */
final class SeatBook {

    private final List<SeatHook> hooks;
    private final Letters letters;
    private final Function<String, Pace> paces;
    private final WaitingRoom room;
    private final Clock clock;

    SeatBook(List<SeatHook> hooks, Letters letters, Function<String, Pace> paces, WaitingRoom room, Clock clock) {
        this.hooks = List.copyOf(hooks);
        this.letters = letters;
        this.paces = paces;
        this.room = room;
        this.clock = clock;
    }

    Letters letters() {
        return letters;
    }

    Instant now() {
        return clock.instant();
    }

    /** Holds the seats of these events until the end of the transaction; absent events are not in the result. */
    Future<Map<UUID, Hall>> lock(SqlClient tx, Collection<UUID> events) {
        return lock(tx, events, () -> Future.succeededFuture(List.of())).map(Locked::halls);
    }

    /** What was locked, and what was read beside it. */
    record Locked<T>(Map<UUID, Hall> halls, T read) {}

    /** The same; once the lock is there, what is asked besides goes out at the same time, to save a round trip. */
    <T> Future<Locked<T>> lock(SqlClient tx, Collection<UUID> events, Supplier<Future<T>> reading) {
        var store = new LockedSeatStore(tx);
        return store.lock(events).compose(sides -> {
            var circumstances = store.circumstances(events, now(), paces);
            var read = reading.get();
            return Future.all(circumstances, read)
                    .map(done -> new Locked<>(halls(circumstances.result(), sides), read.result()));
        });
    }

    Future<Hall> lock(SqlClient tx, UUID event) {
        return lock(tx, List.of(event)).map(halls -> {
            var hall = halls.get(event);
            if (hall == null) {
                throw new NotFound("event");
            }
            return hall;
        });
    }

    private Map<UUID, Hall> halls(Map<UUID, Circumstances> circumstances, Map<UUID, List<Hall.Side>> sides) {
        var halls = new LinkedHashMap<UUID, Hall>();
        circumstances.forEach(
                (event, one) -> halls.put(event, new Hall(one, sides.getOrDefault(event, List.of()), room)));
        return halls;
    }

    /** Writes these changes and the counts that follow, and brings the news to the hooks. */
    Future<Void> write(SqlClient tx, Hall hall, List<Change> changes) {
        return record(tx, hall, changes).compose(done -> tell(tx, changes));
    }

    /** Writes them and tells nobody. */
    Future<Void> record(SqlClient tx, Hall hall, List<Change> changes) {
        if (changes.isEmpty()) {
            return done();
        }
        changes.forEach(change -> hall.count(change.before(), change.after()));
        var moved = new RegistrationStore(tx).move(changes);
        var counted = new LockedSeatStore(tx).put(List.of(hall));
        return Future.all(moved, counted).mapEmpty();
    }

    /** A way that is gone keeps no seat for who has left it. */
    Future<Void> closeGone(SqlClient tx, Hall hall) {
        return hall.keepsGone()
                ? new SeatStore(tx).closeGone(hall.circumstances().event())
                : done();
    }

    /** Brings the hooks the news of what a change of the event did. */
    Future<Void> shifted(SqlClient tx, SeatShift shift) {
        var told = done();
        for (var hook : hooks) {
            told = told.compose(done -> shift.nobody() ? done() : hook.seatsShifted(tx, shift));
        }
        return told;
    }

    /** Each hook hears once of all that were freed, of all that moved, of all that have a seat now. */
    Future<Void> tell(SqlClient tx, List<Change> changes) {
        var freed = Change.after(changes, Change::frees);
        var moved = Change.after(changes, Change::moves);
        var promoted = Change.after(changes, Change::promotes);
        var taken = Change.after(changes, change -> change.takes() && !change.promotes());
        var told = Future.<Void>succeededFuture();
        for (var hook : hooks) {
            told = told.compose(done -> freed.isEmpty() ? done() : hook.seatsFreed(tx, freed))
                    .compose(done -> moved.isEmpty() ? done() : hook.seatsChanged(tx, moved))
                    .compose(done -> promoted.isEmpty() ? done() : hook.seatsPromoted(tx, promoted))
                    .compose(done -> taken.isEmpty() ? done() : hook.seatsTaken(tx, taken));
        }
        return told;
    }

    private static Future<Void> done() {
        return Future.succeededFuture();
    }
}
