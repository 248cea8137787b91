package nl.samenkomst.registration;

import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.spi.Attendance;

/**
 * An arrival that gets a seat or a place in line, before it is written.
 *
 * @param id its own, or that of the cancelled registration it brings back
 * @param trusted whether its address is known to be theirs
 */
record Entry(Arrival arrival, UUID id, int place, Answer answer, boolean trusted) {

    /** Whether what they need has to be written: it is told, or may have been told before they left. */
    boolean tellsNeeds() {
        return !arrival.needs().isEmpty() || !id.equals(arrival.id());
    }

    Attendance attendance() {
        return answer.attendance();
    }

    Optional<Attendance> wants() {
        return answer.wants();
    }

    Registration.Status status() {
        return answer.status();
    }
}
