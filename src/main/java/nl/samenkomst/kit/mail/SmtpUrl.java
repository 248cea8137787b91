package nl.samenkomst.kit.mail;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Which mail server takes our letters, and how we speak to it.
 *
 * @param port the one given, else 587 (submission, RFC 6409) or 465 (implicit TLS, RFC 8314)
 * @param user empty when the server asks for none
 */
public record SmtpUrl(Security security, String host, int port, Optional<String> user, Optional<String> password) {

    /** How the connection is kept from being read on the way. */
    public enum Security {
        /** None: to this very machine, or because the setting says so. */
        PLAIN,
        /** STARTTLS, without which nothing is sent (RFC 3207). */
        STARTTLS,
        /** TLS from the first byte. */
        TLS
    }

    public static final String EXPECTED =
            "smtp://user:password@host:587 (STARTTLS; ?tls=off only without a password) or smtps://user:password@host:465";

    private static final int SUBMISSION = 587;
    private static final int SUBMISSIONS = 465;

    /**
     * Reads {@code smtp://} and {@code smtps://} addresses; user and password are percent-encoded.
     *
     * @throws IllegalArgumentException in words that can be shown to whoever wrote the setting; never with the password
     */
    public static SmtpUrl parse(String text) {
        var uri = uri(text);
        var scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        if (!scheme.equals("smtp") && !scheme.equals("smtps")) {
            throw new IllegalArgumentException("it begins with smtp:// or smtps://");
        }
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("it names no host");
        }
        if (!Optional.ofNullable(uri.getRawPath()).orElse("").matches("/?")) {
            throw new IllegalArgumentException("nothing stands behind host and port but ?tls=off");
        }
        boolean tlsOff = withoutTls(uri);
        var given = Optional.ofNullable(uri.getRawUserInfo());
        var user = given.map(info -> decoded(info.split(":", 2)[0])).filter(name -> !name.isEmpty());
        var password = given.filter(info -> info.contains(":")).map(info -> decoded(info.split(":", 2)[1]));
        if (user.isPresent() != password.isPresent()) {
            throw new IllegalArgumentException("user and password are given together or not at all");
        }
        if (tlsOff && password.isPresent()) {
            throw new IllegalArgumentException("tls=off would send the password in the clear");
        }
        if (tlsOff && scheme.equals("smtps")) {
            throw new IllegalArgumentException("smtps with tls=off contradicts itself");
        }
        return new SmtpUrl(
                security(scheme, uri.getHost(), tlsOff), unbracketed(uri.getHost()), port(uri, scheme), user, password);
    }

    /** The embedded catcher, or any other server on this very machine. */
    public static SmtpUrl local(int port) {
        return new SmtpUrl(Security.PLAIN, "127.0.0.1", port, Optional.empty(), Optional.empty());
    }

    /** Never shows the password, so that no log does. */
    @Override
    public String toString() {
        return (security == Security.TLS ? "smtps://" : "smtp://") + host + ":" + port;
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException(
                    "it is not an address; is a special character in the password percent-encoded?");
        }
    }

    private static boolean withoutTls(URI uri) {
        var query = uri.getRawQuery();
        if (query == null || query.equals("tls=on")) {
            return false;
        }
        if (query.equals("tls=off")) {
            return true;
        }
        throw new IllegalArgumentException("nothing stands behind host and port but ?tls=off");
    }

    private static Security security(String scheme, String host, boolean tlsOff) {
        if (scheme.equals("smtps")) {
            return Security.TLS;
        }
        return tlsOff || loopback(host) ? Security.PLAIN : Security.STARTTLS;
    }

    private static int port(URI uri, String scheme) {
        if (uri.getPort() > 65_535) {
            throw new IllegalArgumentException("a port is at most 65535");
        }
        if (uri.getPort() > 0) {
            return uri.getPort();
        }
        return scheme.equals("smtps") ? SUBMISSIONS : SUBMISSION;
    }

    static boolean loopback(String host) {
        return host.equalsIgnoreCase("localhost") || host.equals("[::1]") || host.matches("127(\\.[0-9]{1,3}){3}");
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
