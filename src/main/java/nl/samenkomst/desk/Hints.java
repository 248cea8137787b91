package nl.samenkomst.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import nl.samenkomst.event.EventStore;
import nl.samenkomst.kit.db.Listener;
import nl.samenkomst.kit.web.OpenPages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries from node to node that something changed about an event, so that open pages and kept numbers are read again. */
public final class Hints {

    private static final Logger LOG = LoggerFactory.getLogger(Hints.class);
    private static final String CHANNEL = "event_changed";

    private final Listener listener;
    private final SqlClient sql;
    private final OpenPages pages;
    /** An event keeps its organisation until it is handed over; then a page is late by ten minutes at most. */
    private final Cache<UUID, UUID> organisations = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    /** @param heard told, on every node, which event changed */
    public Hints(Listener listener, SqlClient sql, OpenPages pages, Consumer<UUID> heard) {
        this.listener = listener;
        this.sql = sql;
        this.pages = pages;
        listener.on(CHANNEL, payload -> {
            var event = UUID.fromString(payload);
            heard.accept(event);
            follow(event);
        });
        listener.onLost(pages::changed);
    }

    /** Tells every node, this one too; called after the commit. */
    public void changed(UUID event) {
        listener.tell(CHANNEL, event.toString());
    }

    private void follow(UUID event) {
        organisation(event)
                .onSuccess(found -> found.ifPresent(pages::changed))
                .onFailure(failure -> LOG.debug("a hint came to nothing", failure));
    }

    private Future<Optional<UUID>> organisation(UUID event) {
        var known = Optional.ofNullable(organisations.getIfPresent(event));
        return known.isPresent()
                ? Future.succeededFuture(known)
                : new EventStore(sql)
                        .find(event)
                        .map(found -> found.map(one -> {
                            organisations.put(event, one.organisation());
                            return one.organisation();
                        }));
    }
}
