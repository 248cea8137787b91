package nl.samenkomst.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Optional;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.web.Anyone;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.IfNoneMatch;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;

/** Serves the logos of organisations, from the database, which is all that nodes share. */
public final class LogoPages implements Feature {

    private static final String KEPT = "public, max-age=31536000, immutable";
    private static final String ASKED_ANEW = "public, no-cache";

    private final SqlClient sql;

    /** @param sql the pool */
    public LogoPages(SqlClient sql) {
        this.sql = sql;
    }

    /** Where it is served; another picture has another address, so browsers may keep each for a year. */
    static String path(Organisation organisation, Organisation.Logo logo) {
        return "/organisations/" + organisation.slug() + "/logo?v=" + logo.digest();
    }

    @Override
    public void mount(Site site) {
        site.get("/organisations/:organisation/logo", Anyone.visiting(OrganisationTarget.ORGANISATION), this::show);
    }

    private Future<Reply> show(Visit visit, Organisation organisation) {
        var logo = organisation.manner().logo().orElseThrow(() -> new NotFound("logo"));
        boolean kept = visit.query("v").equals(Optional.of(logo.digest()));
        return new LogoStore(sql)
                .find(organisation.id())
                .map(found -> found.orElseThrow(() -> new NotFound("logo")))
                .map(stored -> IfNoneMatch.answer(
                        visit,
                        Reply.bytes(stored.type(), stored.bytes()).with("Cache-Control", kept ? KEPT : ASKED_ANEW),
                        IfNoneMatch.etag(stored.bytes())));
    }
}
