package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.spi.Attendance;

/** SQL on who was given a seat last. */
record LastSeatedStore(SqlClient sql) {

    /** The last first. */
    Future<List<Optional<String>>> names(UUID event, Attendance way, int number) {
        return sql.preparedQuery("""
                select name
                  from registration
                 where event_id = $1 and attendance = $2 and status in ('confirmed', 'offered', 'choose')
                 order by place desc
                 limit $3
                """)
                .mapping(row -> Optional.ofNullable(row.getString("name")))
                .execute(Tuple.of(event, way.code(), number))
                .map(rows -> rows.stream().toList());
    }
}
