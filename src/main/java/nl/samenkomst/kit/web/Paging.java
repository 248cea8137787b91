package nl.samenkomst.kit.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.kit.rule.Refusal;

/**
 * Which part of a list is wanted.
 *
 * @param limit how many things at most, 1 to 200
 * @param after what the last thing of the part before is sorted by, as the store gave it to {@link #next}
 */
public record Paging(int limit, Optional<List<String>> after) {

    public static final int MOST = 200;
    private static final int USUAL = 50;
    private static final String BETWEEN = "\n";

    public Paging {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("1 to " + MOST + " things: " + limit);
        }
        after = after.map(List::copyOf);
    }

    /** From the start, so many. */
    public static Paging first(int limit) {
        return new Paging(limit, Optional.empty());
    }

    /** As asked with {@code ?limit=} and {@code ?after=}; a 422 on either where it makes no sense. */
    public static Paging of(Visit visit) {
        return new Paging(
                visit.query("limit").map(Paging::limit).orElse(USUAL),
                visit.query("after").filter(text -> !text.isEmpty()).map(Paging::opened));
    }

    private static int limit(String text) {
        if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
            throw Refusal.invalid("limit", "error.paging.limit", MOST);
        }
        return Integer.parseInt(text);
    }

    private static List<String> opened(String text) {
        try {
            var key = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            return List.of(key.split(BETWEEN, -1));
        } catch (IllegalArgumentException malformed) {
            throw strange();
        }
    }

    /** The refusal of an {@code after} that was not given by us. */
    public static Refusal strange() {
        return Refusal.invalid("after", "error.paging.after");
    }

    /** The opaque value that leads on behind a thing with this sort key: letters, digits, {@code -} and {@code _}. */
    public static String next(String... key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(BETWEEN, key).getBytes(StandardCharsets.UTF_8));
    }
}
