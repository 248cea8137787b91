package nl.samenkomst;

import java.net.URI;
import java.util.Optional;

/** Reads the settings on where answers to our mail arrive. */
final class MailSettings {

    private MailSettings() {}

    /** An address with {@code {token}} once, behind a plus, so that an answer names its registration (RFC 5233). */
    static String replyTo(String text) {
        if (!text.matches("[A-Za-z0-9._-]{1,20}\\+\\{token}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    /** {@code imaps://user:password@host[:port]/folder}; without TLS on loopback alone. */
    static URI imap(String text) {
        var uri = URI.create(text);
        boolean safe = "imaps".equals(uri.getScheme()) || "imap".equals(uri.getScheme()) && Loopback.is(uri);
        boolean whole = uri.getHost() != null
                && Optional.ofNullable(uri.getRawUserInfo()).orElse("").matches("[^:]+:.+")
                && Optional.ofNullable(uri.getRawPath()).orElse("").length() > 1
                && uri.getRawQuery() == null
                && uri.getPort() <= 65_535;
        if (!safe || !whole) {
            throw new IllegalArgumentException("imap");
        }
        return uri;
    }
}
