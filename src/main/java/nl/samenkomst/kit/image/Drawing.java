package nl.samenkomst.kit.image;

import io.vertx.core.buffer.Buffer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/** A decoded picture that is written anew: only its pixels are kept. */
final class Drawing {

    private final ImageHead.Format format;
    private final BufferedImage image;
    private final Turn turn;

    private Drawing(ImageHead.Format format, BufferedImage image, Turn turn) {
        this.format = format;
        this.image = image;
        this.turn = turn;
    }

    /**
     * Empty where the decoder cannot make sense of it.
     *
     * @param decoded a picture of more pixels is thinned out while it is decoded, so that all of it never stands in memory
     * @param written what it becomes
     */
    static Optional<Drawing> of(ImageHead head, byte[] bytes, int decoded, ImageHead.Format written) {
        var reader = ImageIO.getImageReadersByFormatName(head.format().name()).next();
        var plain = head.format() == ImageHead.Format.PNG ? PlainPng.of(bytes) : bytes;
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(plain))) {
            reader.setInput(stream, true, true);
            int every = (int) Math.ceil(Math.sqrt((double) head.pixels() / decoded));
            var how = reader.getDefaultReadParam();
            how.setSourceSubsampling(every, every, 0, 0);
            boolean asTold = reader.getWidth(0) == head.width() && reader.getHeight(0) == head.height();
            var turn = head.format() == ImageHead.Format.JPEG ? Turn.of(bytes) : new Turn(1);
            return asTold ? Optional.of(new Drawing(written, reader.read(0, how), turn)) : Optional.empty();
        } catch (IOException | RuntimeException broken) {
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    /** As large as it may be, and smaller until it is light enough. */
    Picture within(Pictures.Bounds bounds) {
        int side = Math.min(bounds.side(), Math.max(image.getWidth(), image.getHeight()));
        var picture = written(side);
        while (picture.bytes().length() > bounds.bytes()) {
            side = side * 3 / 4;
            picture = written(side);
        }
        return picture;
    }

    private Picture written(int side) {
        double scale = (double) side / Math.max(image.getWidth(), image.getHeight());
        var scaled = scaled(Math.max(1, (int) Math.round(image.getWidth() * scale)), Math.max(1, (int)
                Math.round(image.getHeight() * scale)));
        var out = new ByteArrayOutputStream();
        var drawn = turned(scaled);
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            if (!ImageIO.write(drawn, format.name(), stream)) {
                throw new IllegalStateException("this Java writes no " + format);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        var type = format == ImageHead.Format.PNG ? "image/png" : "image/jpeg";
        return new Picture(type, Buffer.buffer(out.toByteArray()), drawn.getWidth(), drawn.getHeight());
    }

    /** By halves, since one great step would skip lines. */
    private BufferedImage scaled(int width, int height) {
        var from = image;
        while (from.getWidth() > 2 * width && from.getHeight() > 2 * height) {
            from = drawn(from, from.getWidth() / 2, from.getHeight() / 2);
        }
        return drawn(from, width, height);
    }

    private BufferedImage drawn(BufferedImage from, int width, int height) {
        var onto = sheet(width, height);
        Graphics2D pen = onto.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(from, 0, 0, width, height, white(), null);
        pen.dispose();
        return onto;
    }

    private BufferedImage turned(BufferedImage from) {
        if (turn.code() == 1) {
            return from;
        }
        var onto = turn.lying() ? sheet(from.getHeight(), from.getWidth()) : sheet(from.getWidth(), from.getHeight());
        Graphics2D pen = onto.createGraphics();
        pen.drawImage(from, turn.upright(from.getWidth(), from.getHeight()), null);
        pen.dispose();
        return onto;
    }

    private BufferedImage sheet(int width, int height) {
        boolean png = format == ImageHead.Format.PNG;
        return new BufferedImage(width, height, png ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    }

    /** What shows through a picture with holes where the format has none; a PNG keeps them. */
    private @Nullable Color white() {
        return format == ImageHead.Format.PNG ? null : Color.WHITE;
    }
}
