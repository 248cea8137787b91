package nl.samenkomst.spi;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A question that people are asked after a gathering. None has to be answered.
 *
 * @param id unique within its survey: lower-case letters, digits, {@code -} and {@code _}, 40 at most; the same in every language
 * @param words the question as people read it
 * @param hint a line under it, may be empty; of a rating and of zero to ten what lowest and highest mean, parted by {@code |}
 * @param choices what can be chosen, in the same order in every language; only for {@code one_of} and {@code several_of}
 */
public record SurveyQuestion(String id, Kind kind, String words, String hint, List<String> choices) {

    /** What kind of answer a question wants. */
    public enum Kind {
        /** 1 to 5. */
        RATING,
        ZERO_TO_TEN,
        ONE_OF,
        SEVERAL_OF,
        OPEN,
        /** Four steps from "fully agree" to "fully disagree". */
        AGREE;

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

    public SurveyQuestion {
        choices = List.copyOf(choices);
        if (!id.matches("[a-z0-9_-]{1,40}")) {
            throw new IllegalArgumentException("a question's id is lower-case letters, digits, - and _: " + id);
        }
        if (words.isBlank()) {
            throw new IllegalArgumentException("a question has words: " + id);
        }
        if (kind.choosing() != choices.size() >= 2) {
            throw new IllegalArgumentException("a choice, and nothing else, is between two or more: " + id);
        }
        if (new HashSet<>(choices).size() != choices.size()) {
            throw new IllegalArgumentException("a choice stands twice: " + id);
        }
    }
}
