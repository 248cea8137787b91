package nl.samenkomst.kit.mail;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A letter to be sent, as a room puts it into the outbox.
 *
 * @param subject what it is about, such as {@code invite:<registration id>}; letters of one subject leave in order
 * @param sequence the calendar's SEQUENCE, or 0
 * @param letter the kind, which names writer and template: {@code room/name}
 * @param language the person's, as {@code nl}
 * @param recipient where the address must be kept with the row; else the writer finds it by the ids
 * @param ids what the writer needs to find everything, ids only; the mail ceiling reads {@code event}
 * @param counted whether it counts against the mail ceiling; a counted one names its recipient
 */
public record Outgoing(
        Optional<UUID> organisation,
        String subject,
        int sequence,
        String letter,
        String language,
        Optional<EmailAddress> recipient,
        JsonObject ids,
        boolean counted,
        Instant dueAt) {

    public Outgoing {
        if (counted && recipient.isEmpty()) {
            throw new IllegalArgumentException("a counted letter names its recipient");
        }
    }
}
