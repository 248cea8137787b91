package nl.samenkomst.kit.db;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.net.NetClientOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The pool of connections that all rooms share, and a small one beside it for the turnstile, so that nobody who reads a page stands
 * before who registers. Both mend themselves when PostgreSQL comes back.
 */
public final class Database {

    /** How many connections a node holds at most, unless told otherwise. */
    public static final int USUAL_CONNECTIONS = 10;

    private static final int TURNSTILE_CONNECTIONS = 2;
    private static final int CONNECT_MS = 5_000;

    /** Shutting down (57P01, 57P02), starting or stopping (57P03), too many connections (53300). */
    private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "53300");

    private final Pool pool;
    private final Pool turnstile;

    private Database(Pool pool, Pool turnstile) {
        this.pool = pool;
        this.turnstile = turnstile;
    }

    /** Opens a pool of so many connections at most; nothing is connected until the first statement. */
    public static Database open(Vertx vertx, DatabaseUrl url, int connections) {
        return new Database(pool(vertx, url, connections), pool(vertx, url, TURNSTILE_CONNECTIONS));
    }

    private static Pool pool(Vertx vertx, DatabaseUrl url, int connections) {
        var sizes = new PoolOptions()
                .setMaxSize(connections)
                .setConnectionTimeout(CONNECT_MS)
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout(10)
                .setIdleTimeoutUnit(TimeUnit.MINUTES);
        var net = new NetClientOptions().setConnectTimeout(CONNECT_MS).setTcpKeepAlive(true);
        return PgBuilder.pool()
                .with(sizes)
                .with(net)
                .connectingTo(url.options())
                .using(vertx)
                .build();
    }

    public Pool pool() {
        return pool;
    }

    /** For the turnstile alone. */
    public Pool turnstile() {
        return turnstile;
    }

    /** Succeeds when a statement runs; fails with what {@link #isAway} knows when the database is not there. */
    public Future<Void> ready() {
        return pool.query("select 1").execute().mapEmpty();
    }

    /** The version of PostgreSQL, for instance {@code 18.6}. */
    public Future<String> version() {
        return pool.query("show server_version")
                .execute()
                .map(rows -> rows.iterator().next().getString(0));
    }

    /** What the database's clock says. */
    public Future<Instant> now() {
        return pool.query("select clock_timestamp()")
                .execute()
                .map(rows -> rows.iterator().next().getOffsetDateTime(0).toInstant());
    }

    /** Lets go of all connections; statements under way fail. */
    public Future<Void> close() {
        return pool.close().eventually(turnstile::close);
    }

    /** Whether this failure means that the database cannot be reached just now, so that trying again may help. */
    public static boolean isAway(Throwable failure) {
        if (failure instanceof PgException refused) {
            var state = String.valueOf(refused.getSqlState());
            return state.startsWith("08") || AWAY.contains(state);
        }
        return failure instanceof ClosedConnectionException
                || failure instanceof IOException
                || failure instanceof TimeoutException
                || isWait(failure)
                || failure.getCause() instanceof IOException;
    }

    /** The pool has no type of its own for "no connection came free in time". */
    private static boolean isWait(Throwable failure) {
        return failure instanceof VertxException
                && String.valueOf(failure.getMessage()).startsWith("Timeout");
    }
}
