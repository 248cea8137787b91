package nl.samenkomst.recap;

import static java.time.ZoneOffset.UTC;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenkomst.event.Event;

/** All SQL on recaps. Give it the pool, or the transaction to be part of. */
record RecapStore(SqlClient sql) {

    private static final String WHOLE = """
            select event_id, organisation_id, version, words, left_out, published_at, told_at from recap
            """;

    Future<Optional<Recap>> of(UUID event) {
        return sql.preparedQuery(WHOLE + "where event_id = $1")
                .mapping(RecapStore::recap)
                .execute(Tuple.of(event))
                .map(rows -> rows.stream().findFirst());
    }

    /** Those of these gatherings that everybody may read. */
    Future<List<Recap>> publishedOf(List<UUID> events) {
        return sql.preparedQuery(WHOLE + "where event_id = any($1) and published_at is not null")
                .mapping(RecapStore::recap)
                .execute(Tuple.of(events.toArray(UUID[]::new)))
                .map(rows -> rows.stream().toList());
    }

    /**
     * Writes the words, one version on.
     *
     * @param before the version that they were written upon, 0 for the first
     * @return false where another wrote meanwhile
     */
    Future<Boolean> write(Event event, Map<String, RecapText> words, Set<UUID> leftOut, long before) {
        return sql.preparedQuery("""
                insert into recap (event_id, organisation_id, words, left_out)
                select $1, $2, $3, $4
                 where $5::bigint = 0 or exists (select from recap where event_id = $1)
                    on conflict (event_id) do update
                   set words = excluded.words, left_out = excluded.left_out, version = recap.version + 1
                 where recap.version = $5
                """)
                .execute(Tuple.of(event.id(), event.organisation(), json(words), leftOut.toArray(UUID[]::new), before))
                .map(rows -> rows.rowCount() == 1);
    }

    /** From now on everybody may read it; from when they first could, if they can already. */
    Future<Void> publish(UUID event, Instant now) {
        return sql.preparedQuery("""
                update recap set published_at = coalesce(published_at, $2) where event_id = $1
                """)
                .execute(Tuple.of(event, now.atOffset(UTC)))
                .mapEmpty();
    }

    Future<Void> takeBack(UUID event) {
        return sql.preparedQuery("update recap set published_at = null, version = version + 1 where event_id = $1")
                .execute(Tuple.of(event))
                .mapEmpty();
    }

    /** Notes that those who came are told; false where they were before. */
    Future<Boolean> tell(UUID event, Instant now) {
        return sql.preparedQuery("update recap set told_at = $2 where event_id = $1 and told_at is null")
                .execute(Tuple.of(event, now.atOffset(UTC)))
                .map(rows -> rows.rowCount() == 1);
    }

    private static Recap recap(Row row) {
        return new Recap(
                row.getUUID("event_id"),
                row.getUUID("organisation_id"),
                row.getLong("version"),
                words(row.getJsonObject("words")),
                Set.of(row.getArrayOfUUIDs("left_out")),
                Optional.ofNullable(row.getOffsetDateTime("published_at")).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getOffsetDateTime("told_at")).map(OffsetDateTime::toInstant));
    }

    private static Map<String, RecapText> words(JsonObject json) {
        var words = new LinkedHashMap<String, RecapText>();
        for (var language : json.fieldNames()) {
            var text = json.getJsonObject(language);
            var results = text.getJsonArray("results", new JsonArray()).stream()
                    .map(String::valueOf)
                    .toList();
            words.put(language, new RecapText(text.getString("intro", ""), results));
        }
        return words;
    }

    private static JsonObject json(Map<String, RecapText> words) {
        var json = new JsonObject();
        words.forEach((language, text) -> json.put(
                language, new JsonObject().put("intro", text.intro()).put("results", new JsonArray(text.results()))));
        return json;
    }
}
