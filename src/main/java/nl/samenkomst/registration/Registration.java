package nl.samenkomst.registration;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.spi.Attendance;

/**
 * One person at one event.
 *
 * @param attendance what they hold or, waiting, what they wait for
 * @param wants the other way, which they wait for with a seat in hand
 * @param place given at arrival, rising per event and way of attending: the order of the line
 * @param offerUntil until when a seat is kept for an answer
 */
public record Registration(
        UUID id,
        UUID organisation,
        UUID event,
        Optional<String> email,
        boolean shared,
        Optional<String> name,
        Optional<String> organisationName,
        Optional<String> sector,
        Optional<UUID> area,
        String language,
        Attendance attendance,
        Optional<Attendance> wants,
        Status status,
        int place,
        Optional<Instant> offerUntil,
        Optional<String> by,
        String reply,
        String presence,
        int questionsVersion,
        JsonObject answers,
        int linkVersion,
        long version,
        Instant createdAt) {

    /** Where a registration stands. Only confirmed, offered and choose hold a seat. */
    public enum Status {
        CONFIRMED,
        WAITLISTED,
        OFFERED,
        CHOOSE,
        CANCELLED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public boolean holds() {
            return this == CONFIRMED || this == OFFERED || this == CHOOSE;
        }
    }

    public Registration {
        if ((status == Status.OFFERED || status == Status.CHOOSE) != offerUntil.isPresent()) {
            throw new IllegalArgumentException("an offer, and nothing else, has an end: " + status);
        }
    }

    public boolean confirmed() {
        return status == Status.CONFIRMED;
    }

    public boolean cancelled() {
        return status == Status.CANCELLED;
    }

    /** The way of attending in whose line they stand. */
    public Optional<Attendance> waitsFor() {
        return switch (status) {
            case WAITLISTED -> Optional.of(attendance);
            case CONFIRMED -> wants;
            default -> Optional.empty();
        };
    }
}
