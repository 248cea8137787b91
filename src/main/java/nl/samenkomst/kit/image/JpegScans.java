package nl.samenkomst.kit.image;

import java.nio.ByteBuffer;

/**
 * The passes over a JPEG (ITU-T T.81, section B.2.3), read without decoding it. One drawn in a single pass is decoded line by line; of
 * one in several all must stand in memory, and each pass is work. Small pictures inside it, and what follows its end, are not counted.
 *
 * @param ended whether its end is there; a decoder fills with grey what is missing of one that was cut off, and says nothing
 */
record JpegScans(int count, boolean ended) {

    private static final int START_OF_SCAN = 0xda;
    private static final int END = 0xd9;

    static JpegScans of(byte[] bytes) {
        var file = ByteBuffer.wrap(bytes);
        int scans = 0;
        int at = marker(bytes, 2);
        while (at + 3 < bytes.length && (bytes[at + 1] & 0xff) != END) {
            int kind = bytes[at + 1] & 0xff;
            scans += kind == START_OF_SCAN ? 1 : 0;
            at = marker(bytes, bare(kind) ? at + 2 : at + 2 + (file.getShort(at + 2) & 0xffff));
        }
        return new JpegScans(scans, at + 1 < bytes.length && (bytes[at + 1] & 0xff) == END);
    }

    /** Markers without a length: those that restart, the start of an image, and one that is kept for arithmetic. */
    private static boolean bare(int kind) {
        return (kind >= 0xd0 && kind <= 0xd8) || kind == 0x01;
    }

    /** Where the next marker begins: 0xff and then neither the zero that stands for itself nor more filling. */
    private static int marker(byte[] bytes, int from) {
        int at = from;
        while (at + 1 < bytes.length && !((bytes[at] & 0xff) == 0xff && begins(bytes[at + 1] & 0xff))) {
            at++;
        }
        return at;
    }

    private static boolean begins(int kind) {
        return kind != 0 && kind != 0xff;
    }
}
