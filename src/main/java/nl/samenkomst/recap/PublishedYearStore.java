package nl.samenkomst.recap;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the years of networks that are published, for a list of them. */
record PublishedYearStore(SqlClient sql) {

    /** Latest first. */
    Future<List<PublishedYear>> of(List<UUID> networks) {
        return sql.preparedQuery("""
                select r.network_id, r.year, most.format, most.times, coalesce(p.people, 0) as people,
                       (select jsonb_object_agg(w.key, w.value ->> 'line')
                          from jsonb_each(r.words) w
                         where w.value ->> 'line' <> '') as lines
                  from review r
                  join network n on n.id = r.network_id
                  left join reach p on p.network_id = r.network_id and p.year = r.year and p.sector = ''
                  join lateral (select e.format, count(*)::int as times
                                  from event e
                                  join tallied t on t.event_id = e.id
                                 where e.network_id = r.network_id and e.status = 'published'
                                   and extract(year from e.starts_at at time zone n.zone) = r.year
                                 group by e.format
                                 order by count(*) desc, e.format
                                 limit 1) most on true
                 where r.network_id = any($1) and r.published_at is not null
                 order by r.year desc
                """)
                .mapping(PublishedYearStore::year)
                .execute(Tuple.of(networks.toArray(UUID[]::new)))
                .map(rows -> rows.stream().toList());
    }

    private static PublishedYear year(Row row) {
        return new PublishedYear(
                row.getUUID("network_id"),
                row.getInteger("year"),
                lines(row.getJsonObject("lines")),
                row.getString("format"),
                row.getInteger("times"),
                row.getInteger("people"));
    }

    private static Map<String, String> lines(@Nullable JsonObject json) {
        var lines = new LinkedHashMap<String, String>();
        if (json != null) {
            json.forEach(line -> lines.put(line.getKey(), String.valueOf(line.getValue())));
        }
        return lines;
    }
}
