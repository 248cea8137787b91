package nl.samenkomst;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The port for whoever runs us, on loopback: is the process alive, can it serve, and its numbers. */
final class Management {

    private static final int ANSWER_SECONDS = 2;

    private final Supplier<Future<Void>> ready;
    private final Metrics metrics;

    /** @param ready succeeds when visitors can be served, fails with the reason when not */
    Management(Supplier<Future<Void>> ready, Metrics metrics) {
        this.ready = ready;
        this.metrics = metrics;
    }

    Future<HttpServer> listen(Vertx vertx, int port) {
        return vertx.createHttpServer(new HttpServerOptions().setIdleTimeout(30))
                .requestHandler(this::answer)
                .listen(port, "127.0.0.1")
                .recover(refused -> Future.failedFuture(PortTaken.or(refused, "SAMENKOMST_MANAGEMENT_PORT", port)));
    }

    private void answer(HttpServerRequest request) {
        switch (request.path()) {
            case "/health/live" -> say(request, 200, "{\"status\":\"up\"}");
            case "/health/ready" ->
                ready.get()
                        .timeout(ANSWER_SECONDS, TimeUnit.SECONDS)
                        .onSuccess(yes -> say(request, 200, "{\"status\":\"up\"}"))
                        .onFailure(no -> say(request, 503, "{\"status\":\"down\"}"));
            case "/metrics" ->
                request.response().putHeader("Content-Type", Metrics.TYPE).end(metrics.page());
            default -> say(request, 404, "{\"paths\":[\"/health/live\",\"/health/ready\",\"/metrics\"]}");
        }
    }

    private static void say(HttpServerRequest request, int status, String json) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(json);
    }
}
