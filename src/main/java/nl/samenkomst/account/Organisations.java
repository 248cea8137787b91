package nl.samenkomst.account;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import nl.samenkomst.kit.image.Picture;
import nl.samenkomst.kit.rule.NotFound;

/** What owners do with their organisation; each verb is part of the transaction it is given. */
record Organisations(SqlClient tx) {

    /**
     * Changes an organisation into what this says: a 422 where it is wrong.
     *
     * @param guard is given the version that is about to be replaced, and throws when that is not the one the caller means
     */
    Future<Organisation> change(UUID id, JsonObject json, LongConsumer guard) {
        return new OrganisationStore(tx)
                .lock(id)
                .map(found -> found.orElseThrow(() -> new NotFound("organisation")))
                .compose(before -> {
                    var after = OrganisationForm.read(json, before);
                    guard.accept(before.version());
                    return after.equals(before) ? Future.succeededFuture(before) : write(after);
                });
    }

    private Future<Organisation> write(Organisation after) {
        var next = new Organisation(
                after.id(),
                after.slug(),
                after.name(),
                after.languages(),
                after.accent(),
                after.contact(),
                after.manner(),
                after.version() + 1);
        return new OrganisationStore(tx).update(next).map(next);
    }

    /** Puts this picture in the place of the logo; none takes it away. */
    Future<Void> logo(UUID id, Optional<Picture> picture) {
        var store = new LogoStore(tx);
        return picture.map(one -> store.write(id, one)).orElseGet(() -> store.drop(id));
    }
}
