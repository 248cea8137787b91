package nl.samenkomst.kit.mail;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** SQL on letters that were sent and about which somebody writes back. */
record BounceStore(SqlClient sql) {

    /** A letter that was sent was not delivered after all, and why: the other server's words, for the organiser to read. */
    Future<Optional<Outbox.Ours>> refused(Collection<String> messageIds, String said) {
        return sql.preparedQuery("""
                update outbox
                   set state = 'refused', said = $2
                 where message_id = any($1) and state in ('sent', 'refused')
                returning organisation_id, ids
                """)
                .execute(Tuple.of(messageIds.toArray(String[]::new), said))
                .map(BounceStore::first);
    }

    Future<Optional<Outbox.Ours>> known(Collection<String> messageIds) {
        return sql.preparedQuery("select organisation_id, ids from outbox where message_id = any($1) limit 1")
                .execute(Tuple.of((Object) messageIds.toArray(String[]::new)))
                .map(BounceStore::first);
    }

    private static Optional<Outbox.Ours> first(Iterable<Row> rows) {
        for (var row : rows) {
            if (row.getUUID("organisation_id") != null) {
                var ids = row.getJsonObject("ids");
                return Optional.of(
                        new Outbox.Ours(row.getUUID("organisation_id"), id(ids, "event"), id(ids, "registration")));
            }
        }
        return Optional.empty();
    }

    private static Optional<UUID> id(JsonObject ids, String name) {
        return Optional.ofNullable(ids.getString(name)).map(UUID::fromString);
    }
}
