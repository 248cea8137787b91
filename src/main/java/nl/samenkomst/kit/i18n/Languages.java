package nl.samenkomst.kit.i18n;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The languages we speak, the first being the one for whoever asked for none. A third comes in by adding its tag here. */
public final class Languages {

    /** Language tags (RFC 5646). */
    public static final List<String> TAGS = List.of("nl", "en");

    private static final Map<String, String> OWN_NAMES =
            Map.of("nl", "Nederlands", "en", "English", "ar", "العربية", "tr", "Türkçe");

    private final Map<String, Words> words = new LinkedHashMap<>();

    /** @param rooms the resource folders whose bundles are read, see {@link Words#load} */
    public Languages(List<String> rooms) {
        for (var tag : TAGS) {
            words.put(tag, Words.load(Locale.forLanguageTag(tag), rooms));
        }
    }

    /** The words of this language; those of the first language where we do not speak it. */
    public Words in(String tag) {
        var known = words.get(tag);
        return known != null ? known : words.values().iterator().next();
    }

    public static boolean known(String tag) {
        return TAGS.contains(tag);
    }

    /** What a language calls itself. */
    public static String ownName(String tag) {
        return OWN_NAMES.getOrDefault(tag, tag);
    }

    /** {@code rtl} or {@code ltr}. */
    public static String direction(String tag) {
        return "ar".equals(tag) ? "rtl" : "ltr";
    }

    /** The best of our languages for an Accept-Language header (RFC 9110 section 12.5.4). */
    public static Optional<String> accepted(String header) {
        try {
            return Optional.ofNullable(Locale.lookupTag(Locale.LanguageRange.parse(header), TAGS));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
