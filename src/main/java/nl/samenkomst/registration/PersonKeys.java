package nl.samenkomst.registration;

import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.mail.EmailAddress;
import nl.samenkomst.kit.web.Links;

/** Knows a person again within one organisation, for counting and matching, without telling who it is. */
public final class PersonKeys {

    private final Links links;

    public PersonKeys(Links links) {
        this.links = links;
    }

    /** HMAC-SHA-256 over organisation and address in lower case. */
    public Buffer of(UUID organisation, EmailAddress address) {
        var id = ByteBuffer.allocate(16)
                .putLong(organisation.getMostSignificantBits())
                .putLong(organisation.getLeastSignificantBits())
                .array();
        return Buffer.buffer(links.hmac("person", id, address.key().getBytes(StandardCharsets.UTF_8)));
    }

    /** Empty for who shares an address: it does not tell them apart. */
    Optional<Buffer> of(Arrival arrival) {
        return arrival.shared()
                ? Optional.empty()
                : arrival.email().map(address -> of(arrival.organisation(), address));
    }
}
