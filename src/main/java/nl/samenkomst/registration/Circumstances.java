package nl.samenkomst.registration;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.spi.Gathering;

/**
 * What about an event decides who gets a seat, read under the seats lock.
 *
 * @param opens until when only standing members of its series are let in
 * @param lapsed whether an offer of it ran out and still holds its seat
 */
record Circumstances(
        UUID event,
        UUID organisation,
        String status,
        Gathering gathering,
        boolean open,
        boolean byInvitation,
        Instant start,
        ZoneId zone,
        boolean waitlist,
        Optional<Instant> opens,
        Pace pace,
        boolean lapsed) {

    /** How long before the start a freed seat is no longer offered to one, but free to whoever comes first. */
    private static final Duration FREE_WITHIN = Duration.ofHours(2);

    /** What happens to a seat that is freed now. */
    enum Moment {
        /** The first in line gets it. */
        GIVE,
        /** The first who waits without a seat is offered it. */
        OFFER,
        /** It stays free: all who wait are told. */
        FREE,
        /** Nothing any more. */
        OVER
    }

    Moment moment(Instant now) {
        if (!status.equals("published") || !now.isBefore(start)) {
            return Moment.OVER;
        }
        if (!now.isBefore(start.minus(FREE_WITHIN))) {
            return Moment.FREE;
        }
        return now.isBefore(start.minus(pace.offersWithin())) ? Moment.GIVE : Moment.OFFER;
    }

    /** Why nobody, or not this one, can register now. */
    Optional<Outcome.Why> closedTo(Arrival arrival, Instant now) {
        if (status.equals("draft")) {
            return Optional.of(Outcome.Why.ABSENT);
        }
        if (status.equals("cancelled")) {
            return Optional.of(Outcome.Why.CANCELLED);
        }
        if (byInvitation && !arrival.admitted()) {
            return Optional.of(Outcome.Why.BY_INVITATION);
        }
        if (arrival.byStaff() && now.isBefore(start)) {
            return Optional.empty();
        }
        if (!now.isBefore(start.minus(pace.closesBefore()))) {
            return Optional.of(now.isBefore(start) ? Outcome.Why.CLOSED : Outcome.Why.PAST);
        }
        return open && (arrival.admitted() || opens.filter(now::isBefore).isEmpty())
                ? Optional.empty()
                : Optional.of(Outcome.Why.CLOSED);
    }
}
