package nl.samenkomst.registration;

import java.time.Instant;
import java.util.List;
import nl.samenkomst.event.Event;

/**
 * What a change of the event did to people with a seat.
 *
 * @param event as it now is
 * @param due when they are to be told
 * @param moved who has a seat for sure, in another way than they were last told
 * @param choosing who has none, and a while to say what they want instead
 */
public record SeatShift(Event event, Instant due, List<Registration> moved, List<Registration> choosing) {

    boolean nobody() {
        return moved.isEmpty() && choosing.isEmpty();
    }
}
