package nl.samenkomst.survey;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import nl.samenkomst.kit.time.Job;

/** Every night: marks and answers are laid anew, so that not even who reads the database's own records can join them any more. */
public final class Stirring {

    private static final Duration LOOK = Duration.ofMinutes(10);

    /** A night begins at this hour (UTC), when nobody answers. */
    private static final Duration BEGINS = Duration.ofHours(2);

    private final Pool pool;
    private final Clock clock;

    public Stirring(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    public Job job() {
        return new Job("stirring of answers", LOOK, this::run);
    }

    /** The night that began last. */
    static LocalDate night(Instant now) {
        return LocalDate.ofInstant(now.minus(BEGINS), ZoneOffset.UTC);
    }

    Future<Void> run() {
        return pool.withTransaction(tx -> {
                    var store = new StirringStore(tx);
                    return store.due(night(clock.instant()))
                            .compose(due -> due.isEmpty()
                                    ? Future.succeededFuture(false)
                                    : store.answers(due)
                                            .compose(done -> store.tickets(due))
                                            .compose(done -> store.devices(due))
                                            .map(true));
                })
                .compose(stirred -> stirred ? new StirringStore(pool).sweep() : Future.succeededFuture());
    }
}
