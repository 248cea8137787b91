package nl.samenkomst.kit.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import nl.samenkomst.kit.rule.Refusal;

/**
 * Lets only so many tries through, on all nodes together: every source of tries has a bucket in the database that runs out at a
 * steady rate, and a try that would make it overflow is refused and not counted.
 *
 * <p>A bucket's name is a keyed hash, so the table tells nobody's address.
 */
public final class Throttle {

    private static final Duration LOOKS_KEPT = Duration.ofMinutes(10);
    private static final int MOST_LOOKS = 100_000;

    private final Cache<String, AtomicInteger> looks = Caffeine.newBuilder()
            .expireAfterWrite(LOOKS_KEPT)
            .maximumSize(MOST_LOOKS)
            .build();

    private final SqlClient sql;
    private final Links links;
    private final boolean addresses;

    /** @param addresses whether tries are counted per client address; {@code SAMENKOMST_LIMITS=off} says no */
    public Throttle(SqlClient sql, Links links, boolean addresses) {
        this.sql = sql;
        this.links = links;
        this.addresses = addresses;
    }

    /** How much a bucket holds, and after how long there is room for one more. */
    public record Rate(int holds, Duration oneMore) {

        /** So many at once, and as many again spread over this time. */
        public static Rate of(int tries, Duration within) {
            return new Rate(tries, within.dividedBy(tries));
        }
    }

    /** Counts a try from the visit's address (IPv6: its /64). Fails with a 429 when there were too many. */
    public Future<Void> fromAddress(String purpose, Visit visit, Rate rate) {
        return addresses ? about(purpose + " from", ClientKey.of(visit.client()), rate) : Future.succeededFuture();
    }

    /**
     * Counts a look from the visit's address. A look must change nothing, so it is counted on this node alone: so many as the bucket
     * holds in ten minutes. Throws a 429 when there were too many.
     */
    public void lookFromAddress(String purpose, Visit visit, Rate rate) {
        if (addresses
                && looks.get(key(purpose + " from", ClientKey.of(visit.client())), first -> new AtomicInteger())
                                .incrementAndGet()
                        > rate.holds()) {
            throw tooMany(rate);
        }
    }

    /** Counts a try about this subject, whoever makes it. Fails with a 429 when there were too many. */
    public Future<Void> about(String purpose, String subject, Rate rate) {
        return sql.preparedQuery("""
                insert into bucket as b (key, level, filled_at)
                values ($1, 1, clock_timestamp())
                on conflict (key) do update
                   set level = 1 + greatest(0, b.level - extract(epoch from clock_timestamp() - b.filled_at) / $3),
                       filled_at = clock_timestamp()
                 where 1 + greatest(0, b.level - extract(epoch from clock_timestamp() - b.filled_at) / $3) <= $2
                """)
                .execute(Tuple.of(
                        key(purpose, subject),
                        (double) rate.holds(),
                        rate.oneMore().toMillis() / 1000.0))
                .compose(rows -> rows.rowCount() > 0 ? Future.succeededFuture() : Future.failedFuture(tooMany(rate)));
    }

    /** Empties the bucket of the visit's address, where it has one. */
    public Future<Void> forgetAddress(String purpose, Visit visit) {
        return addresses ? forget(purpose + " from", ClientKey.of(visit.client())) : Future.succeededFuture();
    }

    /** Empties a bucket: whoever proved to be who they say is not held to their earlier slips. */
    public Future<Void> forget(String purpose, String subject) {
        return sql.preparedQuery("delete from bucket where key = $1")
                .execute(Tuple.of(key(purpose, subject)))
                .mapEmpty();
    }

    /** Throws away buckets that nobody filled for a day. */
    public Future<Void> sweep() {
        return sql.query("delete from bucket where filled_at < now() - interval '1 day'")
                .execute()
                .mapEmpty();
    }

    private String key(String purpose, String subject) {
        var hash = links.hmac(
                "bucket", purpose.getBytes(StandardCharsets.UTF_8), subject.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, 16);
    }

    private static Refusal tooMany(Rate rate) {
        int seconds = (int) Math.max(1, rate.oneMore().toSeconds());
        return Refusal.of(429, "too-many", "error.429", seconds).retryAfter(seconds);
    }
}
