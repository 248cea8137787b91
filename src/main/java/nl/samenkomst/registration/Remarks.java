package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.util.UUID;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.rule.PersonalData;

/** What staff wrote about a person and to them, as a part of what is kept about them. */
final class Remarks implements PersonalData {

    private final Outbox outbox;

    Remarks(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public String part() {
        return "remark";
    }

    @Override
    public Future<JsonObject> export(SqlClient sql, UUID registration) {
        return new RemarkStore(sql).find(registration).map(found -> found.map(one -> new JsonObject()
                        .put("text", one.text())
                        .put("at", one.at().toString()))
                .orElseGet(JsonObject::new));
    }

    /** Letters that wait do not leave, and of those that left no address stays. */
    @Override
    public Future<Void> erase(SqlClient tx, UUID registration) {
        return new RemarkStore(tx)
                .delete(registration)
                .compose(gone -> outbox.forget(tx, java.util.List.of(Round.subject(registration))));
    }
}
