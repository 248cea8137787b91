package nl.samenkomst;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.SomeStaff;
import nl.samenkomst.event.SampleJson;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.plugin.PluginJar;
import nl.samenkomst.network.SampleNetwork;
import nl.samenkomst.spi.EventFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A format that nothing in this repository knows of: a jar is dropped in, the house opens, and visitors see it. */
class PluginInTheHouseTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    @Test
    void anEventOfAFormatFromAJarIsPlannedAndSeenBesideAJarThatIsBroken(@TempDir Path data) throws IOException {
        var plugins = Files.createDirectories(data.resolve("plugins"));
        Files.writeString(plugins.resolve("broken.jar"), "this is no jar");
        PluginJar.build(
                plugins.resolve("walk.jar"),
                EventFormat.class,
                "example.Walk",
                PluginJar.formatSource("Walk", "walk", "Buurtwandeling"));
        try (var house = OpenHouse.on(database.url(), data, Map.of())) {
            var slug = planned(house, new SomeStaff(database.pool()));

            var page = house.visitor().get("/events/" + slug, "Accept-Language", "nl");

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("Buurtwandeling");
        }
    }

    private static String planned(OpenHouse house, SomeStaff staff) {
        var organisation = staff.organisation("elaa");
        var network = SampleNetwork.in(database.pool(), organisation);
        var bearer = staff.bearer(organisation, Role.ORGANISER);
        var walk = SampleJson.wijktafel(network)
                .put("format", "walk")
                .put("title", "Door Haven")
                .put("attendance", "on_site");
        var made = house.visitor().json("POST", "/api/v1/events", walk.encode(), "Authorization", bearer);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        var slug = new JsonObject(made.body()).getString("slug");
        var published =
                house.visitor().json("POST", "/api/v1/events/" + slug + "/publish", "{}", "Authorization", bearer);
        assertThat(published.statusCode()).as(published.body()).isEqualTo(200);
        return slug;
    }
}
