package nl.samenkomst.kit.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import nl.samenkomst.kit.rule.Refusal;

/**
 * The pages that are open on this node and follow what changes, by server-sent events (HTML Living Standard, section 9.2). What is sent is
 * a hint to read again, never the news itself.
 */
public final class OpenPages {

    /** How soon a line ends for who may no longer follow. */
    static final long LOOK_MS = 4_000;
    /** A comment now and then keeps what stands between us and the reader from hanging up. */
    private static final int LOOKS_PER_PULSE = 4;

    private static final int MOST = 1_000;
    private static final int TRY_AGAIN_SECONDS = 30;

    private final Vertx vertx;
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    public OpenPages(Vertx vertx) {
        this.vertx = vertx;
    }

    /** One open page. */
    private static final class Line {

        private final UUID topic;
        private final HttpServerResponse response;
        private int looks;

        Line(UUID topic, HttpServerResponse response) {
            this.topic = topic;
            this.response = response;
        }

        void send(String text) {
            if (!response.ended() && !response.closed() && !response.writeQueueFull()) {
                response.write(text);
            }
        }

        void changed() {
            send("event: changed\ndata: \n\n");
        }

        void end() {
            if (!response.ended() && !response.closed()) {
                response.end();
            }
        }
    }

    /**
     * The answer that stays open.
     *
     * @param topic what the page is about
     * @param admits asked every few seconds; the line ends as soon as it fails
     * @throws Refusal 503 when too many pages are open
     */
    public Reply follow(UUID topic, Supplier<Future<?>> admits) {
        if (closed || lines.size() >= MOST) {
            throw Refusal.of(503, "away", "error.503").retryAfter(TRY_AGAIN_SECONDS);
        }
        return Reply.open(response -> open(new Line(topic, response), admits));
    }

    private void open(Line line, Supplier<Future<?>> admits) {
        lines.add(line);
        var timer = vertx.setPeriodic(LOOK_MS, now -> look(line, admits));
        Runnable gone = () -> {
            vertx.cancelTimer(timer);
            lines.remove(line);
        };
        line.response.closeHandler(broken -> gone.run());
        line.response.endHandler(ended -> gone.run());
        line.send("retry: 2000\n\n");
    }

    private static void look(Line line, Supplier<Future<?>> admits) {
        admits.get().onFailure(refused -> line.end()).onSuccess(still -> {
            if (++line.looks % LOOKS_PER_PULSE == 0) {
                line.send(": still here\n\n");
            }
        });
    }

    /** Tells the pages about this that they should read again. */
    public void changed(UUID topic) {
        lines.stream().filter(line -> line.topic.equals(topic)).forEach(Line::changed);
    }

    /** Tells every page, after news may have been missed. */
    public void changed() {
        lines.forEach(Line::changed);
    }

    /** Ends every line and takes no more: the server goes. */
    public void close() {
        closed = true;
        lines.forEach(Line::end);
    }
}
