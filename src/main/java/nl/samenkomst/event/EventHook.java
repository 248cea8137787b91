package nl.samenkomst.event;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;

/** News of events, told to the rooms on the right in the same transaction. */
public interface EventHook {

    default Future<Void> published(SqlClient tx, Event event) {
        return Future.succeededFuture();
    }

    /** Something changed; how many seats there are may be part of it. The caller holds the lock on the event. */
    default Future<Void> changed(SqlClient tx, Event before, Event after) {
        return Future.succeededFuture();
    }

    /** A draft is about to be taken away: whatever still hangs on it must go first. */
    default Future<Void> discarded(SqlClient tx, Event draft) {
        return Future.succeededFuture();
    }
}
