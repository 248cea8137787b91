package nl.samenkomst.account;

import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import java.util.Optional;
import nl.samenkomst.kit.web.Cookies;
import nl.samenkomst.kit.web.Links;
import nl.samenkomst.kit.web.Visit;

/** The cookie by which a browser proves who signed in. */
final class Sessions {

    /** A working day. A fixed end, since a page that is only looked at changes nothing. */
    static final Duration LASTING = Duration.ofHours(12);

    private static final String NAME = "session";

    private Sessions() {}

    /** Who is asking: by bearer token where one was sent, else by the session's cookie. */
    static Future<Optional<Identity>> asking(Visit visit, SqlClient sql) {
        var store = new IdentityStore(sql);
        if (visit.bearer().isPresent()) {
            return store.byToken(new Secret(visit.bearer().get()));
        }
        return of(visit).map(store::bySession).orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    static Optional<Secret> of(Visit visit) {
        return visit.cookie(Cookies.name(visit.links(), NAME)).map(Secret::new);
    }

    static Cookie cookie(Secret secret, Links links) {
        return Cookies.make(links, NAME, secret.text(), LASTING);
    }

    static Cookie gone(Links links) {
        return Cookies.make(links, NAME, "", Duration.ZERO);
    }
}
