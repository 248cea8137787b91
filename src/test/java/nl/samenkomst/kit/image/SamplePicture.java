package nl.samenkomst.kit.image;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures for tests, good and bad. */
public final class SamplePicture {

    private SamplePicture() {}

    /** One of noise, which no format makes small. */
    public static byte[] of(String format, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var random = new Random(7);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, random.nextInt(0xffffff));
            }
        }
        return written(format, image);
    }

    /** One of a single colour. */
    public static byte[] plain(String format, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(0x0b5c63));
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        return written(format, image);
    }

    private static byte[] written(String format, BufferedImage image) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** This JPEG with a note of how the camera was held, as a telephone writes it. */
    public static byte[] held(byte[] jpeg, int code) {
        var note = ByteBuffer.allocate(6 + 8 + 2 + 12 + 4).put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        note.putShort((short) 0x4d4d).putShort((short) 42).putInt(8).putShort((short) 1);
        note.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) code);
        return withSegment(jpeg, 0xe1, note.array());
    }

    /** This JPEG with another segment at its beginning. */
    public static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        return ByteBuffer.allocate(jpeg.length + content.length + 4)
                .put(jpeg, 0, 2)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** A few bytes that claim to be a PNG of this size. */
    public static byte[] claiming(int width, int height) {
        return withHead(plain("png", 2, 2), width, height);
    }

    /** The PNG with this piece behind its head (ISO/IEC 15948, section 5.3). */
    public static byte[] withPiece(byte[] png, String kind, byte[] data) {
        int head = 33;
        var piece = ByteBuffer.allocate(data.length + 12).putInt(data.length);
        piece.put(kind.getBytes(java.nio.charset.StandardCharsets.US_ASCII)).put(data);
        piece.putInt(checksum(piece.array(), 4, data.length + 4));
        return ByteBuffer.allocate(png.length + piece.capacity())
                .put(png, 0, head)
                .put(piece.array())
                .put(png, head, png.length - head)
                .array();
    }

    private static byte[] withHead(byte[] png, int width, int height) {
        return ByteBuffer.wrap(png)
                .putInt(16, width)
                .putInt(20, height)
                .putInt(29, 0)
                .array();
    }

    private static int checksum(byte[] bytes, int from, int length) {
        var sum = new CRC32();
        sum.update(bytes, from, length);
        return (int) sum.getValue();
    }
}
