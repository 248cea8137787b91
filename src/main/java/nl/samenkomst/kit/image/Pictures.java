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

    /** More passes over a JPEG than this are meant to keep us busy. */
    private static final int MOST_SCANS = 100;

    /** A JPEG drawn in several passes stands in memory whole, so it may not have more pixels than this. */
    private static final long MOST_WHOLE = 16_000_000;

    private final WorkerExecutor workers;

    public Pictures(Vertx vertx) {
        this.workers = vertx.createSharedWorkerExecutor("pictures", 1);
    }

    /** How large a drawn picture may be: in pixels the longer side, in bytes all of it. */
    public record Bounds(int side, int bytes) {}

    /**
     * What pictures of one kind may be.
     *
     * @param bytes the most that one may weigh
     * @param side the most pixels in each direction
     * @param pixels the most in all
     * @param decoded how many pixels are looked at in drawing it anew
     * @param asJpeg whether it becomes a JPEG whatever it was
     */
    public record Kind(int bytes, int side, long pixels, int decoded, boolean asJpeg) {

        /** A small drawing, such as a logo. */
        public static final Kind DRAWING = new Kind(2 * 1024 * 1024, 4_000, 16_000_000, 1_048_576, false);

        /** What a telephone takes. */
        public static final Kind PHOTO = new Kind(12 * 1024 * 1024, 12_000, 50_000_000, 6_000_000, true);
    }

    /** The drawing in this file, drawn anew within these bounds; see {@link #drawn(String, Path, Kind, Bounds)}. */
    public Future<Picture> drawn(String field, Path file, Bounds bounds) {
        return drawn(field, file, Kind.DRAWING, bounds);
    }

    /**
     * The picture in this file, drawn anew within these bounds.
     *
     * @param field to blame in the 422 where it is no PNG or JPEG, too heavy, too large, or broken
     */
    public Future<Picture> drawn(String field, Path file, Kind kind, Bounds bounds) {
        return workers.executeBlocking(() -> drawn(field, read(field, file, kind), kind, bounds), false);
    }

    private static byte[] read(String field, Path file, Kind kind) throws java.io.IOException {
        if (Files.size(file) > kind.bytes()) {
            throw Refusal.invalid(field, "error.image.bytes", kind.bytes() / 1024 / 1024);
        }
        return Files.readAllBytes(file);
    }

    static Picture drawn(String field, byte[] bytes, Kind kind, Bounds bounds) {
        var head = ImageHead.read(bytes).orElseThrow(() -> Refusal.invalid(field, "error.image.kind"));
        if (Math.max(head.width(), head.height()) > kind.side()) {
            throw Refusal.invalid(field, "error.image.pixels", head.width(), head.height(), kind.side());
        }
        if (head.pixels() > kind.pixels()) {
            throw Refusal.invalid(field, "error.image.many", kind.pixels() / 1_000_000);
        }
        if (head.format() == ImageHead.Format.JPEG && brokenOrBusy(head, JpegScans.of(bytes))) {
            throw Refusal.invalid(field, "error.image.broken");
        }
        return Drawing.of(head, bytes, kind.decoded(), kind.asJpeg() ? ImageHead.Format.JPEG : head.format())
                .map(drawing -> drawing.within(bounds))
                .orElseThrow(() -> Refusal.invalid(field, "error.image.broken"));
    }

    private static boolean brokenOrBusy(ImageHead head, JpegScans scans) {
        return !scans.ended() || scans.count() > MOST_SCANS || (scans.count() > 1 && head.pixels() > MOST_WHOLE);
    }
}
