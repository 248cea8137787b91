package nl.samenkomst.kit.web;

import static nl.samenkomst.kit.db.Awaiting.await;

import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.i18n.Languages;

/** A site on a free port, with the features a test gives it, and the means to visit it. */
public final class TestSite implements AutoCloseable {

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
        return visitor().get(path, headers);
    }

    public HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
        return visitor().post(path, form, headers);
    }

    /** Somebody who comes to this site. */
    public Visitor visitor() {
        return new Visitor("http://127.0.0.1:" + server.actualPort());
    }

    @Override
    public void close() {
        await(server.close());
    }
}
