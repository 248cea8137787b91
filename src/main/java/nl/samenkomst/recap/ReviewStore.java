package nl.samenkomst.recap;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.toUnmodifiableSet;

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
import nl.samenkomst.network.Network;

/** All SQL on reviews of a year. Give it the pool, or the transaction to be part of. */
record ReviewStore(SqlClient sql) {

    private static final String WHOLE = """
            select network_id, year, version, words, chosen, published_at from review
            """;

    /** The one of this year, unwritten where nothing was saved. */
    Future<Review> of(Network network, int year) {
        return sql.preparedQuery(WHOLE + "where network_id = $1 and year = $2")
                .mapping(ReviewStore::review)
                .execute(Tuple.of(network.id(), year))
                .map(rows -> rows.stream().findFirst().orElseGet(() -> Review.unwritten(network.id(), year)));
    }

    /** All that were saved for these networks, latest year first. */
    Future<List<Review>> of(List<UUID> networks) {
        return sql.preparedQuery(WHOLE + "where network_id = any($1) order by year desc")
                .mapping(ReviewStore::review)
                .execute(Tuple.of(networks.toArray(UUID[]::new)))
                .map(rows -> rows.stream().toList());
    }

    /**
     * Writes it, one version on.
     *
     * @param before the version that it was written upon, 0 for the first
     * @return false where another wrote meanwhile
     */
    Future<Boolean> write(Network network, int year, Map<String, ReviewText> words, ReviewChoice choice, long before) {
        return sql.preparedQuery("""
                insert into review (network_id, year, organisation_id, words, chosen)
                select $1, $2, $3, $4, $5
                 where $6::bigint = 0 or exists (select from review where network_id = $1 and year = $2)
                    on conflict (network_id, year) do update
                   set words = excluded.words, chosen = excluded.chosen, version = review.version + 1
                 where review.version = $6
                """)
                .execute(Tuple.of(network.id(), year, network.organisation(), json(words), json(choice), before))
                .map(rows -> rows.rowCount() == 1);
    }

    /** From now on everybody may read it; since when they first could, if they can already. False where nothing was saved. */
    Future<Boolean> publish(UUID network, int year, Instant now) {
        return sql.preparedQuery("""
                update review set published_at = coalesce(published_at, $3) where network_id = $1 and year = $2
                """)
                .execute(Tuple.of(network, year, now.atOffset(UTC)))
                .map(rows -> rows.rowCount() == 1);
    }

    /** One version on, so that who still has the form open does not publish it again unknowingly. False where there was nothing to take back. */
    Future<Boolean> takeBack(UUID network, int year) {
        return sql.preparedQuery("""
                update review set published_at = null, version = version + 1
                 where network_id = $1 and year = $2 and published_at is not null
                """).execute(Tuple.of(network, year)).map(rows -> rows.rowCount() == 1);
    }

    private static Review review(Row row) {
        return new Review(
                row.getUUID("network_id"),
                row.getInteger("year"),
                row.getLong("version"),
                words(row.getJsonObject("words")),
                Optional.of(choice(row.getJsonObject("chosen"))),
                Optional.ofNullable(row.getOffsetDateTime("published_at")).map(OffsetDateTime::toInstant));
    }

    private static Map<String, ReviewText> words(JsonObject json) {
        var words = new LinkedHashMap<String, ReviewText>();
        for (var language : json.fieldNames()) {
            var parts = new LinkedHashMap<String, String>();
            json.getJsonObject(language).forEach(part -> parts.put(part.getKey(), String.valueOf(part.getValue())));
            words.put(language, new ReviewText(parts));
        }
        return words;
    }

    private static JsonObject json(Map<String, ReviewText> words) {
        var json = new JsonObject();
        words.forEach((language, text) -> json.put(language, new JsonObject(Map.copyOf(text.parts()))));
        return json;
    }

    private static ReviewChoice choice(JsonObject json) {
        return new ReviewChoice(ids(json, "results"), ids(json, "quotes"), ids(json, "photos"));
    }

    private static Set<UUID> ids(JsonObject json, String name) {
        return json.getJsonArray(name, new JsonArray()).stream()
                .map(id -> UUID.fromString(String.valueOf(id)))
                .collect(toUnmodifiableSet());
    }

    private static JsonObject json(ReviewChoice choice) {
        return new JsonObject()
                .put("results", json(choice.results()))
                .put("quotes", json(choice.quotes()))
                .put("photos", json(choice.photos()));
    }

    private static JsonArray json(Set<UUID> ids) {
        return new JsonArray(ids.stream().map(UUID::toString).sorted().toList());
    }
}
