package nl.samenkomst.event;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.samenkomst.spi.Attendance;

/**
 * What events know of their seats: capacity is written here, counts are only read. Who holds and who waits is written by the
 * registration room's turnstile alone.
 */
public record SeatStore(SqlClient sql) {

    /**
     * The seats of published events, on site before online; an event without rows is not in it, nor is a way of attending that is
     * gone.
     */
    public Future<Map<UUID, List<Seats>>> of(List<UUID> events) {
        return sql.preparedQuery("""
                select event_id, seats.attendance, capacity, held, waiting
                  from seats
                  join event on event.id = event_id and event.attendance in ('hybrid', seats.attendance)
                 where event_id = any($1)
                 order by event_id, seats.attendance = 'online'
                """)
                .mapping(SeatStore::seats)
                .execute(Tuple.of(events.toArray(UUID[]::new)))
                .map(SeatStore::byEvent);
    }

    /** One event's seats, held against arrivals until this transaction ends; the caller holds the event. */
    Future<List<Seats>> lock(UUID event) {
        return sql.preparedQuery("""
                select event_id, attendance, capacity, held, waiting
                  from seats
                 where event_id = $1
                 order by event_id, attendance
                   for update
                """)
                .mapping(SeatStore::seats)
                .execute(Tuple.of(event))
                .map(rows -> rows.stream().toList());
    }

    /** Sets how many seats there are, empty for no limit. */
    Future<Void> setCapacity(UUID event, Attendance way, Optional<Integer> capacity) {
        return sql.preparedQuery("""
                insert into seats (event_id, attendance, capacity)
                values ($1, $2, $3)
                    on conflict (event_id, attendance) do update set capacity = excluded.capacity
                """)
                .execute(Tuple.of(event, way.code(), capacity.orElse(null)))
                .mapEmpty();
    }

    /** The same, but no fewer than are taken now. */
    Future<Void> widen(UUID event, Attendance way, Optional<Integer> capacity) {
        return sql.preparedQuery("""
                insert into seats (event_id, attendance, capacity)
                values ($1, $2, $3)
                    on conflict (event_id, attendance) do update
                   set capacity = case when excluded.capacity < seats.held then seats.held else excluded.capacity end
                """)
                .execute(Tuple.of(event, way.code(), capacity.orElse(null)))
                .mapEmpty();
    }

    /** A way of attending that is gone keeps just the seats of those who have yet to choose what they want instead. */
    public Future<Void> closeGone(UUID event) {
        return sql.preparedQuery("""
                update seats
                   set capacity = seats.held
                  from event
                 where event.id = $1 and event_id = $1 and event.attendance not in ('hybrid', seats.attendance)
                   and capacity is distinct from seats.held
                """).execute(Tuple.of(event)).mapEmpty();
    }

    private static Map<UUID, List<Seats>> byEvent(RowSet<Seats> rows) {
        return rows.stream().collect(Collectors.groupingBy(Seats::event));
    }

    private static Seats seats(Row row) {
        return new Seats(
                row.getUUID("event_id"),
                Attendance.of(row.getString("attendance")).orElseThrow(),
                Optional.ofNullable(row.getInteger("capacity")),
                row.getInteger("held"),
                row.getInteger("waiting"));
    }
}
