package nl.samenkomst.event;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongConsumer;
import nl.samenkomst.event.Event.Status;
import nl.samenkomst.kit.db.Clash;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.meeting.Meeting;
import nl.samenkomst.meeting.MeetingStore;
import nl.samenkomst.meeting.Meetings;
import nl.samenkomst.meeting.Providers;
import nl.samenkomst.spi.Attendance;

/**
 * What organisers do with events. Each verb is part of the transaction it is given, and takes its locks in the order of the whole
 * program: the event first, then its seats.
 */
public final class Events {

    private final EventDesign design;
    private final Meetings meetings;
    private final SeatPlan plan;
    private final List<EventHook> hooks;
    private final Clock clock;

    /**
     * The verbs, with the rooms that want the news of them.
     *
     * @param hooks told in this order
     */
    public Events(Formats formats, Providers providers, List<EventHook> hooks, Clock clock) {
        this.design = new EventDesign(formats, providers);
        this.meetings = new Meetings(providers);
        this.plan = new SeatPlan(formats);
        this.hooks = List.copyOf(hooks);
        this.clock = clock;
    }

    /**
     * Makes a draft.
     *
     * @param json the event as the API takes it
     * @return a 422 with every field that is wrong, a 409 on {@code slug} where the typed one is taken
     */
    public Future<Event> create(SqlClient tx, UUID organisation, JsonObject json) {
        return design.drafted(tx, organisation, json).compose(event -> withMeeting(tx, event)
                .compose(done -> new EventStore(tx).insert(event))
                .recover(Events::slugTaken)
                .compose(done -> words(tx, event, true))
                .map(event));
    }

    /**
     * Changes an event as a merge patch (RFC 7396) says.
     *
     * @param guard is given the version that is about to be replaced, and throws when that is not the one the caller means
     */
    public Future<Event> change(SqlClient tx, UUID id, JsonObject patch, LongConsumer guard) {
        return locked(tx, id).compose(before -> {
            guard.accept(before.version());
            return design.changed(tx, before, patch).compose(after -> changed(tx, before, after));
        });
    }

    private Future<Event> changed(SqlClient tx, Event before, Event after) {
        if (after.equals(before)) {
            return Future.succeededFuture(before);
        }
        return switch (before.status()) {
            case DRAFT -> write(tx, before, after);
            case PUBLISHED -> changedInPublic(tx, before, after);
            case CANCELLED -> Future.failedFuture(cancelledAlready());
        };
    }

    private Future<Event> changedInPublic(SqlClient tx, Event before, Event after) {
        return new SeatStore(tx)
                .lock(before.id())
                .compose(seats -> {
                    var change = new PublicChange(before, after, seats, plan);
                    change.check();
                    return change.meets() ? place(tx, after) : Future.succeededFuture(after);
                })
                .compose(placed -> write(tx, before, placed))
                .compose(written -> seats(tx, written)
                        .compose(done -> told(hook -> hook.changed(tx, before, written)))
                        .map(written));
    }

    /** Lets the world see it. One that is published already stays as it is. */
    public Future<Event> publish(SqlClient tx, UUID id) {
        return locked(tx, id).compose(event -> switch (event.status()) {
            case PUBLISHED -> Future.succeededFuture(event);
            case CANCELLED -> Future.failedFuture(cancelledAlready());
            case DRAFT -> published(tx, event);
        });
    }

    private Future<Event> published(SqlClient tx, Event draft) {
        if (plan.countless(draft)) {
            return Future.failedFuture(Refusal.invalid("capacity.onSite", "event.api.seats"));
        }
        return place(tx, draft)
                .compose(placed -> write(tx, draft, EventStates.status(placed, Status.PUBLISHED)))
                .compose(event -> seats(tx, event)
                        .compose(done -> told(hook -> hook.published(tx, event)))
                        .map(event));
    }

    /** Lets people register, or no longer. */
    public Future<Event> open(SqlClient tx, UUID id, boolean open) {
        return locked(tx, id).compose(event -> {
            if (event.cancelled()) {
                return Future.failedFuture(cancelledAlready());
            }
            return event.open() == open
                    ? Future.succeededFuture(event)
                    : write(tx, event, EventStates.open(event, open));
        });
    }

