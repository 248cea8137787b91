package nl.samenkomst.kit.db;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import java.nio.channels.ClosedChannelException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one node among all do something. Whoever holds a lock that belongs to its connection is the one (PostgreSQL's session-level
 * advisory locks); when its node dies so does the connection, and another takes over at its next try.
 */
public final class OneNode {

    private static final Logger LOG = LoggerFactory.getLogger(OneNode.class);
    private static final long TRY_EACH_MS = 5_000;
    private static final long ANSWERS_WITHIN_SECONDS = 5;

    private final Vertx vertx;
    private final DatabaseUrl url;
    private final long key;
    private final Turn turn;
    private final Context context;

    // Touched on the context alone.
    private Optional<PgConnection> connection = Optional.empty();
    private boolean ours;
    private boolean closed;

    /** What the one node does. */
    public interface Turn {

        /** It is this node's turn from now on. */
        void begin();

        /** It is no longer; ends when nothing is under way. */
        Future<Void> end();
    }

    private OneNode(Vertx vertx, DatabaseUrl url, long key, Turn turn) {
        this.vertx = vertx;
        this.url = url;
        this.key = key;
        this.turn = turn;
        this.context = vertx.getOrCreateContext();
    }

    /**
     * Waits for its turn, at once and then each five seconds.
     *
     * @param key what is to be done by one alone, the same number on every node
     */
    public static OneNode of(Vertx vertx, DatabaseUrl url, long key, Turn turn) {
        var one = new OneNode(vertx, url, key, turn);
        one.context.runOnContext(now -> one.look());
        return one;
    }

    /** A turn that is held is felt for too: a connection that broke without a word holds no lock. */
    private void look() {
        if (closed) {
            return;
        }
        connected()
                .compose(open -> asked(open, ours ? "select true" : "select pg_try_advisory_lock(" + key + ")"))
                .onSuccess(this::told)
                .onFailure(this::lost)
                .onComplete(done -> vertx.setTimer(TRY_EACH_MS, again -> look()));
    }

    private static Future<Boolean> asked(PgConnection open, String question) {
        return open.query(question)
                .execute()
                .timeout(ANSWERS_WITHIN_SECONDS, TimeUnit.SECONDS)
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    private Future<PgConnection> connected() {
        return connection.map(Future::succeededFuture).orElseGet(() -> PgConnection.connect(vertx, url.watched())
                .onSuccess(fresh -> {
                    connection = Optional.of(fresh);
                    fresh.closeHandler(gone -> context.runOnContext(now -> lost(new ClosedChannelException())));
                }));
    }

    private void told(boolean held) {
        if (held && !ours && !closed) {
            ours = true;
            turn.begin();
        }
    }

    /** Whoever does not know that it holds the lock must not act as if. */
    private void lost(Throwable failure) {
        LOG.debug("The turn cannot be held", failure);
        connection.ifPresent(open -> open.close().onFailure(gone -> LOG.debug("It was closed already", gone)));
        connection = Optional.empty();
        if (ours) {
            ours = false;
            turn.end().onFailure(stuck -> LOG.warn("What was under way did not end: {}", stuck.toString()));
        }
    }

    /** Gives the turn to another node, once nothing is under way on this one. */
    public Future<Void> close() {
        var ended = Promise.<Void>promise();
        context.runOnContext(now -> {
            closed = true;
            var working = ours ? turn.end() : Future.<Void>succeededFuture();
            ours = false;
            working.eventually(() -> connection.map(PgConnection::close).orElseGet(Future::succeededFuture))
                    .onComplete(ended);
        });
        return ended.future();
    }
}
