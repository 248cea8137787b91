package nl.samenkomst.recap;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import nl.samenkomst.spi.Attendance;

/** Reads who came to gatherings that were held; {@link CountingStore} writes it. */
public record TallyStore(SqlClient sql) {

    /** Empty until it was counted, which is within a minute of the end. */
    public Future<Optional<Tally>> of(UUID event) {
        return of(List.of(event)).map(found -> Optional.ofNullable(found.get(event)));
    }

    /** Those of these gatherings that were counted. */
    public Future<Map<UUID, Tally>> of(List<UUID> events) {
        return sql.preparedQuery("""
                with asked as (
                    select event_id, attendance, sector, status, presence, n,
                           bool_or(presence <> 'unknown') over (partition by event_id, attendance) as noted
                      from tally
                     where event_id = any($1))
                select t.event_id, t.organisations, a.attendance, a.sector, sum(a.n)::int as people
                  from tallied t
                  left join asked a on a.event_id = t.event_id
                   and case when a.noted then a.presence = 'present' else a.status = 'confirmed' end
                 where t.event_id = any($1)
                 group by t.event_id, t.organisations, a.attendance, a.sector
                """)
                .execute(Tuple.of(events.toArray(UUID[]::new)))
                .map(TallyStore::tallies);
    }

    private static Map<UUID, Tally> tallies(RowSet<Row> rows) {
        var organisations = StreamSupport.stream(rows.spliterator(), false)
                .collect(toMap(
                        row -> row.getUUID("event_id"), row -> row.getInteger("organisations"), (one, same) -> one));
        var parts = StreamSupport.stream(rows.spliterator(), false)
                .collect(groupingBy(row -> row.getUUID("event_id"), mapping(TallyStore::part, toList())));
        return organisations.entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        one -> Tally.of(
                                Objects.requireNonNull(parts.get(one.getKey())).stream()
                                        .flatMap(Optional::stream)
                                        .toList(),
                                one.getValue())));
    }

    /** Empty where nobody came. */
    private static Optional<Tally.Part> part(Row row) {
        return Optional.ofNullable(row.getString("attendance"))
                .flatMap(Attendance::of)
                .map(way -> new Tally.Part(way, row.getString("sector"), row.getInteger("people")));
    }
}
