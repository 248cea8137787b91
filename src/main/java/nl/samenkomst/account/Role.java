package nl.samenkomst.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What someone may do in an organisation; each role may also do what the one before it may. */
public enum Role {
    /** Reads everything but exports; keeps presence, survey, quotes, recap. */
    FACILITATOR,
    /** Also plans, registers people, mails them. */
    ORGANISER,
    /** Also decides on accounts, tokens, the organisation itself. */
    OWNER;

    /** Whether who has this role may do what needs that one. */
    public boolean allows(Role needed) {
        return compareTo(needed) >= 0;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> of(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }
}
