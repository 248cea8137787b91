package nl.samenkomst.event;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.web.Target;

/** Events as paths name them, read from the database each time. Public pages use {@link EventShelf} instead. */
public enum EventTarget implements Target<Event> {
    EVENT;

    @Override
    public String parameter() {
        return "event";
    }

    @Override
    public Future<Optional<Event>> find(SqlClient sql, String value) {
        return new EventStore(sql).bySlug(value);
    }

    @Override
    public UUID organisation(Event event) {
        return event.organisation();
    }

    /** A draft is nobody's business; a closed event may be asked for a link. */
    @Override
    public boolean open(Event event) {
        return !event.draft();
    }
}
