package nl.samenkomst;

import static nl.samenkomst.kit.db.Awaiting.await;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import nl.samenkomst.demo.Wish;
import nl.samenkomst.kit.db.DatabaseUrl;
import nl.samenkomst.kit.web.Links;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visitor;

/** The whole installation as {@code serve} opens it, in this process, on free ports and a test's database. */
public final class OpenHouse implements AutoCloseable {

    private static final String SECRET = "a secret that is long enough for tests";

    private final Ground ground;
    private final Running running;

    private OpenHouse(Ground ground, Running running) {
        this.ground = ground;
        this.running = running;
    }

    /** @param data an empty folder; limits are off unless a setting says otherwise */
    public static OpenHouse on(DatabaseUrl url, Path data, Map<String, String> settings) {
        return on(url, data, settings, Wish.NEVER);
    }

    static OpenHouse on(DatabaseUrl url, Path data, Map<String, String> settings, Wish demo) {
        var environment = new HashMap<>(Map.of(
                "SAMENKOMST_DATABASE_URL",
                address(url),
                "SAMENKOMST_SECRET",
                SECRET,
                "SAMENKOMST_PORT",
                "0",
                "SAMENKOMST_MANAGEMENT_PORT",
                "0",
                "SAMENKOMST_DATA",
                data.toString(),
                "SAMENKOMST_PLUGINS",
                data.resolve("plugins").toString(),
                "SAMENKOMST_LIMITS",
                "off"));
        environment.putAll(settings);
        var ground = new Ground(Config.read(environment, data));
        return new OpenHouse(ground, await(new Opening(ground, Clock.systemUTC(), demo).open(line -> {})));
    }

    private static String address(DatabaseUrl url) {
        var password = url.password().map(word -> ":" + word).orElse("");
        return "postgresql://" + url.user() + password + "@" + url.host() + ":" + url.port() + "/" + url.name();
    }

    public Visitor visitor() {
        return new Visitor("http://127.0.0.1:" + ground.config().port());
    }

    public Site site() {
        return running.site();
    }

    public Links links() {
        return running.house().links();
    }

    @Override
    public void close() {
        await(running.drain());
        ground.close();
    }
}
