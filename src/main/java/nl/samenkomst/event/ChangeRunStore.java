package nl.samenkomst.event;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** All SQL on runs of changes. Give it the pool, or the transaction to be part of. */
public record ChangeRunStore(SqlClient sql) {

    /** The last one of this event, be it over or not. */
    public Future<Optional<ChangeRun>> last(UUID event) {
        return sql.preparedQuery("select before, version, due_at, undo_until from change_run where event_id = $1")
                .mapping(ChangeRunStore::run)
                .execute(Tuple.of(event))
                .map(rows -> rows.stream().findFirst());
    }

    /**
     * A run that can still be undone, with what a page says of its event.
     *
     * @param titles by language
     */
    record Undoable(ChangeRun run, String slug, String zone, Map<String, String> titles, String language) {

        String title(String tag) {
            return titles.getOrDefault(tag, titles.getOrDefault(language, slug));
        }
    }

    /** Those of an organisation, the latest first. */
    Future<List<Undoable>> undoable(UUID organisation, Instant now) {
        return sql.preparedQuery("""
                select r.before, r.version, r.due_at, r.undo_until, e.slug, e.zone, e.language,
                       (select jsonb_object_agg(t.language, t.title) from event_text t where t.event_id = e.id) as titles
                  from change_run r
                  join event e on e.id = r.event_id and e.version = r.version
                 where e.organisation_id = $1 and r.undo_until > $2 and e.status = 'published'
                 order by r.undo_until desc
                """)
                .mapping(row -> new Undoable(
                        run(row),
                        row.getString("slug"),
                        row.getString("zone"),
                        titles(row.getJsonObject("titles")),
                        row.getString("language")))
                .execute(Tuple.of(organisation, EventStore.time(now)))
                .map(rows -> rows.stream().toList());
    }

    private static Map<String, String> titles(JsonObject json) {
        return json.fieldNames().stream().collect(Collectors.toMap(tag -> tag, json::getString));
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
