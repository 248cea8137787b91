package nl.samenkomst.kit.web;

import static nl.samenkomst.kit.db.Awaiting.await;

import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.i18n.Languages;

/** A site on a free port, with the features a test gives it, and the means to visit it. */
public final class TestSite implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Frame OWNER =
            new Frame("", "Samenkomst", "/", "0b5c63", List.of(), Optional.empty(), List.of("nl", "en"), true);

    private final Site site;
    private final HttpServer server;

    private TestSite(Site site, HttpServer server) {
        this.site = site;
        this.server = server;
    }

    /** Serves the features at the public address given, though it listens on a free port of this machine. */
    public static TestSite serving(TestDatabase database, String address, List<String> rooms, Feature... features) {
        var languages = new Languages(rooms);
        var links = links(address);
        var tokens = new FormTokens(links, Clock.systemUTC(), Duration.ZERO);
        var surroundings = new Site.Surroundings(
                languages,
                links,
                tokens,
                new Renderer(languages, new Assets(new Webroot(Path.of("webroot"))), Optional.empty()),
                Proxies.none(),
                OWNER);
        var site = new Site(database.vertx(), database.pool(), surroundings);
        List.of(features).forEach(site::with);
        var server = database.vertx().createHttpServer().requestHandler(site.router());
        return new TestSite(site, await(server.listen(0, "127.0.0.1")));
    }

    public static Links links(String address) {
        return new Links(URI.create(address), new byte[32]);
    }

    public Site site() {
        return site;
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(HttpRequest.newBuilder().GET(), path, headers);
    }

    public HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
        return send(
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(encoded(form))),
                path,
                headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String path, String... headers) {
        if (headers.length > 0) {
            request.headers(headers);
        }
        var uri = URI.create("http://127.0.0.1:" + server.actualPort() + path);
        CompletableFuture<HttpResponse<String>> answer = CLIENT.sendAsync(
                request.uri(uri).timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
        return answer.join();
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public void close() {
        await(server.close());
    }
}
