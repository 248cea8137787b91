package nl.samenkomst.bench;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A process that answers every request with the same bytes: the most that a page could reach. */
final class TrivialServer {

    private TrivialServer() {}

    /** @param arguments the port, a file with the headers of the answer, a file with its body */
    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[0]);
        var headers = new LinkedHashMap<String, String>();
        for (var line : Files.readAllLines(Path.of(arguments[1]))) {
            var parts = line.split(": ", 2);
            headers.put(parts[0], parts[1]);
        }
        var body = Buffer.buffer(Files.readAllBytes(Path.of(arguments[2])));
        Waiting.until(
                Vertx.vertx()
                        .deployVerticle(
                                () -> new Door(port, headers, body),
                                new DeploymentOptions()
                                        .setInstances(Runtime.getRuntime().availableProcessors())),
                Duration.ofSeconds(20));
    }

    /** Starts it with the very answer that this page gives, and waits until it listens; blocks. */
    static Child start(Path folder, int port, java.net.http.HttpResponse<byte[]> like) {
        var headers = folder.resolve("headers");
        var body = folder.resolve("body");
        try {
            Files.write(
                    headers,
                    like.headers().map().entrySet().stream()
                            .filter(one -> !one.getKey().startsWith("content-length"))
                            .map(one -> one.getKey() + ": " + one.getValue().get(0))
                            .toList());
            Files.write(body, like.body());
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
        return Child.java(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        TrivialServer.class.getName(),
                        "" + port,
                        headers.toString(),
                        body.toString()),
                Map.of(),
                folder,
                "trivial");
    }

    private static final class Door extends VerticleBase {

        private final int port;
        private final Map<String, String> headers;
        private final Buffer body;

        Door(int port, Map<String, String> headers, Buffer body) {
            this.port = port;
            this.headers = headers;
            this.body = body;
        }

        @Override
        public Future<?> start() {
            return vertx.createHttpServer()
                    .requestHandler(request -> {
                        request.response().headers().addAll(headers);
                        // Who hung up does not want it.
                        var unused = request.response().end(body);
                    })
                    .listen(port, "127.0.0.1");
        }
    }
}
