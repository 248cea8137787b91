package nl.samenkomst.recap;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.rule.Id;
import nl.samenkomst.kit.web.Target;

/** Photos that everybody may see at this moment, read from the database each time; all others are not found. */
enum PhotoTarget implements Target<Photo> {
    PHOTO;

    @Override
    public String parameter() {
        return "photo";
    }

    @Override
    public Future<Optional<Photo>> find(SqlClient sql, String value) {
        return Id.of(value)
                .map(id -> new PhotoStore(sql).publicOne(id))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    @Override
    public UUID organisation(Photo photo) {
        return photo.organisation();
    }

    @Override
    public boolean open(Photo photo) {
        return photo.ready();
    }
}
