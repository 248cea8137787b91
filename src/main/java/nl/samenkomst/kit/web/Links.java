package nl.samenkomst.kit.web;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes and judges personal links. They are derived, not stored: base64url (RFC 4648 section 5, no padding) of the thing's id and
 * the first 128 bits of HMAC-SHA-256 over purpose, id and link version.
 */
public final class Links {

    private static final int ID_BYTES = 16;
    private static final int PROOF_BYTES = 16;

    private final URI address;
    private final SecretKeySpec secret;

    /** @param address the public address, without a slash at its end */
    public Links(URI address, byte[] secret) {
        this.address = address;
        this.secret = new SecretKeySpec(secret, "HmacSHA256");
    }

    public String token(String purpose, UUID id, int version) {
        var bytes = ByteBuffer.allocate(ID_BYTES + PROOF_BYTES)
                .put(bytes(id))
                .put(proof(purpose, id, version), 0, PROOF_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** The id inside a token, which proves nothing yet; empty where it is no token at all. */
    public static Optional<UUID> id(String token) {
        if (token.length() != 43) {
            return Optional.empty();
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
            return Optional.of(new UUID(bytes.getLong(), bytes.getLong()));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    public boolean fits(String token, String purpose, UUID id, int version) {
        return MessageDigest.isEqual(
                token.getBytes(StandardCharsets.US_ASCII),
                token(purpose, id, version).getBytes(StandardCharsets.US_ASCII));
    }

    /** An absolute address of this installation; the path begins with a slash. */
    public String url(String path) {
        return address + path;
    }

    public URI address() {
        return address;
    }

    /** HMAC-SHA-256 of the parts under the installation's secret: for whatever must be recognised but not guessed. */
    public byte[] hmac(String purpose, byte[]... parts) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            for (var part : parts) {
                mac.update((byte) 0);
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException("this Java has no HmacSHA256", cause);
        }
    }

    private byte[] proof(String purpose, UUID id, int version) {
        return Arrays.copyOf(
                hmac(
                        "link " + purpose,
                        bytes(id),
                        ByteBuffer.allocate(4).putInt(version).array()),
                PROOF_BYTES);
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(ID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
