package nl.samenkomst.kit.mail;

import java.util.Locale;
import java.util.Optional;

/**
 * One address a letter can go to, judged as it was typed.
 *
 * <p>A narrow form of RFC 5321's mailbox: a dot-atom of 1 to 64 ASCII letters, digits and {@code . _ + - ' & ~ #}, an at
 * sign, and a domain of two labels or more (RFC 1123, at most 253 characters). No quotes, no literals, no display name: so
 * nothing that was typed can become a second recipient or a second SMTP command.
 */
public record EmailAddress(String text) {

    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_DOMAIN = 253;
    private static final int LONGEST_LABEL = 63;

    public EmailAddress {
        if (!sound(text, 2)) {
            throw new IllegalArgumentException("not an e-mail address: " + text);
        }
    }

    /** The address in what someone typed: spaces at the two ends are cut, nothing else is mended. Empty if it is none. */
    public static Optional<EmailAddress> typed(String typed) {
        var trimmed = withoutEndSpaces(typed);
        return sound(trimmed, 2) ? Optional.of(new EmailAddress(trimmed)) : Optional.empty();
    }

    /** By this two addresses are compared: they differ in nothing but case. */
    public String key() {
        return text.toLowerCase(Locale.ROOT);
    }

    /** The part behind the at sign. */
    public String domain() {
        return text.substring(text.indexOf('@') + 1);
    }

    @Override
    public String toString() {
        return text;
    }

    /** Whether this is an address with a domain of at least so many labels. One pass, so no text can make it slow. */
    static boolean sound(String text, int labels) {
        int at = text.indexOf('@');
        return at > 0
                && at <= LONGEST_LOCAL
                && soundLocal(text.substring(0, at))
                && soundDomain(text.substring(at + 1), labels);
    }

    private static boolean soundLocal(String local) {
        char before = '.';
        for (int i = 0; i < local.length(); i++) {
            char here = local.charAt(i);
            if (here == '.' ? before == '.' : !letterOrDigit(here) && "_+-'&~#".indexOf(here) < 0) {
                return false;
            }
            before = here;
        }
        return before != '.';
    }

    private static boolean soundDomain(String domain, int labels) {
        if (domain.length() > LONGEST_DOMAIN) {
            return false;
        }
        int seen = 0;
        int start = 0;
        while (start <= domain.length()) {
            int dot = domain.indexOf('.', start);
            int end = dot < 0 ? domain.length() : dot;
            if (!soundLabel(domain.substring(start, end))) {
                return false;
            }
            seen++;
            start = end + 1;
        }
        return seen >= labels;
    }

    private static boolean soundLabel(String label) {
        return !label.isEmpty()
                && label.length() <= LONGEST_LABEL
                && label.charAt(0) != '-'
                && label.charAt(label.length() - 1) != '-'
                && label.chars().allMatch(c -> c == '-' || letterOrDigit((char) c));
    }

    private static boolean letterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static String withoutEndSpaces(String typed) {
        int from = 0;
        int to = typed.length();
        while (from < to && typed.charAt(from) == ' ') {
            from++;
        }
        while (to > from && typed.charAt(to - 1) == ' ') {
            to--;
        }
        return typed.substring(from, to);
    }
}
