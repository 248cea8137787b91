package nl.samenkomst.event;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.samenkomst.kit.db.Shelf;

/** How many seats are left, for public pages: at most a second old. Nothing that gives a seat reads it. */
public final class SeatBoard {

    private static final Duration AGE = Duration.ofSeconds(1);

    /** By the list asked for, since a page asks for the same list each time: one question, however long the list. */
    private final Shelf<List<UUID>, Map<UUID, List<Seats>>> shelf;

    /** An empty board that reads from this pool. */
    public SeatBoard(SqlClient sql) {
        this.shelf = new Shelf<>(AGE, events -> new SeatStore(sql).of(events));
    }

    /** On site before online; empty where nothing was published. */
    public Future<List<Seats>> of(UUID event) {
        return of(List.of(event)).map(seats -> seats.getOrDefault(event, List.of()));
    }

    /** Events without seats are not in the map. */
    public Future<Map<UUID, List<Seats>>> of(List<UUID> events) {
        return shelf.of(List.copyOf(events));
    }

    /** After seats of this event were given or freed on this node; lists with it stay for their second. */
    public void forget(UUID event) {
        shelf.forget(List.of(event));
    }

    public void forgetAll() {
        shelf.forgetAll();
    }
}
