package nl.samenkomst.registration;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.mail.EmailAddress;

/**
 * Somebody who may register for a closed event.
 *
 * @param sentAt when the letter with their link was laid ready last
 * @param unsubscribedAt since when they want no more invitations
 */
public record Invitee(
        UUID id,
        UUID organisation,
        UUID event,
        EmailAddress email,
        Optional<String> name,
        int linkVersion,
        Optional<Instant> sentAt,
        Optional<Instant> unsubscribedAt) {

    /** What their derived link is for, see {@link nl.samenkomst.kit.web.Links}; it stands in {@code ?invitation=}. */
    public static final String PURPOSE = "invitation";

    public Invitee {
        requireNonNull(id);
        requireNonNull(email);
    }
}
