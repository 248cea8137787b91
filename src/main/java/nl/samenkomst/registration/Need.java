package nl.samenkomst.registration;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody needs to get in or to eat with the others: special data, kept apart from who they are and not for long. */
public record Need(Kind kind, String text) {

    /** What kinds of need there are; somebody tells at most one of each. */
    public enum Kind {
        ACCESS,
        DIET;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Kind> of(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst();
        }
    }

    public Need {
        requireNonNull(kind);
        if (text.isBlank()) {
            throw new IllegalArgumentException("a need is told in words");
        }
    }
}
