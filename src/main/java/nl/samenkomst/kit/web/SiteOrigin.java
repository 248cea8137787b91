package nl.samenkomst.kit.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The origin of somebody's web site (RFC 6454, section 4): scheme, host and perhaps a port, such as {@code https://example.org}. */
public final class SiteOrigin {

    private static final Pattern HOST = Pattern.compile("[a-z0-9-]++(\\.[a-z0-9-]++)*+");
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1");
    private static final int LONGEST = 260;
    private static final int LAST_PORT = 65_535;

    private SiteOrigin() {}

    /**
     * What somebody typed, as an origin in lower case; empty where it is none, or more than one. Only this machine may do without
     * https, since whoever sits between could show our pages on a page of their own.
     */
    public static Optional<String> typed(String text) {
        var origin = text.strip().toLowerCase(Locale.ROOT).replaceAll("/$", "");
        try {
            var address = new URI(origin);
            return Optional.of(origin).filter(sound -> origin.length() <= LONGEST && sound(address, sound));
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    private static boolean sound(URI address, String origin) {
        var host = address.getHost();
        if (host == null || !HOST.matcher(host).matches() || address.getPort() > LAST_PORT) {
            return false;
        }
        var port = address.getPort() < 0 ? "" : ":" + address.getPort();
        boolean scheme =
                "https".equals(address.getScheme()) || ("http".equals(address.getScheme()) && HERE.contains(host));
        return scheme && origin.equals(address.getScheme() + "://" + host + port);
    }
}
