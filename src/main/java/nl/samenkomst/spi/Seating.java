package nl.samenkomst.spi;

import java.util.Optional;

/**
 * How many can sit in a room, and what sets that number.
 *
 * @param seats empty where nothing was given to count by
 */
public record Seating(Optional<Integer> seats, Bound bound) {

    public static final Seating NONE = new Seating(Optional.empty(), Bound.NOTHING);

    /** Which of the given numbers is the smallest. */
    public enum Bound {
        ASKED,
        CHAIRS,
        DISTANCE,
        NOTHING
    }
}
