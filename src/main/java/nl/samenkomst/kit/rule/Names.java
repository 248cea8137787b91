package nl.samenkomst.kit.rule;

import java.util.Optional;
import java.util.regex.Pattern;

/** Names of people and organisations, which stand in other people's mail and must not become links there. */
public final class Names {

    private static final Pattern LINK = Pattern.compile("://|www\\.|[@<>]|\\]\\(", Pattern.CASE_INSENSITIVE);

    private Names() {}

    /**
     * What is wrong with a name: it holds what mail programs make a link of, or a line break. It is refused, not cleaned, since
     * nobody is called so.
     *
     * @return the key of the text that says so; empty where nothing is wrong
     */
    public static Optional<String> fault(String typed) {
        if (CleanText.broken(typed)) {
            return Optional.of("error.field.break");
        }
        return LINK.matcher(typed).find() ? Optional.of("error.field.link") : Optional.empty();
    }
}
