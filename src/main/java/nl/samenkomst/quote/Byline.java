package nl.samenkomst.quote;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What stands with somebody's words, as they chose: their name and what they do, what they do alone, or nothing. */
record Byline(Kind kind, Optional<String> name, Optional<String> role) {

    /** The three ways. */
    enum Kind {
        NAME,
        ROLE,
        NONE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Kind> of(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst();
        }
    }

    /** Keeps no more than was chosen to be shown. */
    Byline {
        name = name.filter(some -> kind == Kind.NAME);
        role = role.filter(some -> kind != Kind.NONE);
    }

    /** "Marloes van der Veen, huisarts", "vrijwilliger"; empty for who stays nameless. */
    Optional<String> text() {
        return name.map(who -> role.map(what -> who + ", " + what).orElse(who)).or(() -> role);
    }
}
