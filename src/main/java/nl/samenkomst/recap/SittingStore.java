package nl.samenkomst.recap;

import static java.time.ZoneOffset.UTC;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.network.Network;
import nl.samenkomst.recap.Sitting.Manner;

/** Reads what a network held in a year. */
record SittingStore(SqlClient sql) {

    /** A year in which something was counted. */
    record Year(int year, int sittings) {}

    /** All that was held, closed gatherings too, soonest first. A room is outdoors where its name says so. */
    Future<List<Sitting>> of(Network network, int year, Instant now) {
        return sql.preparedQuery("""
                select (e.starts_at at time zone $2)::date as date, e.format, e.area_id, e.attendance,
                       e.visibility = 'closed' as closed,
                       coalesce(concat_ws(' ', e.venue ->> 'name', e.venue ->> 'room') ~* '\\m(buiten|outdoors?)\\M', false)
                           as outdoors
                  from event e
                 where e.network_id = $1 and e.status = 'published' and e.ends_at <= $4
                   and extract(year from e.starts_at at time zone $2) = $3
                 order by e.starts_at, e.id
                """)
                .mapping(SittingStore::sitting)
                .execute(Tuple.of(network.id(), network.zone().getId(), year, now.atOffset(UTC)))
                .map(rows -> rows.stream().toList());
    }

    /** The years in which something was counted, latest first. */
    Future<List<Year>> years(Network network) {
        return sql.preparedQuery("""
                select extract(year from e.starts_at at time zone $2)::int as year, count(*)::int as n
                  from event e
                  join tallied t on t.event_id = e.id
                 where e.network_id = $1 and e.status = 'published'
                 group by 1
                 order by 1 desc
                """)
                .mapping(row -> new Year(row.getInteger("year"), row.getInteger("n")))
                .execute(Tuple.of(network.id(), network.zone().getId()))
                .map(rows -> rows.stream().toList());
    }

    private static Sitting sitting(Row row) {
        return new Sitting(
                row.getLocalDate("date"),
                row.getString("format"),
                Optional.ofNullable(row.getUUID("area_id")),
                manner(row.getString("attendance"), row.getBoolean("outdoors")),
                row.getBoolean("closed"));
    }

    private static Manner manner(String attendance, boolean outdoors) {
        return switch (attendance) {
            case "online" -> Manner.ONLINE;
            case "hybrid" -> Manner.BOTH;
            default -> outdoors ? Manner.OUTDOORS : Manner.ROOM;
        };
    }
}
