package nl.samenkomst.event;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import nl.samenkomst.event.Event.Status;
import nl.samenkomst.event.PublicChanges.Manner;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.meeting.Providers;

/**
 * What organisers do with events. Each verb is part of the transaction it is given, and takes its locks in the order of the whole
 * program: the event first, then its seats.
 */
public final class Events {

    private final EventDesign design;
    private final EventWriting writing;
    private final PublicChanges changes;
    private final Clock clock;

    /**
     * The verbs, with the rooms that want the news of them.
     *
     * @param hooks told in this order: who gives seats before who tells people of them
     */
    public Events(Formats formats, Providers providers, List<EventHook> hooks, Clock clock) {
        this.design = new EventDesign(formats, providers);
        this.writing = new EventWriting(formats, providers, hooks, clock);
        this.changes = new PublicChanges(writing, clock);
        this.clock = clock;
    }

    /**
     * Makes a draft.
     *
     * @param json the event as the API takes it
     * @return a 422 with every field that is wrong, a 409 on {@code slug} where the typed one is taken
     */
    public Future<Event> create(SqlClient tx, UUID organisation, JsonObject json) {
        return design.drafted(tx, organisation, json)
                .compose(event -> writing.insert(tx, event).map(event));
    }

    /** The draft that this would make; nothing is written. Refused as making it would be. */
    public Future<Event> drafted(SqlClient tx, UUID organisation, JsonObject json) {
        return design.drafted(tx, organisation, json);
    }

    /**
     * Changes an event as a merge patch (RFC 7396) says. People whose calendar is no longer right by it are told two minutes after the
     * first of a run of changes.
     *
     * @param guard is given the version that is about to be replaced, and throws when that is not the one the caller means
     */
    public Future<Event> change(SqlClient tx, UUID id, JsonObject patch, LongConsumer guard) {
        return change(tx, id, patch, guard, Manner.USUAL);
    }

    /** The same, and whoever is to hear of it, or waits to hear of the run it is part of, is told now. */
    public Future<Event> changeAndTell(SqlClient tx, UUID id, JsonObject patch, LongConsumer guard) {
        return change(tx, id, patch, guard, Manner.AT_ONCE);
    }

    private Future<Event> change(SqlClient tx, UUID id, JsonObject patch, LongConsumer guard, Manner manner) {
        return EventWriting.locked(tx, id).compose(before -> {
            guard.accept(before.version());
            return design.changed(tx, before, patch).compose(after -> changed(tx, before, after, manner));
        });
    }

    private Future<Event> changed(SqlClient tx, Event before, Event after, Manner manner) {
        if (before.cancelled() && !after.equals(before)) {
            throw cancelledAlready();
        }
        if (after.equals(before)) {
            return manner.now() ? changes.tellNow(tx, before) : Future.succeededFuture(before);
        }
        return before.draft() ? writing.write(tx, before, after) : changes.change(tx, before, after, manner);
    }

    /** Makes the change and gives it up again: nothing is changed and nobody is told. Refused as the change itself would be. */
    public Future<ChangePreview> preview(Pool pool, UUID id, JsonObject patch) {
        return pool.withConnection(connection -> connection.begin().compose(transaction -> Future.succeededFuture()
                .compose(begun -> rehearsed(connection, id, patch))
                .eventually(transaction::rollback)));
    }

    private Future<ChangePreview> rehearsed(SqlClient tx, UUID id, JsonObject patch) {
        return EventWriting.locked(tx, id).compose(before -> design.changed(tx, before, patch)
                .compose(after -> changed(tx, before, after, Manner.REHEARSED))
                .compose(after -> previewed(tx, before, after)));
    }

    private Future<ChangePreview> previewed(SqlClient tx, Event before, Event after) {
        var names = EventNames.of(tx, List.of(before, after));
        var run = new ChangeRunStore(tx).last(before.id());
        var effect = before.equals(after) ? Future.succeededFuture(ChangeEffect.NONE) : writing.effect(tx, after);
        return Future.all(names, run, effect)
                .map(done -> ChangePreview.of(
                        before,
                        after,
                        names.result(),
                        effect.result(),
                        run.result().map(ChangeRun::due)));
    }

