package nl.samenkomst;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Tells addresses on this very machine from those that the world can reach. */
final class Loopback {

    private Loopback() {}

    static boolean is(URI address) {
        var host = Optional.ofNullable(address.getHost()).orElse("").toLowerCase(Locale.ROOT);
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.equals("[::1]")
                || host.matches("127(\\.[0-9]{1,3}){3}");
    }

    /**
     * Reads a public address: scheme, host and port alone; a slash at the end is cut.
     *
     * @throws IllegalArgumentException when it is another, or http where others can listen in
     */
    static URI publicAddress(String text) {
        var uri = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        boolean bare = uri.getHost() != null
                && uri.getRawUserInfo() == null
                && "".equals(uri.getRawPath())
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getPort() <= 65_535;
        boolean safe = "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && is(uri));
        if (!bare || !safe) {
            throw new IllegalArgumentException(text);
        }
        return uri;
    }
}
