package nl.samenkomst.event;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Edits of one event that people hear of at once: they gather for two minutes after the first, and can be undone together for ten.
 *
 * @param before the event as it was before the first
 * @param version the event's after the last; when another change came since, nothing is undone
 * @param due when people are told
 */
public record ChangeRun(Event before, long version, Instant due, Instant undoUntil) {

    static final Duration GATHERS = Duration.ofMinutes(2);
    static final Duration UNDOABLE = Duration.ofMinutes(10);
    /** People who are on their way are told at once. */
    static final Duration SOON = Duration.ofMinutes(30);

    /** Whether this event can still go back to before it. */
    public boolean undoable(Event event, Instant now) {
        return event.version() == version && now.isBefore(undoUntil);
    }

    /** Whether people wait to be told. */
    public boolean gathers(Instant now) {
        return now.isBefore(due);
    }

    /** Whether an edit of this event is one more of the run. */
    boolean goesOn(Event event, Instant now) {
        return gathers(now) && undoable(event, now);
    }

    /** The run that an edit is part of; its moment to tell is never slid further. */
    static ChangeRun of(Optional<ChangeRun> last, Event before, Event after, boolean notifyNow, Instant now) {
        var due = notifyNow || soon(before, now) || soon(after, now)
                ? now
                : last.filter(run -> run.gathers(now)).map(ChangeRun::due).orElse(now.plus(GATHERS));
        return last.filter(run -> run.goesOn(before, now))
                .map(run -> new ChangeRun(run.before(), run.version(), due, run.undoUntil()))
                .orElseGet(() -> new ChangeRun(before, before.version(), due, now.plus(UNDOABLE)));
    }

    private static boolean soon(Event event, Instant now) {
        return !now.isBefore(event.start().minus(SOON));
    }

    ChangeRun at(long later) {
        return new ChangeRun(before, later, due, undoUntil);
    }

    /** What is left of it once it is undone: people may still have to be told so, and there is nothing to go back to. */
    static ChangeRun undone(Event restored, Instant due, Instant now) {
        return new ChangeRun(restored, restored.version(), due, now);
    }
}
