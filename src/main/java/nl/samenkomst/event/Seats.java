package nl.samenkomst.event;

import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.spi.Attendance;

/**
 * The seats for one way of attending, as they were counted.
 *
 * @param capacity empty where there is no limit
 */
public record Seats(UUID event, Attendance attendance, Optional<Integer> capacity, int held, int waiting) {

    /** Empty where there is no limit. */
    public Optional<Integer> free() {
        return capacity.map(seats -> seats - held);
    }

    public boolean full() {
        return capacity.isPresent() && held >= capacity.get();
    }
}
