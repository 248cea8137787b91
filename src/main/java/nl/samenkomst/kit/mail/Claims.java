package nl.samenkomst.kit.mail;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Which letters may leave now. */
public final class Claims {

    private final Pool pool;
    private final Clock clock;

    private Claims(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** Whatever is due. */
    public static Claims unlimited(Pool pool, Clock clock) {
        return new Claims(pool, clock);
    }

    OutboxStore store() {
        return new OutboxStore(pool);
    }

    Future<List<OutboxRow>> next(int most, Duration lease) {
        return store().claim(most, clock.instant(), lease, List.of());
    }
}
