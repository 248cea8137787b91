package nl.samenkomst.event;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** All SQL on why events were called off. Give it the pool, or the transaction to be part of. */
public record CalledOffStore(SqlClient sql) {

    /** The organiser's words, lines and all; empty where none were given. */
    public Future<Optional<String>> message(UUID event) {
        return sql.preparedQuery("select message from called_off where event_id = $1 and message <> ''")
                .execute(Tuple.of(event))
                .map(rows -> rows.stream().map(row -> row.getString("message")).findFirst());
    }

    Future<Void> write(UUID event, String message, Instant now) {
        return sql.preparedQuery("insert into called_off (event_id, message, at) values ($1, $2, $3)")
                .execute(Tuple.of(event, message, EventStore.time(now)))
                .mapEmpty();
    }
}
