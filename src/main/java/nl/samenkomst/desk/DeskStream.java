package nl.samenkomst.desk;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import nl.samenkomst.account.Caller;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Staff;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.OpenPages;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Rule;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;

/** The live news of the workspace: says when an open page should read itself again. It ends with the session. */
public final class DeskStream implements Feature {

    private static final Rule<Caller> STAFF = Staff.in(Role.FACILITATOR);

    private final SqlClient sql;
    private final OpenPages pages;

    /** @param sql the pool */
    public DeskStream(SqlClient sql, OpenPages pages) {
        this.sql = sql;
        this.pages = pages;
    }

    @Override
    public void mount(Site site) {
        site.get("/organise/stream", STAFF, this::follow);
    }

    private Future<Reply> follow(Visit visit, Caller caller) {
        return Future.succeededFuture(pages.follow(caller.organisation().id(), () -> STAFF.admit(visit, sql))
                .personal());
    }
}
