package nl.samenkomst.kit.web;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import nl.samenkomst.kit.rule.NotFound;

/** The stylesheet of one colour, so that pages need no style of their own (the policy forbids it). */
public final class Look implements Feature {

    private static final String FOR_A_DAY = "public, max-age=86400";

    @Override
    public void mount(Site site) {
        site.get("/look/:sheet", Anyone.anywhere(), Look::sheet);
    }

    private static Future<Reply> sheet(Visit visit) {
        var name = visit.path("sheet");
        if (!name.endsWith(".css")) {
            throw new NotFound("stylesheet");
        }
        var hex = name.substring(0, name.length() - ".css".length());
        if (Accent.fault(hex).isPresent()) {
            throw new NotFound("colour");
        }
        return Future.succeededFuture(Reply.bytes(
                        "text/css; charset=utf-8", Buffer.buffer(Accent.of(hex).css()))
                .with("Cache-Control", FOR_A_DAY));
    }
}
