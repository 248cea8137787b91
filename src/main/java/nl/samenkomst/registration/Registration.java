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

        static Status of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
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

    /** With this seat for sure, and in nobody's line. */
    Registration seated(Attendance way) {
        return with(way, Optional.empty(), Status.CONFIRMED, place, Optional.empty(), Optional.empty());
    }

    /** In line for this way, without a seat. */
    Registration waiting(Attendance way, int at) {
        return with(way, Optional.empty(), Status.WAITLISTED, at, Optional.empty(), Optional.empty());
    }

    /** With a seat in this way, and in line for the other. */
    Registration wanting(Attendance way, int at) {
        return with(way, Optional.of(way.other()), Status.CONFIRMED, at, Optional.empty(), Optional.empty());
    }

    /** With a seat kept for their answer until then. */
    Registration offered(Instant until) {
        return with(attendance, Optional.empty(), Status.OFFERED, place, Optional.of(until), Optional.empty());
    }

    /** With their old seat kept until they say what they want instead. */
    Registration choosing(Instant until) {
        return with(attendance, Optional.empty(), Status.CHOOSE, place, Optional.of(until), Optional.empty());
    }

    /** As they once stood. */
    Registration again(Attendance way, Optional<Attendance> wanted, Status stands, int at, Optional<Instant> until) {
        return with(way, wanted, stands, at, until, Optional.empty());
    }

    /** What is so at that moment, though nobody wrote it down yet: a choice that was not made in time has ended. */
    public Registration asOf(Instant now) {
        return status == Status.CHOOSE
                        && offerUntil.filter(until -> !now.isBefore(until)).isPresent()
                ? cancelled(By.NO_CHOICE)
                : this;
    }

    /** Without seat or line; what they wanted is kept, so that undo can bring it back. */
    Registration cancelled(By who) {
        return with(attendance, wants, Status.CANCELLED, place, Optional.empty(), Optional.of(who.code()));
    }

    Registration at(int otherPlace) {
        return with(attendance, wants, status, otherPlace, offerUntil, by);
    }

    private Registration with(
            Attendance way,
            Optional<Attendance> wanted,
            Status stands,
            int at,
            Optional<Instant> until,
            Optional<String> ended) {
        return new Registration(
                id,
                organisation,
                event,
                email,
                shared,
                name,
                organisationName,
                sector,
                area,
                language,
                way,
                wanted,
                stands,
                at,
                until,
                ended,
                reply,
                presence,
                questionsVersion,
                answers,
                linkVersion,
                version + 1,
                createdAt);
    }
}
