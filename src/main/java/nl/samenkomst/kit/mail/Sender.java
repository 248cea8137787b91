package nl.samenkomst.kit.mail;

import java.util.Optional;

/** Who a letter is from, or whom an answer goes to: a name as people read it, and the address behind it. */
public record Sender(String name, String address) {

    public Sender {
        if (!EmailAddress.sound(address, 1)) {
            throw new IllegalArgumentException("not an address to send from: " + address);
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a sender's name stands on one line");
        }
    }

    /** What {@code Name <address>} or a bare {@code address} says; a domain of one label will do here ({@code localhost}). */
    public static Optional<Sender> parse(String text) {
        var trimmed = text.strip();
        int open = trimmed.lastIndexOf('<');
        if (open < 0) {
            return of("", trimmed);
        }
        return trimmed.endsWith(">")
                ? of(unquoted(trimmed.substring(0, open).strip()), trimmed.substring(open + 1, trimmed.length() - 1))
                : Optional.empty();
    }

    /** The same address under another name. */
    public Sender named(String other) {
        return new Sender(other, address);
    }

    /** The host that our Message-IDs end in (RFC 5322, section 3.6.4). */
    public String host() {
        return address.substring(address.indexOf('@') + 1);
    }

    private static Optional<Sender> of(String name, String address) {
        return EmailAddress.sound(address, 1) && name.chars().noneMatch(Character::isISOControl)
                ? Optional.of(new Sender(name, address))
                : Optional.empty();
    }

    private static String unquoted(String name) {
        return name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")
                ? name.substring(1, name.length() - 1)
                : name;
    }
}
