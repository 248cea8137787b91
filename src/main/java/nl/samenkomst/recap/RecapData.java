package nl.samenkomst.recap;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.UUID;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.rule.PersonalData;

/** A recap keeps nothing of persons but where its letters went. Who asks to take a photo away stays unknown. */
public record RecapData(Outbox outbox) implements PersonalData {

    @Override
    public String part() {
        return "recap";
    }

    @Override
    public Future<JsonObject> export(SqlClient sql, UUID registration) {
        return Future.succeededFuture(new JsonObject());
    }

    @Override
    public Future<Void> erase(SqlClient tx, UUID registration) {
        return outbox.forget(tx, List.of(RecapLetters.subject(registration)));
    }
}
