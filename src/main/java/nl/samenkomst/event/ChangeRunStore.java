package nl.samenkomst.event;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.UUID;

/** All SQL on runs of changes. Give it the pool, or the transaction to be part of. */
public record ChangeRunStore(SqlClient sql) {

    /** The last one of this event, be it over or not. */
    public Future<Optional<ChangeRun>> last(UUID event) {
        return sql.preparedQuery("select before, version, due_at, undo_until from change_run where event_id = $1")
                .mapping(ChangeRunStore::run)
                .execute(Tuple.of(event))
                .map(rows -> rows.stream().findFirst());
    }

    /** Writes it in place of the one before; whoever calls holds the event's lock. */
    Future<Void> write(UUID event, ChangeRun run) {
        return sql.preparedQuery("""
                insert into change_run (event_id, before, version, due_at, undo_until)
                values ($1, $2, $3, $4, $5)
                    on conflict (event_id) do update
                   set before = excluded.before, version = excluded.version, due_at = excluded.due_at,
                       undo_until = excluded.undo_until
                """)
                .execute(Tuple.of(
                        event,
                        EventMemory.json(run.before()),
                        run.version(),
                        EventStore.time(run.due()),
                        EventStore.time(run.undoUntil())))
                .mapEmpty();
    }

    Future<Void> delete(UUID event) {
        return sql.preparedQuery("delete from change_run where event_id = $1")
                .execute(Tuple.of(event))
                .mapEmpty();
    }

    private static ChangeRun run(Row row) {
        return new ChangeRun(
                EventMemory.event(row.getJsonObject("before")),
                row.getLong("version"),
                row.getOffsetDateTime("due_at").toInstant(),
                row.getOffsetDateTime("undo_until").toInstant());
    }
}
