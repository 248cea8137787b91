package nl.samenkomst.account;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.web.Links;

/**
 * The ticket of whoever knew the password and still owes the code: account, version and second of issue under our seal. It opens
 * nothing by itself, so nothing need be kept of it.
 */
final class Halfway {

    /** To find one's phone. */
    private static final Duration LASTING = Duration.ofMinutes(10);

    private static final int CLAIM_BYTES = 4 * Long.BYTES;
    private static final int PROOF_BYTES = 16;

    private final Links links;
    private final Clock clock;

    Halfway(Links links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    /** Whom the ticket is for; it fits the account only while it has this version. */
    record Claim(UUID account, long version) {}

    String ticket(Account account) {
        return sealed(ByteBuffer.allocate(CLAIM_BYTES)
                .putLong(account.id().getMostSignificantBits())
                .putLong(account.id().getLeastSignificantBits())
                .putLong(account.version())
                .putLong(clock.instant().getEpochSecond())
                .array());
    }

    /** Empty where the ticket is forged or too old. */
    Optional<Claim> judge(String ticket) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(ticket);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
        if (bytes.length != CLAIM_BYTES + PROOF_BYTES) {
            return Optional.empty();
        }
        var expected = sealed(Arrays.copyOf(bytes, CLAIM_BYTES));
        if (!MessageDigest.isEqual(expected.getBytes(US_ASCII), ticket.getBytes(US_ASCII))) {
            return Optional.empty();
        }
        var claim = ByteBuffer.wrap(bytes);
        var whose = new Claim(new UUID(claim.getLong(), claim.getLong()), claim.getLong());
        long age = clock.instant().getEpochSecond() - claim.getLong();
        return Optional.of(whose).filter(young -> age <= LASTING.toSeconds());
    }

    private String sealed(byte[] claim) {
        var bytes = ByteBuffer.allocate(CLAIM_BYTES + PROOF_BYTES)
                .put(claim)
                .put(links.hmac("halfway", claim), 0, PROOF_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
