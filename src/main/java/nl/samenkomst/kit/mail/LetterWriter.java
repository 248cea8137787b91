package nl.samenkomst.kit.mail;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Optional;

/** Writes one kind of letter at the moment it is sent, from the ids that the outbox kept. */
public interface LetterWriter {

    /** The kind, which is also its template: {@code room/name}. */
    String letter();

    /**
     * What must be the same if these letters have to be sent again after a crash: the sequence, the method, the state of things.
     * Asked once, at the first claim, and kept with the rows in this transaction. Ids and states only, no addresses and no links; one
     * for each row, in their order.
     */
    default Future<List<JsonObject>> freeze(SqlClient tx, List<OutboxRow> rows) {
        return Future.succeededFuture(rows.stream().map(row -> new JsonObject()).toList());
    }

    /** The letter, from the row and what was frozen with it; empty when there is nothing to say any more. */
    Future<Optional<Letter>> write(OutboxRow row);
}
