package nl.samenkomst.recap;

import static java.time.ZoneOffset.UTC;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.event.Event;

/** All SQL on files to take along. Give it the pool, or the transaction to be part of. */
record DownloadStore(SqlClient sql) {

    private static final String WHOLE = """
            select d.id, d.organisation_id, d.event_id, d.name, d.digest, length(d.bytes) as size from download d
            """;

    /** All of a gathering, in their order. */
    Future<List<Download>> of(UUID event) {
        return sql.preparedQuery(WHOLE + "where d.event_id = $1 order by d.position, d.id")
                .mapping(DownloadStore::download)
                .execute(Tuple.of(event))
                .map(rows -> rows.stream().toList());
    }

    /** One that everybody may take: its recap is published. */
    Future<Optional<Download>> publicOne(UUID id) {
        return sql.preparedQuery(WHOLE + """
                  join recap r on r.event_id = d.event_id and r.published_at is not null
                  join event e on e.id = d.event_id and e.status = 'published' and e.visibility <> 'closed'
                 where d.id = $1
                """)
                .mapping(DownloadStore::download)
                .execute(Tuple.of(id))
                .map(rows -> rows.stream().findFirst());
    }

    Future<Optional<Buffer>> bytes(UUID id) {
        return sql.preparedQuery("select bytes from download where id = $1")
                .mapping(row -> row.getBuffer("bytes"))
                .execute(Tuple.of(id))
                .map(rows -> rows.stream().findFirst());
    }

    /** After the others of the gathering; false where there are as many as may be. */
    Future<Boolean> insert(UUID id, Event event, String name, Buffer bytes, String digest, int most, Instant now) {
        return sql.preparedQuery("""
                insert into download (id, organisation_id, event_id, position, name, bytes, digest, created_at)
                select $1, $2, $3, coalesce(max(position), 0) + 1, $4, $5, $6, $7
                  from download
                 where event_id = $3
                having count(*) < $8
                """)
                .execute(Tuple.of(id, event.organisation(), event.id(), name, bytes, digest, now.atOffset(UTC), most))
                .map(rows -> rows.rowCount() == 1);
    }

    Future<Boolean> delete(UUID event, UUID id) {
        return sql.preparedQuery("delete from download where event_id = $1 and id = $2")
                .execute(Tuple.of(event, id))
                .map(rows -> rows.rowCount() == 1);
    }

    private static Download download(Row row) {
        return new Download(
                row.getUUID("id"),
                row.getUUID("organisation_id"),
                row.getUUID("event_id"),
                row.getString("name"),
                row.getString("digest"),
                row.getInteger("size"));
    }
}