    /**
     * Back to before the last run of changes, within ten minutes of its begin. Only who was told of it hears of the way back. Refusals
     * (409): undo-over, changed-since, seats-taken, cancelled.
     */
    public Future<Event> undo(SqlClient tx, UUID id) {
        return EventWriting.locked(tx, id).compose(event -> {
            if (event.cancelled()) {
                throw cancelledAlready();
            }
            return changes.undo(tx, event);
        });
    }

    /** The last run of changes, be it over or not: until when it can be undone, and whether people wait to be told. */
    public Future<Optional<ChangeRun>> run(SqlClient sql, UUID id) {
        return new ChangeRunStore(sql).last(id);
    }

    /** Lets the world see it. One that is published already stays as it is. */
    public Future<Event> publish(SqlClient tx, UUID id) {
        return EventWriting.locked(tx, id).compose(event -> switch (event.status()) {
            case PUBLISHED -> Future.succeededFuture(event);
            case CANCELLED -> Future.failedFuture(cancelledAlready());
            case DRAFT -> published(tx, event);
        });
    }

    private Future<Event> published(SqlClient tx, Event draft) {
        if (writing.plan().countless(draft)) {
            return Future.failedFuture(Refusal.invalid("capacity.onSite", "event.api.seats"));
        }
        return writing.place(tx, draft)
                .compose(placed -> writing.write(tx, draft, EventStates.status(placed, Status.PUBLISHED)))
                .compose(event -> writing.seats(tx, event)
                        .compose(done -> writing.told(hook -> hook.published(tx, event)))
                        .map(event));
    }

    /** Lets people register, or no longer. */
    public Future<Event> open(SqlClient tx, UUID id, boolean open) {
        return EventWriting.locked(tx, id).compose(event -> {
            if (event.cancelled()) {
                return Future.failedFuture(cancelledAlready());
            }
            return event.open() == open
                    ? Future.succeededFuture(event)
                    : writing.write(tx, event, EventStates.open(event, open));
        });
    }

    /**
     * Calls off a published event, for good; everyone who counts on it is told at once.
     *
     * <p>Refusals (409): draft, past.
     *
     * @param message what the organiser says to them, in lines of plain text; may be empty
     */
    public Future<Event> callOff(SqlClient tx, UUID id, String message) {
        return EventWriting.locked(tx, id).compose(event -> switch (event.status()) {
            case CANCELLED -> Future.succeededFuture(event);
            case DRAFT -> Future.failedFuture(Refusal.of(409, "draft", "event.api.draft"));
            case PUBLISHED ->
                event.phase(clock.instant()) == Event.Phase.OVER
                        ? Future.failedFuture(Refusal.of(409, "past", "event.api.past"))
                        : calledOff(tx, event, message);
        });
    }

    private Future<Event> calledOff(SqlClient tx, Event event, String message) {
        return new SeatStore(tx)
                .lock(event.id())
                .compose(held -> writing.write(tx, event, EventStates.status(event, Status.CANCELLED)))
                .compose(off -> new CalledOffStore(tx)
                        .write(off.id(), message, clock.instant())
                        .compose(done -> new ChangeRunStore(tx).delete(off.id()))
                        .compose(done -> writing.told(hook -> hook.calledOff(tx, off)))
                        .map(off));
    }

    /** Takes a draft away; what was ever published stays. */
    public Future<Void> delete(SqlClient tx, UUID id) {
        return EventWriting.locked(tx, id).compose(event -> {
            if (!event.draft()) {
                throw Refusal.of(409, "published", "event.api.published");
            }
            return writing.told(hook -> hook.discarded(tx, event))
                    .compose(done -> new EventStore(tx).delete(id))
                    .compose(done -> EventWriting.dropMeeting(tx, event.meeting(), Optional.empty()));
        });
    }

    private static Refusal cancelledAlready() {
        return Refusal.of(409, "cancelled", "event.api.cancelled");
    }
}
