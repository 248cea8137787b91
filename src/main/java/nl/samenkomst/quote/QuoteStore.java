package nl.samenkomst.quote;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import nl.samenkomst.kit.rule.Id;
import nl.samenkomst.kit.web.Listed;
import nl.samenkomst.kit.web.Paging;

/** Reads quotes with their latest wording. Give it the pool, or the transaction to be part of. */
record QuoteStore(SqlClient sql) {

    private static final String SELECT = """
            select q.id, q.organisation_id, q.event_id, q.registration_id, q.address is not null as reachable, q.status, q.reason,
                   q.held, q.link_version, q.version, q.created_at, q.approved_at, q.refused_at, q.reminded_at, q.withdrawn_at,
                   w.version as wording, w.words, w.attribution, w.name, w.role, w.scopes, w.language, w.consent_text, w.by,
                   w.made_at, w.consented_at, earlier.words as before
              from quote q
              join wording w on w.quote_id = q.id
               and w.version = (select max(latest.version) from wording latest where latest.quote_id = q.id)
              left join wording earlier on earlier.quote_id = q.id and w.consented_at is null and earlier.version = w.version - 1
            """;

    Future<Optional<Quote>> find(UUID id) {
        return sql.preparedQuery(SELECT + " where q.id = $1")
                .execute(Tuple.of(id))
                .map(rows -> quotes(rows).stream().findFirst());
    }

    /** The same, and nobody else changes it until the end of the transaction. */
    Future<Optional<Quote>> lock(UUID id) {
        return sql.preparedQuery("select id from quote where id = $1 for update")
                .execute(Tuple.of(id))
                .compose(locked -> find(id));
    }

    /** What this form gave when it was sent before. */
    Future<Optional<Quote>> byRequest(UUID event, String request) {
        return sql.preparedQuery(SELECT + " where q.event_id = $1 and q.request_key = $2")
                .execute(Tuple.of(event, request))
                .map(rows -> quotes(rows).stream().findFirst());
    }

    /** All of an event, the newest first. */
    Future<List<Quote>> ofEvent(UUID event) {
        return sql.preparedQuery(SELECT + " where q.event_id = $1 order by q.created_at desc, q.id")
                .execute(Tuple.of(event))
                .map(QuoteStore::quotes);
    }

    /** A part of them, in the order of their ids. */
    Future<Listed<Quote>> list(UUID event, Paging paging) {
        var after = paging.after().map(QuoteStore::id);
        return sql.preparedQuery(
                        SELECT + " where q.event_id = $1 and ($2::uuid is null or q.id > $2) order by q.id limit $3")
                .execute(Tuple.of(event, after.orElse(null), paging.limit() + 1))
                .map(rows -> Listed.cut(
                        quotes(rows), paging, quote -> Paging.next(quote.id().toString())));
    }

    private static UUID id(List<String> key) {
        return Id.of(key.get(0)).orElseThrow(Paging::strange);
    }

    /** All that somebody gave, the oldest first. */
    Future<List<Quote>> ofRegistration(UUID registration) {
        return sql.preparedQuery(SELECT + " where q.registration_id = $1 order by q.created_at, q.id")
                .execute(Tuple.of(registration))
                .map(QuoteStore::quotes);
    }

    /** How many they gave and did not take back. */
    Future<Integer> countBy(UUID registration) {
        return sql.preparedQuery(
                        "select count(*)::int as n from quote where registration_id = $1 and withdrawn_at is null")
                .execute(Tuple.of(registration))
                .map(rows -> rows.iterator().next().getInteger("n"));
    }

    /** How many were given at this event by the room's code. */
    Future<Integer> countByCode(UUID event) {
        return sql.preparedQuery("select count(*)::int as n from quote where event_id = $1 and registration_id is null")
                .execute(Tuple.of(event))
                .map(rows -> rows.iterator().next().getInteger("n"));
    }

    /** The sealed address of the author, where there is one. */
    Future<Optional<byte[]>> address(UUID id) {
        return sql.preparedQuery("select address from quote where id = $1 and address is not null")
                .execute(Tuple.of(id))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(row -> row.getBuffer("address"))
                        .map(Buffer::getBytes));
    }

    private static List<Quote> quotes(Iterable<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(QuoteStore::quote)
                .toList();
    }

    private static Quote quote(Row row) {
        return new Quote(
                row.getUUID("id"),
                row.getUUID("organisation_id"),
                row.getUUID("event_id"),
                Optional.ofNullable(row.getUUID("registration_id")),
                row.getBoolean("reachable"),
                Quote.Status.of(row.getString("status")),
                Optional.ofNullable(row.getString("reason")),
                row.getBoolean("held"),
                row.getInteger("link_version"),
                row.getLong("version"),
                row.getOffsetDateTime("created_at").toInstant(),
                moment(row, "approved_at"),
                moment(row, "refused_at"),
                moment(row, "reminded_at"),
                moment(row, "withdrawn_at"),
                wording(row),
                Optional.ofNullable(row.getString("before")));
    }

    private static Wording wording(Row row) {
        return new Wording(
                row.getInteger("wording"),
                Objects.requireNonNullElse(row.getString("words"), ""),
                byline(row),
                Arrays.stream(row.getArrayOfStrings("scopes"))
                        .map(Scope::of)
                        .map(Optional::orElseThrow)
                        .collect(Collectors.toSet()),
                row.getString("language"),
                Optional.ofNullable(row.getInteger("consent_text")),
                row.getString("by").equals("staff"),
                row.getOffsetDateTime("made_at").toInstant(),
                moment(row, "consented_at"));
    }

    static Byline byline(Row row) {
        return new Byline(
                Byline.Kind.of(row.getString("attribution")).orElseThrow(),
                Optional.ofNullable(row.getString("name")),
                Optional.ofNullable(row.getString("role")));
    }

    private static Optional<Instant> moment(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }
}
