package nl.samenkomst.kit.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import java.time.Duration;

/** Makes cookies that no script reads and no other site sends; on https with {@code __Host-} before their name and Secure. */
public final class Cookies {

    private Cookies() {}

    /** Under this name the cookie travels. */
    public static String name(Links links, String plain) {
        return secure(links) ? "__Host-" + plain : plain;
    }

    /**
     * Makes a cookie for every path of ours.
     *
     * @param age how long the browser keeps it, zero to drop it now
     */
    public static Cookie make(Links links, String plain, String value, Duration age) {
        return Cookie.cookie(name(links, plain), value)
                .setPath("/")
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX)
                .setSecure(secure(links))
                .setMaxAge(age.toSeconds());
    }

    private static boolean secure(Links links) {
        return "https".equals(links.address().getScheme());
    }
}
