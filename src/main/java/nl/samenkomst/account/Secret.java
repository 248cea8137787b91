package nl.samenkomst.account;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A random secret that is handed out once and kept as its hash only: session, API token, one-time link.
 *
 * @param text 256 random bits in base64url (RFC 4648 section 5), or whatever somebody sent in its stead
 */
record Secret(String text) {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Secret draw() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** SHA-256, which is enough for what cannot be guessed. */
    Buffer hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return Buffer.buffer(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException cause) {
            throw new IllegalStateException("this Java has no SHA-256", cause);
        }
    }

    @Override
    public String toString() {
        return "Secret";
    }
}
