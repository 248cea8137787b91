package nl.samenkomst.account;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.UUID;

/**
 * Someone of an organisation's staff, who proves who they are by a password or an API token.
 *
 * @param email as it was typed; compared without case
 * @param version rises with every change of password or role, which ends all sessions begun before
 */
public record Account(UUID id, String email, String name, long version) {

    public Account {
        requireNonNull(id);
        requireNonNull(email);
        requireNonNull(name);
    }

    /** By this two addresses are compared. */
    static String key(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
