package nl.samenkomst.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes of six digits that an app on a phone shows, each for half a minute (RFC 6238, with HMAC-SHA-1 as all apps know it).
 *
 * <p>A library would bring its own idea of users for these lines of arithmetic, and not the rule that a code works once.
 */
final class Totp {

    /** As RFC 4226, section 4, recommends. */
    static final int SECRET_BYTES = 20;

    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;
    private static final long STEP_SECONDS = 30;

    /** Steps that a phone's clock may be ahead or behind. */
    private static final int DRIFT = 1;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Totp() {}

    static byte[] draw() {
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    /** Six digits, with or without a space between. */
    static boolean looksLike(String typed) {
        return typed.replace(" ", "").matches("[0-9]{6}");
    }

    /**
     * The step of time that this code belongs to, among those that are near and later than the last one used.
     *
     * @param last the step of the code that was used last
     */
    static OptionalLong fit(byte[] secret, String typed, Instant now, long last) {
        var code = typed.replace(" ", "");
        long here = step(now);
        return LongStream.rangeClosed(Math.max(here - DRIFT, last + 1), here + DRIFT)
                .filter(step -> MessageDigest.isEqual(code(secret, step).getBytes(UTF_8), code.getBytes(UTF_8)))
                .findFirst();
    }

    static long step(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
    }

    /** RFC 4226, section 5.3. */
    static String code(byte[] secret, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%0" + DIGITS + "d", number % MODULUS);
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException("this Java has no HmacSHA1", cause);
        }
    }
}
