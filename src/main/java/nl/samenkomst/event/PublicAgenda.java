package nl.samenkomst.event;

import static java.time.temporal.ChronoUnit.MINUTES;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.samenkomst.kit.db.Shelf;
import nl.samenkomst.kit.web.Listed;
import nl.samenkomst.kit.web.Paging;

/** What is coming and what has been, for lists that everyone sees; kept for a second. */
public final class PublicAgenda {

    private static final Duration AGE = Duration.ofSeconds(1);

    private final SqlClient sql;
    private final Clock clock;
    private final Shelf<EventFilter, Gatherings> shelf;

    /** Events in the order of the list, with their seats. */
    public record Gatherings(List<Event> events, Map<UUID, List<Seats>> seats) {

        public List<Seats> of(Event event) {
            return seats.getOrDefault(event.id(), List.of());
        }
    }

    /** @param sql the pool */
    public PublicAgenda(SqlClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
        this.shelf = new Shelf<>(AGE, this::read);
    }

    /** What has not ended yet, soonest first. */
    public Future<Gatherings> coming(EventFilter filter) {
        return shelf.of(filter.from(clock.instant().truncatedTo(MINUTES)));
    }

    /** What has begun, latest first. */
    public Future<Gatherings> past(EventFilter filter) {
        var minute = clock.instant().truncatedTo(MINUTES);
        return shelf.of(filter.withStatus("held").to(minute).latestFirst(true));
    }

    private Future<Gatherings> read(EventFilter filter) {
        return new EventStore(sql)
                .list(filter, Paging.first(Paging.MOST), clock.instant())
                .map(Listed::items)
                .compose(events -> new SeatStore(sql)
                        .of(events.stream().map(Event::id).toList())
                        .map(seats -> new Gatherings(events, seats)));
    }
}
