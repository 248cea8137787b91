package nl.samenkomst.kit.db;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgNotification;
import io.vertx.sqlclient.ClosedConnectionException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Hears from other nodes that something changed, and tells them (PostgreSQL's LISTEN and NOTIFY).
 *
 * <p>What is heard is a hint to read the database again, never the news itself. The connection is made again when it
 * breaks; whoever keeps something in memory asks to be told by {@link #onLost} and reads all of it again.
 */
public final class Listener {

    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    /** Bare, so that it needs no quotes; PostgreSQL cuts names off at 63 bytes. */
    private static final Pattern CHANNEL = Pattern.compile("[a-z_]{1,63}");

    private static final int FIRST_WAIT_MS = 100;
    private static final int LONGEST_WAIT_MS = 5_000;
    private static final int PULSE_MS = 15_000;

    private final Vertx vertx;
    private final Context context;
    private final DatabaseUrl url;
    private final Teller teller;

    // All below is touched on the context alone.
    private final Map<String, List<Consumer<String>>> handlers = new HashMap<>();
    private final List<Runnable> lostHandlers = new ArrayList<>();
    private final List<Promise<Void>> waiting = new ArrayList<>();
    private Optional<PgConnection> connection = Optional.empty();
    private int failures;
    private boolean pulseDue;
    private boolean closed;

    private Listener(Vertx vertx, DatabaseUrl url) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.url = url;
        this.teller = new Teller(vertx, context, url);
    }

    /** Starts to connect, and keeps trying as long as it is open. */
    public static Listener open(Vertx vertx, DatabaseUrl url) {
        var listener = new Listener(vertx, url);
        listener.context.runOnContext(now -> listener.connect());
        vertx.setPeriodic(PULSE_MS, timer -> listener.context.runOnContext(now -> listener.feelPulse(timer)));
        return listener;
    }

    /** Calls the handler, on an event loop, with the payload of whatever is told on this channel from now on. */
    public void on(String channel, Consumer<String> handler) {
        if (!CHANNEL.matcher(channel).matches()) {
            throw new IllegalArgumentException("a channel is named in a to z and _: " + channel);
        }
        context.runOnContext(now -> {
            var isNew = !handlers.containsKey(channel);
            handlers.computeIfAbsent(channel, name -> new ArrayList<>()).add(handler);
            if (isNew) {
                connection.ifPresent(
                        open -> open.query(listen(channel)).execute().onFailure(failure -> end(open, failure)));
            }
        });
    }

    /** Calls the handler, on an event loop, when listening works again after news may have been missed. */
    public void onLost(Runnable handler) {
        context.runOnContext(now -> lostHandlers.add(handler));
    }

    /**
     * Tells all nodes, this one too, that something changed; never call it inside a transaction. The same channel and
     * payload go out at most once per 250 ms, the last one always.
     *
     * @throws IllegalArgumentException when the payload is over 7,999 bytes
     */
    public void tell(String channel, String payload) {
        teller.tell(channel, payload);
    }

    /** Succeeds once every channel asked for so far is heard. */
    public Future<Void> listening() {
        var promise = Promise.<Void>promise();
        context.runOnContext(now -> {
            if (connection.isPresent()) {
                // Answered after the statements before it on the same connection.
                connection.get().query("select 1").execute().<Void>mapEmpty().onComplete(promise);
            } else {
                waiting.add(promise);
            }
        });
        return promise.future();
    }

    private void connect() {
        if (!closed) {
            PgConnection.connect(vertx, url.options()).onComplete(this::connected, this::away);
        }
    }

    private void connected(PgConnection fresh) {
        connection = Optional.of(fresh);
        pulseDue = false;
        fresh.notificationHandler(this::heard);
        fresh.exceptionHandler(failure -> LOG.debug("The connection broke", failure));
        fresh.closeHandler(gone -> context.runOnContext(now -> away(ClosedConnectionException.INSTANCE)));
        var statements = handlers.keySet().stream().map(Listener::listen).collect(Collectors.joining());
        fresh.query(statements + "select 1").execute().onComplete(done -> listens(), failure -> end(fresh, failure));
    }

    private void listens() {
        waiting.forEach(Promise::tryComplete);
        waiting.clear();
        if (failures > 0) {
            LOG.info("Hearing news from PostgreSQL again");
            failures = 0;
            lostHandlers.forEach(this::safely);
        }
    }

    private void away(Throwable failure) {
        connection = Optional.empty();
        if (!closed) {
            LOG.atLevel(failures == 0 ? Level.WARN : Level.DEBUG)
                    .log("No news from PostgreSQL for now: {}", failure.toString());
            var wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS << Math.min(failures, 10));
            failures++;
            vertx.setTimer(wait, timer -> context.runOnContext(now -> connect()));
        }
    }

    private void heard(PgNotification news) {
        handlers.getOrDefault(news.getChannel(), List.of())
                .forEach(handler -> safely(() -> handler.accept(news.getPayload())));
    }

    /** One handler's fault must not keep the news from the others. */
    private void safely(Runnable handler) {
        try {
            handler.run();
        } catch (RuntimeException e) {
            LOG.error("A handler of news failed", e);
        }
    }

    /** A connection that broke without a word is known by its silence; closing it starts the way back. */
    private void feelPulse(long timer) {
        if (closed) {
            vertx.cancelTimer(timer);
        } else if (pulseDue) {
            connection.ifPresent(silent -> end(silent, new TimeoutException("no pulse")));
        } else {
            connection.ifPresent(open -> {
                pulseDue = true;
                open.query("select 1").execute().onSuccess(beat -> pulseDue = false);
            });
        }
    }

    private static void end(PgConnection broken, Throwable failure) {
        LOG.debug("Giving up a connection", failure);
        broken.close().onFailure(gone -> LOG.debug("It was closed already", gone));
    }

    private static String listen(String channel) {
        return "listen " + channel + "; ";
    }

    /** Stops listening and telling. */
    public Future<Void> close() {
        var promise = Promise.<Void>promise();
        context.runOnContext(now -> {
            closed = true;
            connection
                    .map(PgConnection::close)
                    .orElseGet(Future::succeededFuture)
                    .onComplete(promise);
        });
        return Future.join(promise.future(), teller.close()).mapEmpty();
    }
}
