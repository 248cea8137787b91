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
import nl.samenkomst.network.Series;
import nl.samenkomst.network.SeriesStore;

/** The networks, programmes and series that some events name, to tell their slugs. */
record EventNames(Map<UUID, Network> networks, Map<UUID, Programme> programmes, Map<UUID, Series> series) {

    static Future<EventNames> of(SqlClient sql, List<Event> events) {
        var networks = new NetworkStore(sql)
                .all(events.stream().map(Event::network).distinct().toList());
        var programmes = new ProgrammeStore(sql)
                .all(events.stream()
                        .flatMap(event -> event.programme().stream())
                        .distinct()
                        .toList());
        var series = new SeriesStore(sql)
                .all(events.stream()
                        .flatMap(event -> event.series().stream())
                        .map(Event.OfSeries::id)
                        .distinct()
                        .toList());
        return Future.all(networks, programmes, series)
                .map(done -> new EventNames(
                        byId(networks.result(), Network::id),
                        byId(programmes.result(), Programme::id),
                        byId(series.result(), Series::id)));
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

    Optional<String> series(Event event) {
        return event.series().map(Event.OfSeries::id).map(series::get).map(Series::slug);
    }

    private Network home(Event event) {
        return Objects.requireNonNull(networks.get(event.network()));
    }
}
