package nl.samenkomst.event;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.db.Shelf;
import nl.samenkomst.kit.web.Target;

/** Events for visitors, kept for a second: a crowd on one event costs one reading a second. What this node changes is forgotten at once. */
public final class EventShelf implements Target<Event> {

    private static final Duration AGE = Duration.ofSeconds(1);

    private final Shelf<String, Optional<Event>> shelf;

    /** An empty shelf that reads from this pool. */
    public EventShelf(SqlClient sql) {
        this.shelf = new Shelf<>(AGE, slug -> new EventStore(sql).bySlug(slug));
    }

    public Future<Optional<Event>> of(String slug) {
        return shelf.of(slug);
    }

    /** After a change, or after news of one from another node. */
    public void forget(String slug) {
        shelf.forget(slug);
    }

    public void forgetAll() {
        shelf.forgetAll();
    }

    @Override
    public String parameter() {
        return EventTarget.EVENT.parameter();
    }

    @Override
    public Future<Optional<Event>> find(SqlClient sql, String value) {
        return of(value);
    }

    @Override
    public UUID organisation(Event event) {
        return event.organisation();
    }

    @Override
    public boolean open(Event event) {
        return EventTarget.EVENT.open(event);
    }
}
