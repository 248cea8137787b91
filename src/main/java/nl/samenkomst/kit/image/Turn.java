package nl.samenkomst.kit.image;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * How a camera was held (Exif 2.32, section 4.6.4, tag 274): its picture lies so in the file, and is to be turned when it is shown.
 *
 * @param code 1 for upright, up to 8
 */
record Turn(int code) {

    private static final int EXIF = 0xffe1;
    private static final int TAG = 0x0112;
    private static final byte[] NAME = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final Turn UPRIGHT = new Turn(1);

    /** Upright where the file does not say, or says it in a way that cannot be read. */
    static Turn of(byte[] bytes) {
        var file = ByteBuffer.wrap(bytes);
        int at = 2;
        while (at + 4 < bytes.length && (bytes[at] & 0xff) == 0xff && (file.getShort(at) & 0xffff) != 0xffda) {
            int length = file.getShort(at + 2) & 0xffff;
            int end = Math.min(bytes.length, at + 2 + length);
            if ((file.getShort(at) & 0xffff) == EXIF && named(bytes, at + 4, end)) {
                return read(file.slice(at + 10, end - at - 10));
            }
            at += 2 + length;
        }
        return UPRIGHT;
    }

    private static boolean named(byte[] bytes, int from, int end) {
        return end - from > NAME.length + 8
                && java.util.Arrays.equals(bytes, from, from + NAME.length, NAME, 0, NAME.length);
    }

    /** The first directory of the TIFF inside, twelve bytes for each thing that it tells. */
    private static Turn read(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.limit() - 2) {
            return UPRIGHT;
        }
        int entries = tiff.getShort(directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if (entry + 12 > tiff.limit()) {
                return UPRIGHT;
            }
            if ((tiff.getShort(entry) & 0xffff) == TAG) {
                int code = tiff.getShort(entry + 8);
                return code >= 1 && code <= 8 ? new Turn(code) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** Whether what is wide in the file is high when it is shown. */
    boolean lying() {
        return code >= 5;
    }

    /** From the picture as it lies in the file, so wide and high, to how it is shown. */
    AffineTransform upright(int width, int height) {
        return switch (code) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
