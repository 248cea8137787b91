package nl.samenkomst.quote;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Reads the one view of what may be shown. */
record PublishedQuoteStore(SqlClient sql) {

    Future<List<PublishedQuote>> ofEvent(UUID event, Scope scope) {
        return sql.preparedQuery("""
                select q.id, e.slug, t.title, e.starts_at, q.words, q.attribution, q.name, q.role, q.language, q.consented_at
                  from published_quote q
                  join event e on e.id = q.event_id
                  join event_text t on t.event_id = e.id and t.language = e.language
                 where q.event_id = $1 and $2 = any(q.scopes)
                 order by q.consented_at, q.id
                """).execute(Tuple.of(event, scope.code())).map(PublishedQuoteStore::quotes);
    }

    Future<List<PublishedQuote>> ofNetwork(UUID network, Scope scope, Instant from, Instant until) {
        return sql.preparedQuery("""
                select q.id, e.slug, t.title, e.starts_at, q.words, q.attribution, q.name, q.role, q.language, q.consented_at
                  from event e
                  join published_quote q on q.event_id = e.id
                  join event_text t on t.event_id = e.id and t.language = e.language
                 where e.network_id = $1 and $2 = any(q.scopes)
                   and e.starts_at >= $3 and e.starts_at < $4
                   and e.status = 'published' and e.visibility = 'public'
                 order by e.starts_at desc, q.consented_at, q.id
                """)
                .execute(Tuple.of(network, scope.code(), from.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC)))
                .map(PublishedQuoteStore::quotes);
    }

    private static List<PublishedQuote> quotes(Iterable<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new PublishedQuote(
                        row.getUUID("id"),
                        row.getString("slug"),
                        row.getString("title"),
                        row.getOffsetDateTime("starts_at").toInstant(),
                        row.getString("words"),
                        QuoteStore.byline(row).text(),
                        row.getString("language"),
                        row.getOffsetDateTime("consented_at").toInstant()))
                .toList();
    }
}
