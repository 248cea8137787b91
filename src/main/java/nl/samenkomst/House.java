package nl.samenkomst;

import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.List;
import nl.samenkomst.event.EventPages;
import nl.samenkomst.event.EventShelf;
import nl.samenkomst.event.EventSources;
import nl.samenkomst.event.Formats;
import nl.samenkomst.event.HomePages;
import nl.samenkomst.event.NetworkPages;
import nl.samenkomst.event.ProgrammePages;
import nl.samenkomst.event.PublicAgenda;
import nl.samenkomst.event.SeatBoard;
import nl.samenkomst.kit.plugin.PluginFolder;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.HousePages;
import nl.samenkomst.network.NetworkShelf;
import nl.samenkomst.network.ProgrammeShelf;

/** The rooms, each with what it needs of the others: from left to right, as they may know one another. */
final class House {

    private final List<Feature> features;

    House(Config config, Pool pool, Clock clock) {
        var plugins = PluginFolder.open(config.plugins());
        var formats = Formats.load(plugins);
        var networks = new NetworkShelf(pool);
        var events = new EventShelf(pool);
        var sources = new EventSources(networks, new SeatBoard(pool), formats);
        var agenda = new PublicAgenda(pool, clock);
        this.features = List.of(
                new HousePages(),
                new HomePages(agenda, sources, new ProgrammeShelf(pool), clock),
                new NetworkPages(agenda, sources, clock),
                new ProgrammePages(agenda, sources, List.of(), clock),
                new EventPages(events, sources, List.of(), clock));
    }

    /** What answers on paths, in the order of mounting. */
    List<Feature> features() {
        return features;
    }
}
