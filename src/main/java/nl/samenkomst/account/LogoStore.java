package nl.samenkomst.account;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.image.Picture;
import nl.samenkomst.kit.web.IfNoneMatch;

/** All SQL on logos. Give it the pool, or the transaction to be part of. */
record LogoStore(SqlClient sql) {

    /** The picture itself, with its media type. */
    record Stored(String type, Buffer bytes) {}

    Future<Optional<Stored>> find(UUID organisation) {
        return sql.preparedQuery("select type, bytes from organisation_logo where organisation_id = $1")
                .execute(Tuple.of(organisation))
                .map(rows -> rows.stream()
                        .map(row -> new Stored(row.getString("type"), row.getBuffer("bytes")))
                        .findFirst());
    }

    /** In the place of the one before. Pages that were kept with that one are told by the organisation's version. */
    Future<Void> write(UUID organisation, Picture picture) {
        var told = new JsonObject()
                .put("digest", IfNoneMatch.etag(picture.bytes()).replace("\"", ""))
                .put("width", picture.width())
                .put("height", picture.height());
        return sql.preparedQuery("""
                insert into organisation_logo (organisation_id, type, bytes)
                values ($1, $2, $3)
                    on conflict (organisation_id) do update
                   set type = excluded.type, bytes = excluded.bytes
                """)
                .execute(Tuple.of(organisation, picture.type(), picture.bytes()))
                .compose(done -> tell(organisation, Optional.of(told)));
    }

    Future<Void> drop(UUID organisation) {
        return sql.preparedQuery("delete from organisation_logo where organisation_id = $1")
                .execute(Tuple.of(organisation))
                .compose(done -> tell(organisation, Optional.empty()));
    }

    private Future<Void> tell(UUID organisation, Optional<JsonObject> told) {
        return sql.preparedQuery("update organisation set logo = $2, version = version + 1 where id = $1")
                .execute(Tuple.of(organisation, told.orElse(null)))
                .mapEmpty();
    }

    static Organisation.Logo logo(JsonObject told) {
        return new Organisation.Logo(told.getString("digest"), told.getInteger("width"), told.getInteger("height"));
    }
}
