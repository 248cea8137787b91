package nl.samenkomst.registration;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.mail.EmailAddress;
import nl.samenkomst.kit.mail.Outgoing;

/** A letter that staff wrote to several people of an event: each gets one of their own. */
record Round(UUID id, UUID organisation, UUID event, String subject, String text, Instant at) {

    /** Its kind, as the outbox names it; its ids are {@code round}, {@code registration} and {@code event}. */
    static final String LETTER = "registration/round";

    /** Under which the outbox keeps what was written so to somebody; letters of one subject leave in order. */
    static String subject(UUID registration) {
        return "round:" + registration;
    }

    Outgoing to(Registration one) {
        return new Outgoing(
                Optional.of(organisation),
                subject(one.id()),
                0,
                LETTER,
                one.language(),
                one.email().map(EmailAddress::new),
                new JsonObject()
                        .put("round", id.toString())
                        .put("registration", one.id().toString())
                        .put("event", event.toString()),
                false,
                at);
    }
}
