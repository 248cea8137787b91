package nl.samenkomst;

import nl.samenkomst.kit.mail.Sender;

/** Reads the settings on who our mail is from, and where answers arrive. */
final class MailSettings {

    private MailSettings() {}

    /** An address with {@code {token}} once, behind a plus, so that an answer names its registration (RFC 5233). */
    static String replyTo(String text) {
        if (!text.matches("[A-Za-z0-9._-]{1,20}\\+\\{token}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    /** {@code Name <address>}, or an address alone. */
    static Sender from(String text) {
        return Sender.parse(text).orElseThrow(() -> new IllegalArgumentException(text));
    }
}
