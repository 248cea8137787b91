package nl.samenkomst.spi;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A question on the registration form.
 *
 * @param id unique within its event: lower-case letters, digits, {@code -} and {@code _}, 40 at most
 * @param label the question as people read it
 * @param choices what can be chosen; only for {@code one_of} and {@code several_of}, where there are at least two
 */
public record Question(String id, Kind kind, String label, boolean required, List<String> choices) {

    /** What kind of answer a question wants. */
    public enum Kind {
        TEXT,
        LONG_TEXT,
        ONE_OF,
        SEVERAL_OF,
        YES_NO,
        NUMBER;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public boolean choosing() {
            return this == ONE_OF || this == SEVERAL_OF;
        }

        public static Optional<Kind> of(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst();
        }
    }

    public Question {
        choices = List.copyOf(choices);
        if (!id.matches("[a-z0-9_-]{1,40}")) {
            throw new IllegalArgumentException("a question's id is lower-case letters, digits, - and _: " + id);
        }
        if (label.isBlank()) {
            throw new IllegalArgumentException("a question has words: " + id);
        }
        if (kind.choosing() && choices.size() < 2) {
            throw new IllegalArgumentException("a choice is between two or more: " + id);
        }
        if (new HashSet<>(choices).size() != choices.size()) {
            throw new IllegalArgumentException("a choice stands twice: " + id);
        }
    }
}
