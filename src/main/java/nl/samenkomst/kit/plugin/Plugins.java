package nl.samenkomst.kit.plugin;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All that implement one type of {@code spi}: those on the class path first, then those of each jar in the plugins folder. One that is
 * broken is named among the problems and does not stop the others.
 *
 * @param <T> the type that plugins implement
 */
public final class Plugins<T> {

    private static final String OWN = "class path";

    private final Class<T> type;
    private final Function<T, String> id;
    private final Map<String, T> found = new LinkedHashMap<>();
    private final Map<String, String> homes = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private Plugins(Class<T> type, Function<T, String> id) {
        this.type = type;
        this.id = id;
    }

    /**
     * Loads every plugin of a type.
     *
     * @param id gives a plugin's id; what it throws is told as that plugin's fault
     */
    public static <T> Plugins<T> load(Class<T> type, Function<T, String> id, PluginFolder folder) {
        var plugins = new Plugins<>(type, id);
        plugins.take(OWN, Plugins.class.getClassLoader());
        folder.jars().forEach(jar -> plugins.take(jar.name(), jar.loader()));
        return plugins;
    }

    private void take(String home, ClassLoader loader) {
        var providers = ServiceLoader.load(type, loader).stream().iterator();
        for (var step = next(home, providers); step.more(); step = next(home, providers)) {
            var provider = step.provider();
            // A jar's loader also sees what its parent has; that was taken before.
            if (provider != null && (home.equals(OWN) || provider.type().getClassLoader() == loader)) {
                make(home, provider);
            }
        }
    }

    /** A step through the listed classes: one that cannot even be loaded is a problem, and the next may be fine. */
    private record Step<P>(boolean more, ServiceLoader.@Nullable Provider<P> provider) {}

    private Step<T> next(String home, Iterator<ServiceLoader.Provider<T>> providers) {
        try {
            return providers.hasNext() ? new Step<>(true, providers.next()) : new Step<>(false, null);
        } catch (ServiceConfigurationError | LinkageError fault) {
            problem(home, type.getSimpleName(), fault);
            return new Step<>(true, null);
        }
    }

    private void make(String home, ServiceLoader.Provider<T> provider) {
        try {
            var plugin = provider.get();
            add(home, checked(id.apply(plugin)), plugin);
        } catch (ServiceConfigurationError | LinkageError | RuntimeException fault) {
            problem(home, provider.type().getName(), fault);
        }
    }

    private static String checked(@Nullable String id) {
        if (id == null || !id.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("its id must be lower-case letters, digits and -, 40 at most: " + id);
        }
        return id;
    }

    private void add(String home, String id, T plugin) {
        var other = homes.putIfAbsent(id, home);
        if (other == null) {
            found.put(id, plugin);
        } else {
            problems.add(home + ": " + plugin.getClass().getName() + " is left out, its id " + id
                    + " is taken by one of " + other);
        }
    }

    private void problem(String home, String what, Throwable fault) {
        var cause = Optional.ofNullable(fault.getCause()).orElse(fault);
        problems.add(home + ": " + what + " is left out, it fails with " + cause);
    }

    public Optional<T> find(String id) {
        return Optional.ofNullable(found.get(id));
    }

    /** All of them, in the order they were found. */
    public List<T> all() {
        return List.copyOf(found.values());
    }

    /** A line for each plugin that is left out: where it stands, and why. What is wrong with a whole jar the folder tells. */
    public List<String> problems() {
        return List.copyOf(problems);
    }
}
