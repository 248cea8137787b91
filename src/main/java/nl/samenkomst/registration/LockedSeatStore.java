package nl.samenkomst.registration;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.samenkomst.spi.Attendance;
import nl.samenkomst.spi.Gathering;

/** The lock on seats, and all SQL that counts them. Give it the transaction. */
record LockedSeatStore(SqlClient sql) {

    /**
     * Locks the seats of these events until the end of the transaction, in one order for all who do so: events, then seats. On
     * events it is the weak lock that a reference takes anyway, here in its right turn.
     */
    Future<Map<UUID, List<Hall.Side>>> lock(Collection<UUID> events) {
        return sql.preparedQuery("""
                with kept as materialized (
                    select id from event where id = any($1) order by id for key share)
                select event_id, attendance, capacity, held, waiting, next_place
                  from seats
                 where event_id in (select id from kept)
                 order by event_id, attendance
                   for update of seats
                """).execute(ids(events)).map(rows -> stream(rows)
                .collect(groupingBy(row -> row.getUUID("event_id"), mapping(LockedSeatStore::side, toList()))));
    }

    /** What decides who gets these seats; called after {@link #lock}, in a statement of its own, so that it sees what was so then. */
    Future<Map<UUID, Circumstances>> circumstances(Collection<UUID> events, Instant now, Function<String, Pace> paces) {
        return sql.preparedQuery("""
                select id, organisation_id, status, attendance, registration, visibility, starts_at, zone, waitlist, format,
                       opens_at,
                       status = 'published'
                           and exists (select from registration where event_id = event.id and offer_until <= $2) as lapsed
                  from event
                 where id = any($1)
                """)
                .execute(ids(events).addOffsetDateTime(now.atOffset(ZoneOffset.UTC)))
                .map(rows -> stream(rows)
                        .map(row -> circumstances(row, paces))
                        .collect(toMap(Circumstances::event, Function.identity())));
    }

    /** Writes what was counted along. */
    Future<Void> put(Collection<Hall> halls) {
        var sides = halls.stream()
                .flatMap(hall -> hall.sides().stream()
                        .map(side -> Map.entry(hall.circumstances().event(), side)))
                .toList();
        var now = new Columns<>(sides);
        return sql.preparedQuery("""
                update seats
                   set held = now.held, waiting = now.waiting, next_place = now.next_place
                  from unnest($1::uuid[], $2::text[], $3::int[], $4::int[], $5::int[])
                       as now (event_id, attendance, held, waiting, next_place)
                 where seats.event_id = now.event_id and seats.attendance = now.attendance
                   and (seats.held, seats.waiting, seats.next_place) <> (now.held, now.waiting, now.next_place)
                """)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(now.of(one -> one.getKey(), UUID[]::new))
                        .addArrayOfString(now.of(one -> one.getValue().way.code(), String[]::new))
                        .addArrayOfInteger(now.of(one -> one.getValue().held, Integer[]::new))
                        .addArrayOfInteger(now.of(one -> one.getValue().waiting, Integer[]::new))
                        .addArrayOfInteger(now.of(one -> one.getValue().nextPlace, Integer[]::new)))
                .mapEmpty();
    }

    private static Tuple ids(Collection<UUID> events) {
        return Tuple.tuple().addArrayOfUUID(new TreeSet<>(events).toArray(UUID[]::new));
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static Hall.Side side(Row row) {
        return new Hall.Side(
                Attendance.of(row.getString("attendance")).orElseThrow(),
                Optional.ofNullable(row.getInteger("capacity")),
                row.getInteger("held"),
                row.getInteger("waiting"),
                row.getInteger("next_place"));
    }

    private static Circumstances circumstances(Row row, Function<String, Pace> paces) {
        return new Circumstances(
                row.getUUID("id"),
                row.getUUID("organisation_id"),
                row.getString("status"),
                Gathering.of(row.getString("attendance")).orElseThrow(),
                row.getString("registration").equals("open"),
                row.getString("visibility").equals("closed"),
                row.getOffsetDateTime("starts_at").toInstant(),
                ZoneId.of(row.getString("zone")),
                row.getBoolean("waitlist"),
                Optional.ofNullable(row.getOffsetDateTime("opens_at")).map(OffsetDateTime::toInstant),
                paces.apply(row.getString("format")),
                row.getBoolean("lapsed"));
    }
}
