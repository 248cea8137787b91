package nl.samenkomst.event;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.kit.plugin.PluginFolder;
import nl.samenkomst.kit.plugin.Plugins;
import nl.samenkomst.spi.EventFormat;

/** The kinds of gathering that this installation knows, each by its plugin. */
public final class Formats {

    private final Plugins<EventFormat> plugins;

    private Formats(Plugins<EventFormat> plugins) {
        this.plugins = plugins;
    }

    public static Formats load(PluginFolder folder) {
        return new Formats(Plugins.load(EventFormat.class, Formats::id, folder));
    }

    private static String id(EventFormat format) {
        if (format.gatherings().isEmpty()) {
            throw new IllegalArgumentException("it allows no way of gathering");
        }
        if (!format.asks().containsAll(format.required())) {
            throw new IllegalArgumentException("it requires what it does not ask");
        }
        return format.id();
    }

    /** Empty where the plugin is gone: its events are shown and answered with what was stored. */
    public Optional<EventFormat> find(String id) {
        return plugins.find(id);
    }

    public List<EventFormat> all() {
        return plugins.all();
    }

    /** A line for each that is left out; jars that cannot be opened are told by the folder. */
    public List<String> problems() {
        return plugins.problems();
    }
}
