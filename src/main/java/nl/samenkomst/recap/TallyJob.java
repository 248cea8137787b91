package nl.samenkomst.recap;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.samenkomst.kit.time.Job;

/** Again and again, counts who came to what is over, so that the numbers stay when persons go. On whatever node, again changes nothing. */
public final class TallyJob {

    private static final Duration PAUSE = Duration.ofSeconds(15);
    private static final int BATCH = 200;

    private final Pool pool;
    private final Clock clock;

    private TallyJob(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    public static Job of(Pool pool, Clock clock) {
        return new Job("counting of who came", PAUSE, new TallyJob(pool, clock)::all);
    }

    private Future<Void> all() {
        return some().compose(counted -> counted < BATCH ? Future.succeededFuture() : all());
    }

    private Future<Integer> some() {
        return pool.withTransaction(tx -> count(tx, clock.instant()));
    }

    /** Counts some of those that have to be counted now, the oldest first; the result is how many. */
    public static Future<Integer> count(SqlClient tx, Instant now) {
        var store = new CountingStore(tx);
        return store.claim(now, BATCH).compose(claimed -> counted(store, claimed, now));
    }

    private static Future<Integer> counted(CountingStore store, List<UUID> events, Instant now) {
        return events.isEmpty()
                ? Future.succeededFuture(0)
                : store.tally(events)
                        .compose(done -> store.organisations(events))
                        .compose(done -> store.reach(events, now))
                        .map(events.size());
    }
}
