package nl.samenkomst.event;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
    /** While a crowd registers, its event's seats are read anew four times a second rather than after each of them. */
    private static final Duration PAUSE = Duration.ofMillis(250);

    /** By the list asked for, since a page asks for the same list each time: one question, however long the list. */
    private final Shelf<List<UUID>, Map<UUID, List<Seats>>> shelf;

    /** Events whose seats changed a moment ago: whether they changed once more since. */
    private final Cache<UUID, Change> changes =
            Caffeine.newBuilder().expireAfterWrite(AGE).maximumSize(10_000).build();

    private record Change(long at, boolean again) {

        boolean over() {
            return System.nanoTime() - at >= PAUSE.toNanos();
        }
    }

    /** An empty board that reads from this pool. */
    public SeatBoard(SqlClient sql) {
        this.shelf = new Shelf<>(AGE, events -> new SeatStore(sql).of(events));
    }

    /** On site before online; empty where nothing was published. */
    public Future<List<Seats>> of(UUID event) {
        var change = changes.getIfPresent(event);
        if (change != null && change.again() && change.over()) {
            changed(event);
        }
        return of(List.of(event)).map(seats -> seats.getOrDefault(event, List.of()));
    }

    /** Events without seats are not in the map. */
    public Future<Map<UUID, List<Seats>>> of(List<UUID> events) {
        return shelf.of(List.copyOf(events));
    }

    /** Seats of this event were given or freed on this node: they are read anew now, or where that was just done, a moment later. */
    public void changed(UUID event) {
        changes.asMap().compute(event, (one, before) -> {
            if (before != null && !before.over()) {
                return before.again() ? before : new Change(before.at(), true);
            }
            forget(event);
            return new Change(System.nanoTime(), false);
        });
    }

    /** Who looks next reads this event's seats anew; lists with it stay for their second. */
    public void forget(UUID event) {
        shelf.forget(List.of(event));
    }

    public void forgetAll() {
        shelf.forgetAll();
    }
}
