package nl.samenkomst.account;

import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import java.util.Optional;
import nl.samenkomst.kit.web.Links;
import nl.samenkomst.kit.web.Visit;

/**
 * The cookie by which a browser proves who signed in.
 *
 * <p>On https it bears the prefix {@code __Host-} and goes over https alone; on loopback it has its plain name.
 */
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
        return visit.cookie(name(visit.links())).map(Secret::new);
    }

    static Cookie cookie(Secret secret, Links links) {
        return Cookie.cookie(name(links), secret.text())
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(https(links))
                .setSameSite(CookieSameSite.LAX)
                .setMaxAge(LASTING.toSeconds());
    }

    static Cookie gone(Links links) {
        return cookie(new Secret(""), links).setMaxAge(0);
    }

    private static String name(Links links) {
        return https(links) ? "__Host-" + NAME : NAME;
    }

    private static boolean https(Links links) {
        return "https".equals(links.address().getScheme());
    }
}
