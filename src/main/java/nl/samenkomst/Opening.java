package nl.samenkomst;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServer;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import nl.samenkomst.demo.Wish;
import nl.samenkomst.kit.db.DatabaseUrl;
import nl.samenkomst.kit.mail.Catcher;
import nl.samenkomst.kit.web.Links;
import nl.samenkomst.kit.web.Site;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens an installation: what can be made ready while the database starts, is. */
final class Opening {

    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

    private final Ground ground;
    private final Clock clock;
    private final Wish demo;

    /** @param demo whether the demo data is wanted */
    Opening(Ground ground, Clock clock, Wish demo) {
        this.ground = ground;
        this.clock = clock;
        this.demo = demo;
    }

    /** @param say is told what takes long */
    Future<Running> open(Consumer<String> say) {
        var database = ground.migrated(say);
        var furniture = ground.vertx().executeBlocking(() -> Furniture.read(ground.config()), false);
        var catcher = ground.vertx().executeBlocking(this::catcher, false);
        return Future.join(database, furniture, catcher)
                .compose(all -> ground.links())
                .compose(links -> serve(database.result(), furniture.result(), catcher.result(), links, say));
    }

    /** Takes the letters where no mail server is set. */
    private Optional<Catcher> catcher() {
        return ground.config().smtp().isPresent()
                ? Optional.empty()
                : Optional.of(Catcher.start(ground.config().data(), clock));
    }

    private Future<Running> serve(
            DatabaseUrl url, Furniture furniture, Optional<Catcher> catcher, Links links, Consumer<String> say) {
        furniture.problems().forEach(problem -> LOG.warn("plugin {}", problem));
        var house = new House(ground, url, ground.open(url), links, furniture, catcher, clock, demo);
        var server = new Server(house);
        var site = server.site();
        return server.demo()
                .onSuccess(made -> told(made, say))
                .compose(ready -> listen(site))
                .compose(doors -> manage(house)
                        .map(HttpServer::actualPort)
                        .map(port -> new Running(house, server, site, doors, port)));
    }

    private static void told(boolean made, Consumer<String> say) {
        if (made) {
            say.accept("The demo data is made: two networks, a year behind them, and what comes next.");
        }
    }

    private Future<String> listen(Site site) {
        var config = ground.config();
        return ground.vertx()
                .deployVerticle(
                        () -> new Doors(config.host(), config.port(), site.router()),
                        new DeploymentOptions()
                                .setInstances(Runtime.getRuntime().availableProcessors()));
    }

    private Future<HttpServer> manage(House house) {
        return new Management(house.database()::ready, ground.metrics().withProcess())
                .listen(ground.vertx(), ground.config().managementPort());
    }
}
