package nl.samenkomst.kit.mail;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which letters may leave now. The public form must not become a way to bomb strangers, so counted letters have a ceiling. */
public final class Claims {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int BATCH = 64;

    /**
     * How many counted letters leave within an hour.
     *
     * @param organisation at most, of one organisation; it stops a few short of it rather than going over
     * @param address at most to one address, beside the first for each event; what is more is merged and waits
     */
    record Ceiling(int organisation, int address) {

        static final Ceiling USUAL = new Ceiling(2_000, 3);

        Ceiling {
            if (organisation < Postman.LINES || address < 1) {
                throw new IllegalArgumentException("under this ceiling nothing would leave");
            }
        }
    }

    private final Pool pool;
    private final Clock clock;
    private final Optional<Ceiling> ceiling;

    Claims(Pool pool, Clock clock, Optional<Ceiling> ceiling) {
        this.pool = pool;
        this.clock = clock;
        this.ceiling = ceiling;
    }

    /** Whatever is due, with the usual ceiling unless limits are off. */
    public static Claims of(Pool pool, Clock clock, boolean limits) {
        return new Claims(pool, clock, limits ? Optional.of(Ceiling.USUAL) : Optional.empty());
    }

    /** How many are claimed at once: enough that a claim is soon forgotten among the letters, and few beside the ceiling. */
    int batch() {
        return ceiling.map(bound -> Math.min(BATCH, Math.max(Postman.LINES, bound.organisation() / 30)))
                .orElse(BATCH);
    }

    Pool pool() {
        return pool;
    }

    OutboxStore store() {
        return new OutboxStore(pool);
    }

    Future<List<OutboxRow>> next(int most, Duration lease) {
        var now = clock.instant();
        return pool.withTransaction(tx -> new OutboxStore(tx).planAnew().compose(done -> ceiling.map(
                        bound -> within(bound, tx, most, now, lease))
                .orElseGet(() -> new OutboxStore(tx).claim(most, now, lease, List.of()))));
    }

    private static Future<List<OutboxRow>> within(
            Ceiling bound, SqlConnection tx, int most, Instant now, Duration lease) {
        var counts = new CeilingStore(tx);
        return counts.lock()
                .compose(locked -> counts.full(now.minus(HOUR), most, bound.organisation()))
                .compose(full -> new OutboxStore(tx).claim(most, now, lease, full))
                .compose(claimed -> withoutHeld(claimed, counts, now, bound));
    }

    private static Future<List<OutboxRow>> withoutHeld(
            List<OutboxRow> claimed, CeilingStore counts, Instant now, Ceiling bound) {
        if (claimed.isEmpty()) {
            return Future.succeededFuture(claimed);
        }
        var ids = claimed.stream().map(OutboxRow::id).toList();
        return counts.hold(ids, now, now.minus(HOUR), bound.address())
                .map(held ->
                        claimed.stream().filter(row -> !held.contains(row.id())).toList())
                .compose(rest ->
                        counts.merge(rest.stream().map(OutboxRow::id).toList()).map(rest));
    }
}
