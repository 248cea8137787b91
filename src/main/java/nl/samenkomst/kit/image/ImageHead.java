package nl.samenkomst.kit.image;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What the first bytes of a picture say of it, read before anything is decoded: PNG (ISO/IEC 15948, section 11.2.2) or JPEG
 * (ITU-T T.81, section B.2.2).
 *
 * @param width in pixels, as it claims
 */
record ImageHead(Format format, int width, int height) {

    private static final long PNG = 0x89504e470d0a1a0aL;
    private static final int IHDR = 0x49484452;
    private static final int JPEG = 0xffd8;
    private static final int START_OF_SCAN = 0xda;

    /** The two kinds that are taken, by the name that decoders and media types know. */
    enum Format {
        PNG,
        JPEG
    }

    /** Empty for whatever is no picture of these kinds, or has no pixels. */
    static Optional<ImageHead> read(byte[] bytes) {
        var file = ByteBuffer.wrap(bytes);
        if (bytes.length > 24 && file.getLong(0) == PNG && file.getInt(12) == IHDR) {
            return sound(Format.PNG, file.getInt(16), file.getInt(20));
        }
        return bytes.length > 4 && (file.getShort(0) & 0xffff) == JPEG ? jpeg(file) : Optional.empty();
    }

    long pixels() {
        return (long) width * height;
    }

    private static Optional<ImageHead> sound(Format format, int width, int height) {
        return width > 0 && height > 0 ? Optional.of(new ImageHead(format, width, height)) : Optional.empty();
    }

    /** From segment to segment, each with its length, until the one that begins the frame. */
    private static Optional<ImageHead> jpeg(ByteBuffer file) {
        int at = 2;
        while (at + 9 < file.limit() && (file.get(at) & 0xff) == 0xff) {
            int marker = file.get(at + 1) & 0xff;
            if (beginsFrame(marker)) {
                return sound(Format.JPEG, file.getShort(at + 7) & 0xffff, file.getShort(at + 5) & 0xffff);
            }
            if (marker == START_OF_SCAN) {
                return Optional.empty();
            }
            at += marker == 0xff ? 1 : 2 + (file.getShort(at + 2) & 0xffff);
        }
        return Optional.empty();
    }

    private static boolean beginsFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }
}
