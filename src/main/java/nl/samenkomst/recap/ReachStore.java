package nl.samenkomst.recap;

import static java.util.stream.Collectors.toMap;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Reads whom networks reached in their years; {@link CountingStore} writes it. */
record ReachStore(SqlClient sql) {

    Future<Reach> of(UUID network, int year) {
        return sql.preparedQuery("""
                select sector, people, organisations
                  from reach
                 where network_id = $1 and year = $2
                """)
                .execute(Tuple.of(network, year))
                .map(rows -> new Reach(StreamSupport.stream(rows.spliterator(), false)
                        .collect(toMap(
                                row -> row.getString("sector"),
                                row -> new Reach.Count(row.getInteger("people"), row.getInteger("organisations"))))));
    }
}
