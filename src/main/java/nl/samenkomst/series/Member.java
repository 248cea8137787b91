package nl.samenkomst.series;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.spi.Attendance;

/**
 * Somebody who comes to every date of a series.
 *
 * @param email empty who was erased
 * @param attendance the way they like best, where a date has it
 * @param pausedUntil dates that start before it are not for them
 * @param endedAt when they stopped
 */
public record Member(
        UUID id,
        UUID organisation,
        UUID series,
        Optional<String> email,
        Optional<String> name,
        Optional<String> organisationName,
        Optional<String> sector,
        Optional<UUID> area,
        String language,
        Attendance attendance,
        IfFull ifFull,
        Optional<Instant> pausedUntil,
        Optional<Instant> endedAt,
        int linkVersion,
        Instant createdAt) {

    /** Until they say otherwise. */
    static final Instant FOREVER = Instant.parse("9000-01-01T00:00:00Z");

    /** Where a member stands. */
    enum State {
        ACTIVE,
        PAUSED,
        STOPPED
    }

    State state(Instant now) {
        if (endedAt.isPresent()) {
            return State.STOPPED;
        }
        return pausedUntil.filter(now::isBefore).isPresent() ? State.PAUSED : State.ACTIVE;
    }

    /** Whether they are to be registered for a date that starts then. */
    boolean comesTo(Instant start) {
        return endedAt.isEmpty() && pausedUntil.filter(start::isBefore).isEmpty();
    }

    /** Paused with no day to come back. */
    boolean pausedForLong() {
        return pausedUntil.filter(FOREVER::equals).isPresent();
    }

    boolean erased() {
        return email.isEmpty();
    }
}
