package nl.samenkomst.kit.web;

import io.vertx.core.Future;

/** Stands at the first page of a house that has no rooms yet. */
public final class Threshold implements Feature {

    @Override
    public void mount(Site site) {
        site.get("/", Anyone.anywhere(), Threshold::enter);
    }

    private static Future<Reply> enter(Visit visit) {
        var owner = visit.site().owner();
        return Future.succeededFuture(Reply.page(owner.titled(owner.owner()), "kit/web/threshold", owner));
    }
}
