package nl.samenkomst.registration;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import java.util.UUID;

/**
 * What is known already when somebody arrives.
 *
 * @param holder the registration of that very address at that event
 * @param first what was answered when the same request came before
 */
record Seen(Optional<Holder> holder, Optional<First> first) {

    static final Seen NOTHING = new Seen(Optional.empty(), Optional.empty());

    /** @param trusted whether a personal link of it was ever used, so that the address is no stranger's */
    record Holder(UUID id, boolean cancelled, boolean trusted, String language) {}

    /** @param hash empty where what was sent is erased */
    record First(Answer answer, Optional<Buffer> hash) {

        boolean same(Arrival.Request request) {
            return hash.filter(request.hash()::equals).isPresent();
        }
    }
}
