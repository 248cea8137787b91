package nl.samenkomst.series;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.samenkomst.event.Event;
import nl.samenkomst.kit.web.Panel;
import nl.samenkomst.kit.web.Shown;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.network.Series;
import nl.samenkomst.network.SeriesStore;
import nl.samenkomst.network.SeriesTarget;

/** Tells on an event's page which series it is a date of. */
public final class SeriesPanel implements Panel<Event> {

    private final SqlClient sql;

    /** @param sql the pool */
    public SeriesPanel(SqlClient sql) {
        this.sql = sql;
    }

    /** What it shows. */
    record PartOf(String slug, String title) {}

    @Override
    public Future<Map<Event, Shown>> on(List<Event> events, Visit visit) {
        var ids = events.stream()
                .flatMap(event -> event.series().stream())
                .map(Event.OfSeries::id)
                .distinct()
                .toList();
        return new SeriesStore(sql).all(ids).map(found -> {
            var shown = new HashMap<Event, Shown>();
            for (var event : events) {
                found.stream()
                        .filter(SeriesTarget.SERIES::open)
                        .filter(series -> event.series()
                                .filter(one -> one.id().equals(series.id()))
                                .isPresent())
                        .findFirst()
                        .ifPresent(series -> shown.put(event, shown(series, visit)));
            }
            return shown;
        });
    }

    private static Shown shown(Series series, Visit visit) {
        var title = new DatePattern(series).text("title", visit.language());
        return new Shown(5, "story", "series/part", new PartOf(series.slug(), title));
    }
}
