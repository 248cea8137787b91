package nl.samenkomst.event;

import java.time.Instant;

/**
 * A change of an event that people can see, as the rooms on the right hear of it.
 *
 * @param due when those whom it concerns are told; what waits to be told of the same run is due no later
 */
public record EventChange(Event before, Event after, Instant due, Part part) {

    /** Which part of a run of changes it is. */
    public enum Part {
        /** The first: what was remembered for undoing an earlier run can be forgotten. */
        FIRST,
        /** A further one. */
        FURTHER,
        /** All of it goes back to before the run. */
        UNDO
    }

    public boolean undo() {
        return part == Part.UNDO;
    }

    /** Whether it only sets right what is told of something that has been: nobody goes anywhere by it any more. */
    public boolean afterwards(Instant now) {
        return before.phase(now) == Event.Phase.OVER && after.phase(now) == Event.Phase.OVER;
    }
}
