package nl.samenkomst;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Listens for visitors on one event loop; deployed once per core, all on the same port. */
final class Doors extends VerticleBase {

    /** Requests under way get this long to finish when we go. */
    static final int DRAIN_SECONDS = 7;

    private static final int IDLE_SECONDS = 75;
    private static final int LONGEST_HEAD = 16 * 1024;
    private static final int LONGEST_LINE = 8 * 1024;
    /** The body's limit holds the sum of them. */
    private static final int LONGEST_FIELD = 512 * 1024;

    private static final int MOST_FIELDS = 2_000;

    private final String host;
    private final int port;
    private final Handler<HttpServerRequest> site;
    private Optional<HttpServer> server = Optional.empty();

    Doors(String host, int port, Handler<HttpServerRequest> site) {
        this.host = host;
        this.port = port;
        this.site = site;
    }

    @Override
    public Future<?> start() {
        var fresh = vertx.createHttpServer(new HttpServerOptions()
                .setIdleTimeout(IDLE_SECONDS)
                .setHttp2ClearTextEnabled(false)
                .setMaxHeaderSize(LONGEST_HEAD)
                .setMaxInitialLineLength(LONGEST_LINE)
                .setMaxFormAttributeSize(LONGEST_FIELD)
                .setMaxFormFields(MOST_FIELDS)
                .setAcceptBacklog(1024)
                .setTcpNoDelay(true));
        server = Optional.of(fresh);
        return fresh.requestHandler(site)
                .listen(port, host)
                .recover(refused -> Future.failedFuture(PortTaken.or(refused, "SAMENKOMST_PORT", port)));
    }

    @Override
    public Future<?> stop() {
        return server.map(open -> open.shutdown(DRAIN_SECONDS, TimeUnit.SECONDS))
                .orElseGet(Future::succeededFuture);
    }
}
