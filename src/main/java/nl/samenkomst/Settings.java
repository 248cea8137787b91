package nl.samenkomst;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

/** Reads settings by name, and gathers what is wrong with them so that all of it is told at once. */
final class Settings {

    private static final String FILE = "samenkomst.properties";
    private static final int SHOWN = 120;

    private final Map<String, String> values;
    private final List<String> faults = new ArrayList<>();

    private Settings(Map<String, String> values) {
        this.values = values;
    }

    /**
     * The settings of the environment, and below them those of {@code samenkomst.properties} in this folder.
     *
     * @throws WrongSettings when the file is there but cannot be read
     */
    static Settings of(Map<String, String> environment, Path folder) {
        var values = new HashMap<String, String>();
        inFile(folder.resolve(FILE)).forEach((name, value) -> values.put((String) name, (String) value));
        environment.forEach((name, value) -> {
            if (!value.isBlank()) {
                values.put(name, value);
            }
        });
        values.values().removeIf(String::isBlank);
        return new Settings(values);
    }

    private static Properties inFile(Path file) {
        var properties = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file, UTF_8)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException unreadable) {
                throw new WrongSettings(List.of(file + " cannot be read: " + unreadable));
            }
        }
        return properties;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** The setting, or what is usual where it is not given or wrong. */
    <T> T read(String name, String usual, String expected, Function<String, T> reader) {
        return find(name, expected, reader).orElseGet(() -> reader.apply(usual));
    }

    /** The setting; empty where it is not given or wrong. A reader refuses by {@link IllegalArgumentException}. */
    <T> Optional<T> find(String name, String expected, Function<String, T> reader) {
        var value = Optional.ofNullable(values.get(name)).map(String::strip);
        try {
            return value.map(reader);
        } catch (IllegalArgumentException refused) {
            fault(name, expected);
            return Optional.empty();
        }
    }

    /** Says that this setting is wrong or missing. */
    void fault(String name, String expected) {
        faults.add(name + " is " + shown(name) + "; expected: " + expected);
    }

    /** Ends here, with a line for each fault, when there was any. */
    void refuse() {
        if (!faults.isEmpty()) {
            throw new WrongSettings(faults);
        }
    }

    /** What was given, on one line and without its password. */
    private String shown(String name) {
        var value = values.get(name);
        if (value == null) {
            return "not set";
        }
        if (name.endsWith("_SECRET")) {
            return "set (not shown)";
        }
        var line = value.replaceAll("[\\p{Cntrl}]", " ").replaceAll("(^|/)([^:/@]*):(?!//).*@", "$1$2:***@");
        return "'" + (line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line) + "'";
    }
}