    /** Calls off a published event that nobody has registered for. */
    public Future<Event> cancel(SqlClient tx, UUID id) {
        return locked(tx, id).compose(event -> switch (event.status()) {
            case CANCELLED -> Future.succeededFuture(event);
            case DRAFT -> Future.failedFuture(Refusal.of(409, "draft", "event.api.draft"));
            case PUBLISHED ->
                new SeatStore(tx).lock(id).compose(seats -> {
                    if (PublicChange.live(seats)) {
                        throw Refusal.of(409, "later", "event.api.later");
                    }
                    return write(tx, event, EventStates.status(event, Status.CANCELLED));
                });
        });
    }

    /** Takes a draft away; what was ever published stays. */
    public Future<Void> delete(SqlClient tx, UUID id) {
        return locked(tx, id).compose(event -> {
            if (!event.draft()) {
                throw Refusal.of(409, "published", "event.api.published");
            }
            return told(hook -> hook.discarded(tx, event))
                    .compose(done -> new EventStore(tx).delete(id))
                    .compose(done -> dropMeeting(tx, event.meeting(), Optional.empty()));
        });
    }

    private static Future<Event> locked(SqlClient tx, UUID id) {
        return new EventStore(tx).lock(id).map(found -> found.orElseThrow(() -> new NotFound("event")));
    }

    private Future<Event> place(SqlClient tx, Event event) {
        return event.meeting()
                .filter(meeting -> event.attendance().allows(Attendance.ONLINE))
                .map(meeting -> meetings.make(tx, meeting, event.title(), event.start(), event.end())
                        .map(made -> EventStates.meeting(event, made)))
                .orElseGet(() -> Future.succeededFuture(event));
    }

    /** Writes the event, one version on. */
    private Future<Event> write(SqlClient tx, Event before, Event after) {
        var next = EventStates.version(after, before.version() + 1);
        return withMeeting(tx, next)
                .compose(done -> new EventStore(tx).update(next, clock.instant()))
                .recover(Events::slugTaken)
                .compose(done -> words(tx, next, next.questionsVersion() != before.questionsVersion()))
                .compose(done ->
                        dropMeeting(tx, before.meeting(), next.meeting()).map(next));
    }

    private static Future<Void> withMeeting(SqlClient tx, Event event) {
        return event.meeting()
                .map(meeting -> new MeetingStore(tx).write(meeting))
                .orElseGet(Future::succeededFuture);
    }

    private static Future<Void> dropMeeting(SqlClient tx, Optional<Meeting> before, Optional<Meeting> after) {
        return before.map(Meeting::id)
                .filter(id -> after.filter(kept -> kept.id().equals(id)).isEmpty())
                .map(id -> new MeetingStore(tx).delete(id))
                .orElseGet(Future::succeededFuture);
    }

    private static Future<Void> words(SqlClient tx, Event event, boolean newQuestions) {
        var store = new EventWordStore(tx);
        return store.writeTexts(event)
                .compose(done -> newQuestions ? store.addQuestions(event) : Future.succeededFuture());
    }

    /** A way of attending that is gone keeps its row, with no seats: who once stood in its line keeps their place's meaning. */
    private Future<Void> seats(SqlClient tx, Event event) {
        var store = new SeatStore(tx);
        Future<Void> done = Future.succeededFuture();
        for (var way : Attendance.values()) {
            var given = event.attendance().allows(way);
            done = done.compose(before -> given
                    ? store.setCapacity(event.id(), way, plan.capacity(event, way))
                    : store.close(event.id(), way));
        }
        return done;
    }

    private Future<Void> told(Function<EventHook, Future<Void>> news) {
        Future<Void> done = Future.succeededFuture();
        for (var hook : hooks) {
            done = done.compose(before -> news.apply(hook));
        }
        return done;
    }

    private static Future<Void> slugTaken(Throwable failure) {
        return Clash.<Void>on("event_slug_key", () -> Refusal.taken("slug", "event.api.slug"))
                .apply(failure);
    }

    private static Refusal cancelledAlready() {
        return Refusal.of(409, "cancelled", "event.api.cancelled");
    }
}
