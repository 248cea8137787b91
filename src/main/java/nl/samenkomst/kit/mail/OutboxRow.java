package nl.samenkomst.kit.mail;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A row of the outbox, claimed by this node: what a letter is written from.
 *
 * @param messageId with its angle brackets; the same for every attempt
 * @param attempts how often it was claimed, this time included
 * @param began when it was claimed for the first time
 * @param frozen what its writer froze at the first claim; there whenever the letter is written
 */
public record OutboxRow(
        long id,
        Optional<UUID> organisation,
        String subject,
        int sequence,
        String letter,
        String language,
        Optional<EmailAddress> recipient,
        JsonObject ids,
        String messageId,
        int attempts,
        Instant began,
        Optional<JsonObject> frozen) {

    /** What the letter's writer froze; for use while writing. */
    public JsonObject kept() {
        return frozen.orElseThrow();
    }

    /** The row as it is once this was frozen. */
    OutboxRow keeping(JsonObject what) {
        return new OutboxRow(
                id,
                organisation,
                subject,
                sequence,
                letter,
                language,
                recipient,
                ids,
                messageId,
                attempts,
                began,
                Optional.of(what));
    }
}
