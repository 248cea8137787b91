package nl.samenkomst.kit.image;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.samenkomst.kit.rule.Refusal;

/**
 * Takes in pictures that people send: judged by their first bytes, then drawn anew, on a thread of their own, since that is slow and
 * takes memory.
 */
public final class Pictures {

    /** The most that a picture may weigh, in bytes. */
    public static final int MOST_BYTES = 2 * 1024 * 1024;

    /** The most pixels in each direction. */
    public static final int MOST_PIXELS = 4_000;

    private static final int MOST_SCANS = 100;

    private final WorkerExecutor workers;

    public Pictures(Vertx vertx) {
        this.workers = vertx.createSharedWorkerExecutor("pictures", 1);
    }

    /** How large a drawn picture may be: in pixels the longer side, in bytes all of it. */
    public record Bounds(int side, int bytes) {}

    /**
     * The picture in this file, drawn anew within these bounds.
     *
     * @param field to blame in the 422 where it is no PNG or JPEG, too heavy, too large, or broken
     */
    public Future<Picture> drawn(String field, Path file, Bounds bounds) {
        return workers.executeBlocking(() -> drawn(field, read(field, file), bounds), false);
    }

    private static byte[] read(String field, Path file) throws java.io.IOException {
        long size = Files.size(file);
        if (size > MOST_BYTES) {
            throw Refusal.invalid(field, "error.image.bytes", MOST_BYTES / 1024 / 1024);
        }
        return Files.readAllBytes(file);
    }

    static Picture drawn(String field, byte[] bytes, Bounds bounds) {
        var head = ImageHead.read(bytes).orElseThrow(() -> Refusal.invalid(field, "error.image.kind"));
        if (Math.max(head.width(), head.height()) > MOST_PIXELS) {
            throw Refusal.invalid(field, "error.image.pixels", head.width(), head.height(), MOST_PIXELS);
        }
        if (head.format() == ImageHead.Format.JPEG && scans(bytes) > MOST_SCANS) {
            throw Refusal.invalid(field, "error.image.broken");
        }
        return Drawing.of(head, bytes)
                .map(drawing -> drawing.within(bounds))
                .orElseThrow(() -> Refusal.invalid(field, "error.image.broken"));
    }

    /** A JPEG may be drawn in many passes over all of it; thousands of them are meant to keep us busy. */
    private static int scans(byte[] bytes) {
        int scans = 0;
        for (int i = 0; i + 1 < bytes.length; i++) {
            if ((bytes[i] & 0xff) == 0xff && (bytes[i + 1] & 0xff) == 0xda) {
                scans++;
            }
        }
        return scans;
    }
}
