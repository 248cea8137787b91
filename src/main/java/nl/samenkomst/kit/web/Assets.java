package nl.samenkomst.kit.web;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.kit.rule.NotFound;

/**
 * Serves stylesheets, scripts, fonts and images as they are. An address made by {@link #versioned} bears the file's digest and may be
 * kept for a year; any other is asked for anew, and answered with 304 (RFC 9110 section 15.4.5) while nothing changed.
 */
public final class Assets implements Feature {

    private static final List<String> FOLDERS = List.of("css", "js", "fonts", "images");
    private static final List<String> FILES = List.of("favicon.ico", "robots.txt", "embed.js");
    private static final String KEPT = "public, max-age=31536000, immutable";
    private static final String ASKED_ANEW = "public, no-cache";

    private final Webroot webroot;

    public Assets(Webroot webroot) {
        this.webroot = webroot;
    }

    @Override
    public void mount(Site site) {
        FOLDERS.forEach(folder -> site.get("/" + folder + "/*", Anyone.anywhere(), this::serve));
        FILES.forEach(file -> site.get("/" + file, Anyone.anywhere(), this::serve));
    }

    /** The address of a file, such as {@code /css/samenkomst.css?v=1f0c…}; without version where there is no such file. */
    public String versioned(String name) {
        return "/" + name
                + webroot.find(name).map(file -> "?v=" + file.digest()).orElse("");
    }

    private Future<Reply> serve(Visit visit) {
        var file = webroot.find(visit.path().substring(1)).orElseThrow(() -> new NotFound("file"));
        boolean zipped = file.zipped().isPresent()
                && visit.header("Accept-Encoding").filter(Assets::takesGzip).isPresent();
        var tag = "\"" + file.digest() + (zipped ? "-gz\"" : "\"");
        var reply = visit.header("If-None-Match").filter(tag::equals).isPresent()
                ? Reply.bytes("", Buffer.buffer()).status(304)
                : Reply.bytes(file.type(), zipped ? file.zipped().orElseThrow() : file.plain());
        boolean kept = visit.query("v").equals(Optional.of(file.digest()));
        return Future.succeededFuture(
                headed(reply, file, zipped).with("ETag", tag).with("Cache-Control", kept ? KEPT : ASKED_ANEW));
    }

    private static Reply headed(Reply reply, Asset file, boolean zipped) {
        var varied = file.zipped().isPresent() ? reply.with("Vary", "Accept-Encoding") : reply;
        return zipped && reply.status() != 304 ? varied.with("Content-Encoding", "gzip") : varied;
    }

    private static boolean takesGzip(String accepted) {
        return accepted.contains("gzip") && !accepted.replace(" ", "").contains("gzip;q=0");
    }
}
