package nl.samenkomst.calendar;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;

/**
 * What one person's calendar should show of one event.
 *
 * @param uid by which their calendar knows it for life, and by which a reply is known: it stands in no public file
 * @param sequence raised by every change
 * @param told whether an invitation may have reached them already
 * @param stranger whether their address never used a link of ours
 */
record Invite(UUID registration, String uid, int sequence, boolean told, boolean stranger) {

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

    /** A UID of 128 random bits. Its domain names no host: the address of an installation may change, the UID never does. */
    static String freshUid() {
        var bytes = new byte[UID_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes) + "@samenkomst";
    }
}
