package nl.samenkomst.spi;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A plugin's texts, read from {@code words_<language>.properties} (UTF-8) beside its class; English where a language is not there.
 */
public final class PluginWords {

    private static final String FALLBACK = "en";

    private final Class<?> plugin;
    private final Map<String, Properties> languages = new ConcurrentHashMap<>();

    private PluginWords(Class<?> plugin) {
        this.plugin = plugin;
    }

    public static PluginWords beside(Class<?> plugin) {
        return new PluginWords(plugin);
    }

    /**
     * The text under this key.
     *
     * @throws IllegalArgumentException when English lacks it too
     */
    public String say(Locale locale, String key) {
        var text = in(locale.getLanguage()).getProperty(key);
        if (text == null) {
            text = in(FALLBACK).getProperty(key);
        }
        if (text == null) {
            throw new IllegalArgumentException(plugin.getName() + " has no text " + key);
        }
        return text;
    }

    private Properties in(String language) {
        return languages.computeIfAbsent(language, this::read);
    }

    private Properties read(String language) {
        var texts = new Properties();
        try (var in = plugin.getResourceAsStream("words_" + language + ".properties")) {
            if (in != null) {
                texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(plugin.getName(), cause);
        }
        return texts;
    }
}
