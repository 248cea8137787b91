package nl.samenkomst.event;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which formats there are events of, whether or not their plugin is here. */
public record FormatStore(SqlClient sql) {

    /** The ids of these formats, in order. */
    public Future<List<String>> inUse() {
        return sql.query("""
                select distinct format
                  from event
                 order by format
                """).mapping(row -> row.getString("format")).execute().map(rows -> rows.stream()
                .toList());
    }

    /** The ids of those of which everyone may see that this network has them. */
    Future<Set<String>> publicIn(UUID network) {
        return sql.preparedQuery("""
                select distinct format
                  from event
                 where network_id = $1 and visibility = 'public' and status <> 'draft'
                """)
                .mapping(row -> row.getString("format"))
                .execute(Tuple.of(network))
                .map(rows -> rows.stream().collect(Collectors.toSet()));
    }
}
