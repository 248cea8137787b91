package nl.samenkomst.kit.web;

import io.vertx.core.Future;

/** What the house says of itself: what it keeps and why, and how far everyone can use it. */
public final class HousePages implements Feature {

    /** These pages have no facts of their own. */
    record Told() {}

    @Override
    public void mount(Site site) {
        site.get("/privacy", Anyone.anywhere(), visit -> told(visit, "privacy"));
        site.get("/accessibility", Anyone.anywhere(), visit -> told(visit, "accessibility"));
    }

    private static Future<Reply> told(Visit visit, String page) {
        var title = visit.words().say("house." + page);
        var template = "kit/web/" + page + "_" + visit.language();
        return Future.succeededFuture(Reply.page(visit.site().owner().titled(title), template, new Told()));
    }
}
