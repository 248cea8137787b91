package nl.samenkomst.calendar;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.web.Links;

/**
 * What one person's calendar should show of one event.
 *
 * @param uid by which their calendar knows it for life, and by which a reply is known: it stands in no public file
 * @param sequence raised by every change
 * @param sentSequence what may have reached them last, if anything has
 * @param stranger whether their address never used a link of ours
 */
record Invite(UUID registration, String uid, int sequence, Optional<Integer> sentSequence, boolean stranger) {

    boolean told() {
        return sentSequence.isPresent();
    }

    /** What the calendar should show. */
    enum Wanted {
        REQUEST("request"),
        CANCEL("cancel");

        private final String code;

        Wanted(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int UID_BYTES = 16;

    /** Names no host: the address of an installation may change, a UID never does. */
    private static final String DOMAIN = "@samenkomst";

    /** A UID of 128 random bits. */
    static String freshUid() {
        var bytes = new byte[UID_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes) + DOMAIN;
    }

    /** For who has a seat but was never invited, as one who has no address: always the same, and not to be guessed. */
    static String uidOf(UUID registration, Links links) {
        var proof = links.hmac("calendar uid", registration.toString().getBytes(US_ASCII));
        return HexFormat.of().formatHex(proof, 0, UID_BYTES) + DOMAIN;
    }
}
