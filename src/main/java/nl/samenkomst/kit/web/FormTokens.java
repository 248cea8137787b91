package nl.samenkomst.kit.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/**
 * Tokens in public forms, which act for nobody and so need no session: HMAC over the form's scope, the second of issue and a nonce.
 * Good from two seconds (people type, robots do not) to a day. The nonce tells one sending of a form from the next.
 */
public final class FormTokens {

    private static final Duration OLDEST = Duration.ofHours(24);
    private static final int NONCE = 12;
    private static final int PROOF = 16;

    private final Links links;
    private final Clock clock;
    private final Duration youngest;
    private final SecureRandom random = new SecureRandom();

    /** @param youngest the minimum age of a form, zero to accept it at once */
    public FormTokens(Links links, Clock clock, Duration youngest) {
        this.links = links;
        this.clock = clock;
        this.youngest = youngest;
    }

    /** What a form token turned out to be. The nonce is empty unless the token is good. */
    public record Judged(Age age, String nonce) {

        public boolean good() {
            return age == Age.GOOD;
        }
    }

    /** Whether the form may be believed. */
    public enum Age {
        GOOD,
        TOO_YOUNG,
        TOO_OLD,
        FORGED
    }

    public String issue(String scope) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        return sealed(scope, clock.instant().getEpochSecond(), nonce);
    }

    public Judged judge(String scope, String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException malformed) {
            return new Judged(Age.FORGED, "");
        }
        if (bytes.length != Long.BYTES + NONCE + PROOF) {
            return new Judged(Age.FORGED, "");
        }
        long second = ByteBuffer.wrap(bytes).getLong();
        var nonce = Arrays.copyOfRange(bytes, Long.BYTES, Long.BYTES + NONCE);
        var expected = sealed(scope, second, nonce).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(expected, token.getBytes(StandardCharsets.US_ASCII))) {
            return new Judged(Age.FORGED, "");
        }
        var age = Duration.between(Instant.ofEpochSecond(second), clock.instant());
        if (age.compareTo(youngest) < 0) {
            return new Judged(Age.TOO_YOUNG, "");
        }
        return age.compareTo(OLDEST) > 0
                ? new Judged(Age.TOO_OLD, "")
                : new Judged(Age.GOOD, Base64.getUrlEncoder().withoutPadding().encodeToString(nonce));
    }

    private String sealed(String scope, long second, byte[] nonce) {
        var time = ByteBuffer.allocate(Long.BYTES).putLong(second).array();
        var proof = links.hmac("form", scope.getBytes(StandardCharsets.UTF_8), time, nonce);
        var bytes = ByteBuffer.allocate(Long.BYTES + NONCE + PROOF)
                .put(time)
                .put(nonce)
                .put(proof, 0, PROOF);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
