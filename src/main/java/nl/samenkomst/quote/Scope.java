package nl.samenkomst.quote;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A place where somebody's words may stand, if they said so. */
public enum Scope {
    /** The recap of the gathering they were said at. */
    RECAP,
    /** The network's review of a year. */
    REVIEW,
    /** Other sites, social media among them, and the wall that other sites embed. */
    SOCIAL;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Scope> of(String code) {
        return Arrays.stream(values())
                .filter(scope -> scope.code().equals(code))
                .findFirst();
    }
}
