package nl.samenkomst.kit.mail;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The mailbox where answers to our letters arrive.
 *
 * @param tls TLS from the first byte (RFC 8314); without it on loopback alone
 * @param port the one given, else 993, or 143 without TLS
 */
public record ImapUrl(boolean tls, String host, int port, String user, String password, String folder) {

    public static final String EXPECTED = "imaps://user:password@host/INBOX; imap:// only on loopback";

    /**
     * Reads {@code imaps://} and {@code imap://} addresses; user and password are percent-encoded.
     *
     * @throws IllegalArgumentException without repeating the text, which holds a password
     */
    public static ImapUrl parse(String text) {
        var uri = uri(text);
        var who = Optional.ofNullable(uri.getRawUserInfo()).orElse("").split(":", 2);
        var host = Optional.ofNullable(uri.getHost()).orElse("");
        boolean tls = "imaps".equals(uri.getScheme());
        boolean safe = tls || ("imap".equals(uri.getScheme()) && SmtpUrl.loopback(host));
        boolean whole = who.length == 2 && uri.getRawQuery() == null && uri.getPort() <= 65_535;
        var folder = Optional.ofNullable(uri.getPath()).orElse("").replaceFirst("^/", "");
        if (!safe || !whole || host.isEmpty() || folder.isEmpty()) {
            throw new IllegalArgumentException(EXPECTED);
        }
        int port = uri.getPort() > 0 ? uri.getPort() : tls ? 993 : 143;
        return new ImapUrl(tls, host.replaceAll("[\\[\\]]", ""), port, decoded(who[0]), decoded(who[1]), folder);
    }

    private static URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(EXPECTED);
        }
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Never shows the password, so that no log does. */
    @Override
    public String toString() {
        return (tls ? "imaps://" : "imap://") + host + ":" + port + "/" + folder;
    }
}
