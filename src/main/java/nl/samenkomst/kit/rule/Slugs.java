package nl.samenkomst.kit.rule;

import com.ibm.icu.text.Transliterator;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Names as they stand in addresses: lower-case letters and digits, with single hyphens between. */
public final class Slugs {

    /** Longest allowed. */
    public static final int MOST = 80;

    private static final int MADE = 60;

    private Slugs() {}

    /** Latin letters of any script's words; loaded when first needed, since it is slow to load. */
    private static final class Letters {
        private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII");
    }

    public static boolean sound(String slug) {
        return slug.length() <= MOST && slug.matches("[a-z0-9]+(-[a-z0-9]+)*");
    }

    /**
     * A slug of a title.
     *
     * @param otherwise what it is called where the title has neither letter nor digit
     */
    public static String of(String title, String otherwise) {
        var ascii = title.chars().allMatch(c -> c < 128) ? title : Letters.LATIN.transliterate(title);
        var slug = trimmed(ascii.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
        if (slug.length() > MADE) {
            slug = trimmed(slug.substring(0, MADE));
        }
        return slug.isEmpty() ? otherwise : slug;
    }

    private static String trimmed(String slug) {
        return slug.replaceAll("^-+|-+$", "");
    }

    /** The slug itself, else with the first number from 2, whichever is free. */
    public static String free(String slug, Collection<String> taken) {
        return first(Stream.concat(Stream.of(slug), numbered(slug)), taken);
    }

    /** The slug itself, else with the date, else with the first number from 2, whichever is free. */
    public static String free(String slug, LocalDate date, Collection<String> taken) {
        return first(Stream.concat(Stream.of(slug, slug + "-" + date), numbered(slug)), taken);
    }

    private static Stream<String> numbered(String slug) {
        return IntStream.iterate(2, n -> n + 1).mapToObj(n -> slug + "-" + n);
    }

    private static String first(Stream<String> candidates, Collection<String> taken) {
        return candidates.filter(slug -> !taken.contains(slug)).findFirst().orElseThrow();
    }
}
