package nl.samenkomst.kit.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Set;

/**
 * A PNG without all that is not needed to draw it (ISO/IEC 15948, section 5.3): texts and profiles may be packed so that two megabytes
 * unfold to gigabytes, and a decoder unpacks them even where nobody asks.
 */
final class PlainPng {

    private static final int SIGNATURE = 8;
    private static final int ROUND = 12;
    private static final Set<Integer> NEEDED = Set.of(0x49484452, 0x504c5445, 0x74524e53, 0x49444154, 0x49454e44);

    private PlainPng() {}

    static byte[] of(byte[] bytes) {
        var file = ByteBuffer.wrap(bytes);
        var plain = new ByteArrayOutputStream(bytes.length);
        plain.write(bytes, 0, SIGNATURE);
        int at = SIGNATURE;
        while (at + ROUND <= bytes.length) {
            int length = file.getInt(at);
            if (length < 0 || length > bytes.length - at - ROUND) {
                break;
            }
            if (NEEDED.contains(file.getInt(at + 4))) {
                plain.write(bytes, at, length + ROUND);
            }
            at += length + ROUND;
        }
        return plain.toByteArray();
    }
}
