package nl.samenkomst.kit.i18n;

import com.ibm.icu.text.CaseMap;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The texts of one language: every room's {@code words_<language>.properties} together.
 *
 * <p>A text is an ICU MessageFormat pattern, so that plurals are the language's own; keys begin with their room's name.
 */
public final class Words {

    private final Locale locale;
    private final Map<String, String> texts;
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    private Words(Locale locale, Map<String, String> texts) {
        this.locale = locale;
        this.texts = texts;
    }

    /**
     * Reads the bundles of these rooms.
     *
     * @param rooms resource folders under {@code nl/samenkomst}, such as {@code kit/web} or {@code event}
     * @throws IllegalStateException when two rooms claim the same key
     */
    public static Words load(Locale locale, List<String> rooms) {
        var texts = new HashMap<String, String>();
        for (var room : rooms) {
            bundle(room, locale).forEach((key, text) -> {
                if (texts.put((String) key, (String) text) != null) {
                    throw new IllegalStateException("two rooms have the text " + key);
                }
            });
        }
        return new Words(locale, Map.copyOf(texts));
    }

    private static Properties bundle(String room, Locale locale) {
        var path = "/nl/samenkomst/" + room + "/words_" + locale.getLanguage() + ".properties";
        var properties = new Properties();
        try (InputStream in = Words.class.getResourceAsStream(path)) {
            if (in != null) {
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(path, cause);
        }
        return properties;
    }

    /** The same with the capital that begins a sentence. */
    public String capital(String text) {
        return CaseMap.toTitle().wholeString().noLowercase().apply(locale, null, text);
    }

    /**
     * The text under this key with its holes filled; holes are numbered from 0.
     *
     * @throws MissingResourceException when this language lacks the text
     */
    public String say(String key, Object... values) {
        var pattern = texts.get(key);
        if (pattern == null) {
            throw new MissingResourceException("no text " + key + " in " + locale, Words.class.getName(), key);
        }
        if (values.length == 0 && pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
            return pattern;
        }
        var format = formats.computeIfAbsent(key, k -> new MessageFormat(pattern, ULocale.forLocale(locale)));
        synchronized (format) {
            return format.format(values);
        }
    }

    public String say(String key, List<Object> values) {
        return say(key, new ArrayList<>(values).toArray());
    }

    public boolean has(String key) {
        return texts.containsKey(key);
    }

    public Set<String> keys() {
        return texts.keySet();
    }

    public Locale locale() {
        return locale;
    }
}
