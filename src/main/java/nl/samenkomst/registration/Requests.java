package nl.samenkomst.registration;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Body;
import nl.samenkomst.kit.web.Links;
import nl.samenkomst.kit.web.Visit;

/** By what the same form or call, sent again, is known: the form's nonce, or the Idempotency-Key. */
final class Requests {

    private static final int LONGEST_KEY = 200;

    private Requests() {}

    /** @param nonce of the form's token, which was judged to be good */
    static Arrival.Request typed(String nonce, Body body, Links links) {
        return new Arrival.Request("form:" + nonce, hash(body, links));
    }

    /** Empty where the call bears no key. */
    static Optional<Arrival.Request> called(Visit visit, Body body) {
        return visit.header("Idempotency-Key").map(key -> {
            if (key.isBlank() || key.length() > LONGEST_KEY) {
                throw Refusal.invalid("Idempotency-Key", "registration.api.key", LONGEST_KEY);
            }
            return new Arrival.Request("call:" + key, hash(body, visit.links()));
        });
    }

    /** Keyed, so that the hash tells nobody what was typed. */
    private static Buffer hash(Body body, Links links) {
        return Buffer.buffer(links.hmac("request", body.json().encode().getBytes(StandardCharsets.UTF_8)));
    }
}
