package nl.samenkomst.event;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.samenkomst.kit.db.Clash;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.meeting.Meeting;
import nl.samenkomst.meeting.MeetingStore;
import nl.samenkomst.meeting.Meetings;
import nl.samenkomst.meeting.Providers;
import nl.samenkomst.spi.Attendance;

/** Writes an event with all that belongs to it, as part of a transaction, and brings the news to the rooms that want it. */
final class EventWriting {

    private final Meetings meetings;
    private final SeatPlan plan;
    private final List<EventHook> hooks;
    private final Clock clock;

    EventWriting(Formats formats, Providers providers, List<EventHook> hooks, Clock clock) {
        this.meetings = new Meetings(providers);
        this.plan = new SeatPlan(formats);
        this.hooks = List.copyOf(hooks);
        this.clock = clock;
    }

    SeatPlan plan() {
        return plan;
    }

    /** The event, held against other changes until this transaction ends. */
    static Future<Event> locked(SqlClient tx, UUID id) {
        return new EventStore(tx).lock(id).map(found -> found.orElseThrow(() -> new NotFound("event")));
    }

    Future<Void> insert(SqlClient tx, Event event) {
        return withMeeting(tx, event)
                .compose(done -> new EventStore(tx).insert(event))
                .recover(EventWriting::slugTaken)
                .compose(done -> words(tx, event, true));
    }

    /** Has the online place made, where people come online. */
    Future<Event> place(SqlClient tx, Event event) {
        return event.meeting()
                .filter(meeting -> event.attendance().allows(Attendance.ONLINE))
                .map(meeting -> meetings.make(tx, meeting, event.title(), event.start(), event.end())
                        .map(made -> EventStates.meeting(event, made)))
                .orElseGet(() -> Future.succeededFuture(event));
    }

    /** The same for a rehearsal: nothing is made elsewhere for a change that may never come. */
    Future<Event> rehearsed(SqlClient tx, Event event) {
        return event.meeting()
                        .filter(meeting -> meetings.providers()
                                .find(meeting.provider())
                                .filter(one -> !one.wantsAddress())
                                .isPresent())
                        .isPresent()
                ? Future.succeededFuture(event)
                : place(tx, event);
    }

    /** Writes the event, one version on. */
    Future<Event> write(SqlClient tx, Event before, Event after) {
        var next = EventStates.version(after, before.version() + 1);
        return withMeeting(tx, next)
                .compose(done -> new EventStore(tx).update(next, clock.instant()))
                .recover(EventWriting::slugTaken)
                .compose(done -> words(tx, next, next.questionsVersion() != before.questionsVersion()))
                .compose(done ->
                        dropMeeting(tx, before.meeting(), next.meeting()).map(next));
    }

    private static Future<Void> withMeeting(SqlClient tx, Event event) {
        return event.meeting()
                .map(meeting -> new MeetingStore(tx).write(meeting))
                .orElseGet(Future::succeededFuture);
    }

    static Future<Void> dropMeeting(SqlClient tx, Optional<Meeting> before, Optional<Meeting> after) {
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

    /** Sets how many seats there are of each way; one that is gone keeps its row, for the order of who stood in its line. */
    Future<Void> seats(SqlClient tx, Event event) {
        var store = new SeatStore(tx);
        return each(event, way -> store.setCapacity(event.id(), way, plan.capacity(event, way)))
                .compose(done -> store.closeGone(event.id()));
    }

    /** As many seats as there will be, and as many as are taken now: people are about to go back to the seats they had. */
    Future<Void> widen(SqlClient tx, Event event) {
        var store = new SeatStore(tx);
        return each(event, way -> store.widen(event.id(), way, plan.capacity(event, way)))
                .compose(done -> store.closeGone(event.id()));
    }

    private static Future<Void> each(Event event, Function<Attendance, Future<Void>> step) {
        Future<Void> done = Future.succeededFuture();
        for (var way : event.attendance().ways()) {
            done = done.compose(before -> step.apply(way));
        }
        return done;
    }

    Future<Void> told(Function<EventHook, Future<Void>> news) {
        Future<Void> done = Future.succeededFuture();
        for (var hook : hooks) {
            done = done.compose(before -> news.apply(hook));
        }
        return done;
    }

    /** What this transaction did to people, as the room that knows tells it. */
    Future<ChangeEffect> effect(SqlClient tx, Event event) {
        var asked = hooks.stream().map(hook -> hook.effect(tx, event)).toList();
        return Future.all(asked).map(done -> asked.stream()
                .map(Future::result)
                .filter(one -> !one.equals(ChangeEffect.NONE))
                .findFirst()
                .orElse(ChangeEffect.NONE));
    }

    private static Future<Void> slugTaken(Throwable failure) {
        return Clash.<Void>on("event_slug_key", () -> Refusal.taken("slug", "event.api.slug"))
                .apply(failure);
    }
}
