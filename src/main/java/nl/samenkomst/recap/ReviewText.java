package nl.samenkomst.recap;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the organiser says between the facts of a year, in one language. Markdown, but for {@link #LINE}.
 *
 * @param parts the texts by the names of {@link #PARTS}; a part that nobody wrote is absent
 */
public record ReviewText(Map<String, String> parts) {

    /** The line under the year on the network's page; made from facts where it is not written. */
    public static final String LINE = "line";

    /** Above everything. */
    public static final String INTRO = "intro";

    /** Before the year as tables. */
    public static final String TABLES = "tables";

    /** With the sectors. */
    public static final String PEOPLE = "people";

    /** With what came of it. */
    public static final String RESULTS = "results";

    /** What comes next. */
    public static final String NEXT = "next";

    /** All parts, in the order of the page. */
    public static final List<String> PARTS = List.of(INTRO, TABLES, PEOPLE, RESULTS, NEXT, LINE);

    static final ReviewText NONE = new ReviewText(Map.of());

    public ReviewText {
        parts = Map.copyOf(parts);
        if (!PARTS.containsAll(parts.keySet())) {
            throw new IllegalArgumentException("no part of a review: " + parts.keySet());
        }
    }

    /** Empty where nobody wrote it. */
    String part(String name) {
        return Objects.requireNonNullElse(parts.get(name), "");
    }
}
