package nl.samenkomst.event;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import nl.samenkomst.event.EventChange.Part;
import nl.samenkomst.kit.rule.Refusal;

/** Changes of an event that people can see: gathered in runs, told to the other rooms, and undone. */
final class PublicChanges {

    private final EventWriting writing;
    private final Clock clock;

    PublicChanges(EventWriting writing, Clock clock) {
        this.writing = writing;
        this.clock = clock;
    }

    /**
     * How a change is made.
     *
     * @param now people are told now, and with them all who wait to be told of the run
     * @param rehearsed it will be given up: nothing is made outside
     */
    record Manner(boolean now, boolean rehearsed) {

        static final Manner USUAL = new Manner(false, false);
        static final Manner AT_ONCE = new Manner(true, false);
        static final Manner REHEARSED = new Manner(false, true);
    }

    /** Makes it, as one more edit of the run; the caller holds the event. */
    Future<Event> change(SqlClient tx, Event before, Event after, Manner manner) {
        var now = clock.instant();
        return new ChangeRunStore(tx).last(before.id()).compose(last -> {
            var run = ChangeRun.of(last, before, after, manner.now(), now);
            var part = last.filter(one -> one.goesOn(before, now)).isPresent() ? Part.FURTHER : Part.FIRST;
            return made(tx, before, after, manner)
                    .compose(written -> told(tx, new EventChange(before, written, run.due(), part)))
                    .compose(written -> keep(tx, run.at(written.version()), written));
        });
    }

    private Future<Event> made(SqlClient tx, Event before, Event after, Manner manner) {
        return new SeatStore(tx)
                .lock(before.id())
                .compose(seats -> {
                    var change = new PublicChange(before, after, seats, writing.plan());
                    change.check();
                    return change.meets() ? place(tx, after, manner) : Future.succeededFuture(after);
                })
                .compose(placed -> writing.write(tx, before, placed))
                .compose(written -> writing.seats(tx, written).map(written));
    }

    private Future<Event> place(SqlClient tx, Event after, Manner manner) {
        return manner.rehearsed() ? writing.rehearsed(tx, after) : writing.place(tx, after);
    }

    /** Seats that people leave by it are gone when all is told. */
    private Future<Event> told(SqlClient tx, EventChange change) {
        return writing.told(hook -> hook.changed(tx, change))
                .compose(done -> new SeatStore(tx).closeGone(change.after().id()))
                .map(change.after());
    }

    private static Future<Event> keep(SqlClient tx, ChangeRun run, Event written) {
        return new ChangeRunStore(tx).write(written.id(), run).map(written);
    }

    /** Back to before the run. Refusals (409): undo-over, changed-since, seats-taken. */
    Future<Event> undo(SqlClient tx, Event event) {
        var now = clock.instant();
        return new ChangeRunStore(tx).last(event.id()).compose(last -> {
            var run = last.filter(one -> now.isBefore(one.undoUntil()))
                    .orElseThrow(() -> Refusal.of(409, "undo-over", "event.api.undo.over"));
            if (!run.undoable(event, now)) {
                throw Refusal.of(409, "changed-since", "event.api.undo.changed");
            }
            var due = ChangeRun.of(last, event, run.before(), false, now).due();
            return restored(tx, event, EventStates.restored(run.before(), event), due)
                    .compose(written -> keep(tx, ChangeRun.undone(written, due, now), written));
        });
    }

    /** Who was moved goes back first: until then they have seats that there will be no more. */
    private Future<Event> restored(SqlClient tx, Event event, Event once, Instant due) {
        var store = new SeatStore(tx);
        return store.lock(event.id())
                .compose(held -> writing.write(tx, event, once))
                .compose(written -> writing.widen(tx, written)
                        .compose(done -> writing.told(hook -> hook.restore(tx, undo(event, written, due))))
                        .compose(done -> store.lock(event.id()))
                        .compose(seats -> counted(tx, new PublicChange(event, written, seats, writing.plan()))))
                .compose(written -> told(tx, undo(event, written, due)));
    }

    private static EventChange undo(Event before, Event after, Instant due) {
        return new EventChange(before, after, due, Part.UNDO);
    }

    private Future<Event> counted(SqlClient tx, PublicChange change) {
        change.checkUndo();
        return writing.seats(tx, change.after()).map(change.after());
    }

    /** Whoever waits to be told of the last run is told now. */
    Future<Event> tellNow(SqlClient tx, Event event) {
        var now = clock.instant();
        return new ChangeRunStore(tx)
                .last(event.id())
                .map(last -> last.filter(run -> run.gathers(now)))
                .compose(waiting -> waiting.map(run -> told(tx, new EventChange(event, event, now, Part.FURTHER))
                                .compose(same -> keep(
                                        tx, new ChangeRun(run.before(), run.version(), now, run.undoUntil()), same)))
                        .orElseGet(() -> Future.succeededFuture(event)));
    }
}
