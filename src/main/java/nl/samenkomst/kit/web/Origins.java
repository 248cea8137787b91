package nl.samenkomst.kit.web;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import nl.samenkomst.kit.rule.Refusal;

/**
 * Refuses what another site's page sends in a visitor's name (Fetch metadata, and Origin as in RFC 6454 section 7). A page of ours with
 * {@code no-referrer} sends {@code Origin: null}, so the browser's own {@code Sec-Fetch-Site} decides where there is one.
 */
final class Origins {

    private Origins() {}

    static Handler<RoutingContext> check(Links links) {
        var own = origin(links.address());
        return context -> {
            if (foreign(context, own)) {
                context.fail(Refusal.of(403, "origin", "error.origin"));
            } else {
                context.next();
            }
        };
    }

    private static boolean foreign(RoutingContext context, String own) {
        var site = context.request().getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        var origin = context.request().getHeader("Origin");
        return origin != null && !origin.equals("null") && !origin.equals(own);
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }
}
