package nl.samenkomst.event;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;

/** News of events, told to the rooms on the right in the same transaction. The caller holds the lock on the event, then on its seats. */
public interface EventHook {

    default Future<Void> published(SqlClient tx, Event event) {
        return Future.succeededFuture();
    }

    /** A run of changes is undone: who was moved by it goes back, before the seats are counted out again and the change is told. */
    default Future<Void> restore(SqlClient tx, EventChange change) {
        return Future.succeededFuture();
    }

    /** Something changed; how many seats there are, or the ways of attending, may be part of it. */
    default Future<Void> changed(SqlClient tx, EventChange change) {
        return Future.succeededFuture();
    }

    /** It will not take place; {@link CalledOffStore} has the organiser's words. */
    default Future<Void> calledOff(SqlClient tx, Event event) {
        return Future.succeededFuture();
    }

    /** What this transaction did to people by a change; one room answers for all. The transaction is given up afterwards. */
    default Future<ChangeEffect> effect(SqlClient tx, Event event) {
        return Future.succeededFuture(ChangeEffect.NONE);
    }

    /** A draft is about to be taken away: whatever still hangs on it must go first. */
    default Future<Void> discarded(SqlClient tx, Event draft) {
        return Future.succeededFuture();
    }
}
