package nl.samenkomst.kit.web;

import io.vertx.core.Future;
import java.time.Duration;
import nl.samenkomst.kit.i18n.Languages;

/** Saves a visitor's choice of language, and leads back to where they were. */
public final class Language implements Feature {

    private static final Duration KEPT = Duration.ofDays(365);

    @Override
    public void mount(Site site) {
        site.post("/language", Anyone.anywhere(), this::choose);
    }

    private Future<Reply> choose(Visit visit) {
        var body = visit.body();
        var back = Reply.seeOther(body.text("back").filter(Reply::own).orElse("/"));
        return Future.succeededFuture(body.text("lang")
                .filter(Languages::known)
                .map(tag -> back.with(Cookies.make(visit.links(), Site.LANGUAGE_COOKIE, tag, KEPT)))
                .orElse(back));
    }
}
