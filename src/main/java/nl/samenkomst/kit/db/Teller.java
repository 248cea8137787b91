package nl.samenkomst.kit.db;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells other nodes that something changed, on a connection of its own, and the same thing at most once per moment. */
final class Teller {

    private static final Logger LOG = LoggerFactory.getLogger(Teller.class);
    private static final int MOMENT_MS = 250;
    /** PostgreSQL's own bound on a payload. */
    private static final int MOST_BYTES = 7_999;

    private final Vertx vertx;
    private final Context context;
    private final Database database;
    /** Told less than a moment ago. Both sets are touched on the context alone. */
    private final Set<News> justTold = new HashSet<>();

    private final Set<News> changedSince = new HashSet<>();

    private record News(String channel, String payload) {}

    Teller(Vertx vertx, Context context, DatabaseUrl url) {
        this.vertx = vertx;
        this.context = context;
        this.database = Database.open(vertx, url, 1);
    }

    void tell(String channel, String payload) {
        if (payload.getBytes(UTF_8).length > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "a payload is at most " + MOST_BYTES + " bytes: tell an id, not a thing");
        }
        context.runOnContext(now -> tellOnce(new News(channel, payload)));
    }

    /** At once the first time; what comes within the moment is told once more when it is over. */
    private void tellOnce(News news) {
        if (!justTold.add(news)) {
            changedSince.add(news);
            return;
        }
        send(news);
        vertx.setTimer(MOMENT_MS, timer -> {
            justTold.remove(news);
            if (changedSince.remove(news)) {
                tellOnce(news);
            }
        });
    }

    private void send(News news) {
        database.pool()
                .preparedQuery("select pg_notify($1, $2)")
                .execute(Tuple.of(news.channel(), news.payload()))
                // Only a hint: who missed it reads the database again once it is connected again.
                .onFailure(failure -> LOG.debug("not told: {}", news, failure));
    }

    Future<Void> close() {
        return database.close();
    }
}
