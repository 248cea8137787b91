package nl.samenkomst.meeting;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.kit.plugin.PluginFolder;
import nl.samenkomst.kit.plugin.Plugins;
import nl.samenkomst.spi.MeetingProvider;

/** The makers of online places that this installation knows, each by its plugin. */
public final class Providers {

    private final Plugins<MeetingProvider> plugins;

    private Providers(Plugins<MeetingProvider> plugins) {
        this.plugins = plugins;
    }

    public static Providers load(PluginFolder folder) {
        return new Providers(Plugins.load(MeetingProvider.class, MeetingProvider::id, folder));
    }

    public Optional<MeetingProvider> find(String id) {
        return plugins.find(id);
    }

    public List<MeetingProvider> all() {
        return plugins.all();
    }

    /** A line for each that is left out; jars that cannot be opened are told by the folder. */
    public List<String> problems() {
        return plugins.problems();
    }
}
