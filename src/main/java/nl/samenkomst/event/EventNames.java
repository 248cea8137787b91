package nl.samenkomst.event;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.samenkomst.network.Area;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.NetworkStore;
import nl.samenkomst.network.Programme;
import nl.samenkomst.network.ProgrammeStore;

/** The networks and programmes that some events name, to tell their slugs. */
record EventNames(Map<UUID, Network> networks, Map<UUID, Programme> programmes) {

    static Future<EventNames> of(SqlClient sql, List<Event> events) {
        var networks = new NetworkStore(sql)
                .all(events.stream().map(Event::network).distinct().toList());
        var programmes = new ProgrammeStore(sql)
                .all(events.stream()
                        .flatMap(event -> event.programme().stream())
                        .distinct()
                        .toList());
        return Future.all(networks, programmes)
                .map(done ->
                        new EventNames(byId(networks.result(), Network::id), byId(programmes.result(), Programme::id)));
    }

    private static <T> Map<UUID, T> byId(List<T> things, Function<T, UUID> id) {
        return things.stream().collect(Collectors.toMap(id, Function.identity()));
    }

    String network(Event event) {
        return home(event).slug();
    }

    Optional<String> area(Event event) {
        return event.area().flatMap(home(event)::area).map(Area::slug);
    }

    Optional<String> programme(Event event) {
        return event.programme().map(programmes::get).map(Programme::slug);
    }

    private Network home(Event event) {
        return Objects.requireNonNull(networks.get(event.network()));
    }
}
