package nl.samenkomst.recap;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.web.Anyone;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.IfNoneMatch;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;

/** Gives files of published recaps, to be saved and not to be opened as a page of ours: others made them. */
public final class DownloadPages implements Feature {

    /** Whatever such a file may hold, it can do nothing in our name. */
    private static final String POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'";

    private final Pool pool;

    public DownloadPages(Pool pool) {
        this.pool = pool;
    }

    @Override
    public void mount(Site site) {
        site.get("/downloads/:download", Anyone.visiting(DownloadTarget.DOWNLOAD), this::give);
    }

    private Future<Reply> give(Visit visit, Download file) {
        return bytes(pool, visit, file).map(reply -> reply.with("Cache-Control", RecapPages.KEPT));
    }

    static Future<Reply> bytes(Pool pool, Visit visit, Download file) {
        return new DownloadStore(pool)
                .bytes(file.id())
                .map(found -> found.orElseThrow(() -> new NotFound("download")))
                .map(bytes -> Reply.bytes(Download.TYPE, bytes)
                        .with("Content-Disposition", "attachment; filename=\"" + file.file() + "\"")
                        .with("Content-Security-Policy", POLICY))
                .map(reply -> IfNoneMatch.answer(visit, reply, "\"" + file.digest() + "\""));
    }
}
