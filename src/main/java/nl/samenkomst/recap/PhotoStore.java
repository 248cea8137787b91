package nl.samenkomst.recap;

import static java.time.ZoneOffset.UTC;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.event.Event;
import nl.samenkomst.kit.image.Picture;

/** All SQL on photos. Give it the pool, or the transaction to be part of. */
record PhotoStore(SqlClient sql) {

    private static final String WHOLE = """
            select p.id, p.organisation_id, p.event_id, p.digest, p.width, p.height, p.alt, p.caption, p.maker, p.basis,
                   p.asked_at, p.kept_because
              from photo p
            """;

    /** What everybody may see: a selection from {@code photo p} goes before it. Nothing else decides about that. */
    static final String PUBLIC = """
              join recap r on r.event_id = p.event_id and r.published_at is not null
              join event e on e.id = p.event_id and e.status = 'published' and e.visibility <> 'closed'
             where p.basis is not null and p.alt <> '' and p.asked_at is null
            """;

    /** The bytes, with their media type. */
    record Stored(String type, Buffer bytes) {}

    /** All of a gathering, in their order, hidden ones too. */
    Future<List<Photo>> of(UUID event) {
        return sql.preparedQuery(WHOLE + "where p.event_id = $1 order by p.position, p.id")
                .mapping(PhotoStore::photo)
                .execute(Tuple.of(event))
                .map(rows -> rows.stream().toList());
    }

    /** Those of a gathering that everybody may see. */
    Future<List<Photo>> publicOf(UUID event) {
        return sql.preparedQuery(WHOLE + PUBLIC + "and p.event_id = $1 order by p.position, p.id")
                .mapping(PhotoStore::photo)
                .execute(Tuple.of(event))
                .map(rows -> rows.stream().toList());
    }

    /** One that everybody may see; hidden, unpublished and foreign ones are not there. */
    Future<Optional<Photo>> publicOne(UUID id) {
        return sql.preparedQuery(WHOLE + PUBLIC + "and p.id = $1")
                .mapping(PhotoStore::photo)
                .execute(Tuple.of(id))
                .map(rows -> rows.stream().findFirst());
    }

    Future<Optional<Stored>> bytes(UUID id) {
        return sql.preparedQuery("select type, bytes from photo where id = $1")
                .mapping(row -> new Stored(row.getString("type"), row.getBuffer("bytes")))
                .execute(Tuple.of(id))
                .map(rows -> rows.stream().findFirst());
    }

    /** After the others of the gathering; false where there are as many as may be. */
    Future<Boolean> insert(
            UUID id, Event event, Picture picture, String digest, Photo.Words words, int most, Instant now) {
        return sql.preparedQuery("""
                insert into photo (id, organisation_id, event_id, position, type, bytes, digest, width, height, alt, caption,
                       maker, basis, created_at)
                select $1, $2, $3, coalesce(max(position), 0) + 1, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13
                  from photo
                 where event_id = $3
                having count(*) < $14
                """)
                .execute(Tuple.tuple()
                        .addUUID(id)
                        .addUUID(event.organisation())
                        .addUUID(event.id())
                        .addString(picture.type())
                        .addBuffer(picture.bytes())
                        .addString(digest)
                        .addInteger(picture.width())
                        .addInteger(picture.height())
                        .addString(words.alt())
                        .addString(words.caption())
                        .addString(words.maker())
                        .addString(words.basis().map(Photo.Basis::code).orElse(null))
                        .addOffsetDateTime(now.atOffset(UTC))
                        .addInteger(most))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Tells it in other words. */
    Future<Boolean> describe(UUID event, UUID id, Photo.Words words) {
        return sql.preparedQuery("""
                update photo set alt = $3, caption = $4, maker = $5, basis = $6 where event_id = $1 and id = $2
                """)
                .execute(Tuple.of(
                        event,
                        id,
                        words.alt(),
                        words.caption(),
                        words.maker(),
                        words.basis().map(Photo.Basis::code).orElse(null)))
                .map(rows -> rows.rowCount() == 1);
    }

    /** One place nearer to the first: it and the one before change places. */
    Future<Void> forward(UUID event, UUID id) {
        return sql.preparedQuery("""
                with ordered as (
                    select id, row_number() over (order by position, id) as place from photo where event_id = $1),
                moved as (
                    select o.id, case when o.id = $2 then greatest(o.place - 1, 1)
                                      when o.place = (select place - 1 from ordered where id = $2) then o.place + 1
                                      else o.place end as place
                      from ordered o)
                update photo p set position = m.place from moved m where m.id = p.id
                """).execute(Tuple.of(event, id)).mapEmpty();
    }

    /** Hides it from everybody, since when somebody asked. */
    Future<Boolean> hide(UUID id, Instant now) {
        return sql.preparedQuery("update photo set asked_at = coalesce(asked_at, $2) where id = $1")
                .execute(Tuple.of(id, now.atOffset(UTC)))
                .map(rows -> rows.rowCount() == 1);
    }

    Future<Boolean> putBack(UUID event, UUID id, String because) {
        return sql.preparedQuery("""
                update photo set asked_at = null, kept_because = $3
                 where event_id = $1 and id = $2 and asked_at is not null
                """).execute(Tuple.of(event, id, because)).map(rows -> rows.rowCount() == 1);
    }

    /** Nothing of it stays. */
    Future<Boolean> delete(UUID event, UUID id) {
        return sql.preparedQuery("delete from photo where event_id = $1 and id = $2")
                .execute(Tuple.of(event, id))
                .map(rows -> rows.rowCount() == 1);
    }

    private static Photo photo(Row row) {
        return new Photo(
                row.getUUID("id"),
                row.getUUID("organisation_id"),
                row.getUUID("event_id"),
                row.getString("digest"),
                row.getInteger("width"),
                row.getInteger("height"),
                row.getString("alt"),
                row.getString("caption"),
                row.getString("maker"),
                Optional.ofNullable(row.getString("basis")).flatMap(Photo.Basis::of),
                Optional.ofNullable(row.getOffsetDateTime("asked_at")).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("kept_because")));
    }
}
