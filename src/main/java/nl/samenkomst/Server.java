package nl.samenkomst;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nl.samenkomst.kit.db.Database;
import nl.samenkomst.kit.db.DatabaseUrl;
import nl.samenkomst.kit.i18n.Languages;
import nl.samenkomst.kit.i18n.Resources;
import nl.samenkomst.kit.web.Assets;
import nl.samenkomst.kit.web.FormTokens;
import nl.samenkomst.kit.web.Frame;
import nl.samenkomst.kit.web.Language;
import nl.samenkomst.kit.web.Links;
import nl.samenkomst.kit.web.Renderer;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.TrustedProxies;
import nl.samenkomst.kit.web.Webroot;

/** The wiring: which rooms there are, and what each is given. */
final class Server {

    private static final Duration YOUNGEST_FORM = Duration.ofSeconds(2);

    /** The colour of pages that belong to no organisation. */
    private static final String ACCENT = "0b5c63";

    private final Ground ground;
    private final Config config;
    private final Clock clock;
    private final Assets assets = new Assets(new Webroot(Path.of("webroot")));

    Server(Ground ground, Clock clock) {
        this.ground = ground;
        this.config = ground.config();
        this.clock = clock;
    }

    /**
     * Opens the database and the doors; what can be made ready meanwhile, is.
     *
     * @param say is told what takes long
     */
    Future<Running> start(Consumer<String> say) {
        var database = ground.migrated(say);
        var renderer = ground.vertx().executeBlocking(this::renderer);
        return Future.join(database, renderer)
                .compose(both -> ground.links())
                .compose(links -> open(database.result(), renderer.result(), links));
    }

    private Future<Running> open(DatabaseUrl url, Renderer renderer, Links links) {
        var database = ground.open(url);
        var site = site(database, renderer, links);
        return listen(site).compose(deployment -> new Management(
                        database::ready, ground.metrics().withProcess())
                .listen(ground.vertx(), config.managementPort())
                .map(HttpServer::actualPort)
                .map(port -> new Running(ground, database, site, deployment, port)));
    }

    private Site site(Database database, Renderer renderer, Links links) {
        var tokens = new FormTokens(links, clock, config.limits() ? YOUNGEST_FORM : Duration.ZERO);
        var surroundings = new Site.Surroundings(
                renderer.languages(),
                links,
                tokens,
                renderer,
                new TrustedProxies(config.trustedProxies()),
                new Frame("", config.name(), "/", ACCENT, List.of(), Optional.empty(), Languages.TAGS, true));
        var site = new Site(ground.vertx(), database.pool(), surroundings)
                .with(new Language())
                .with(assets);
        new House(config, database.pool(), clock).features().forEach(site::with);
        return site;
    }

    private Future<String> listen(Site site) {
        return ground.vertx()
                .deployVerticle(
                        () -> new Doors(config.host(), config.port(), site.router()),
                        new DeploymentOptions()
                                .setInstances(Runtime.getRuntime().availableProcessors()));
    }

    private Renderer renderer() {
        var languages = new Languages(rooms());
        var renderer = new Renderer(languages, assets, live());
        renderer.compile(Resources.ending(".hbs"));
        return renderer;
    }

    /** Every room that has texts; plugins keep theirs to themselves. */
    private static List<String> rooms() {
        return Resources.ending("/words_nl.properties").stream()
                .filter(room -> !room.startsWith("plugins/"))
                .toList();
    }

    /** Templates under this folder are read anew for every page, while somebody works on them. */
    private static Optional<Path> live() {
        return Optional.ofNullable(System.getProperty("samenkomst.live")).map(Path::of);
    }
}
