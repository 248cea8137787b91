package nl.samenkomst.account;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.account.Workspace.Part;
import nl.samenkomst.kit.web.Answered;
import nl.samenkomst.kit.web.DeskTop;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Visit;

/** Tells somebody of the staff, in the workspace they are in, that a page is for others, and who these are. */
final class OwnersOnly {

    private OwnersOnly() {}

    /**
     * The page.
     *
     * @param title whom it is for
     */
    record Page(DeskTop top, String title, String yours, List<Owner> owners) {}

    /** Somebody to ask. */
    record Owner(String name, String email) {}

    /** Always fails, with that page. */
    static <T> Future<T> answer(Visit visit, SqlClient sql, Caller caller, Role needed) {
        return new ColleagueStore(sql)
                .list(caller.organisation().id())
                .map(all -> all.stream()
                        .filter(one -> one.role() == Role.OWNER && !one.disabled())
                        .map(one -> new Owner(one.name(), one.email()))
                        .toList())
                .compose(owners -> Future.failedFuture(new Answered(page(visit, caller, needed, owners))));
    }

    private static Reply page(Visit visit, Caller caller, Role needed, List<Owner> owners) {
        var words = Workspace.words(caller, visit);
        var title = words.say("account.only." + needed.code());
        var yours = words.say(
                "account.only.yours", words.say("account.role." + caller.role().code()));
        var page = new Page(Workspace.top(caller, visit, Optional.<Part>empty()), title, yours, owners);
        return Reply.page(Workspace.frame(caller, title), "account/owners-only", page)
                .status(403)
                .personal();
    }
}
