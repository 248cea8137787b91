package nl.samenkomst.event;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import nl.samenkomst.account.Organisation;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.SomeStaff;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.plugin.PluginFolder;
import nl.samenkomst.kit.web.Idempotency;
import nl.samenkomst.kit.web.TestSite;
import nl.samenkomst.meeting.Providers;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.NetworkApi;
import nl.samenkomst.network.SampleNetwork;

/** A served API with an organisation, its network, and an organiser who calls. */
final class ApiHouse implements AutoCloseable {

    static final String ADDRESS = "https://samenkomst.example";
    static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    private final TestDatabase database;
    private final TestSite site;
    final Organisation organisation;
    final Network network;
    private final String bearer;

    ApiHouse(TestDatabase database) {
        this.database = database;
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        var formats = Formats.load(PluginFolder.none());
        var idempotency = new Idempotency(database.pool(), clock);
        var events = new Events(formats, Providers.load(PluginFolder.none()), List.of(), clock);
        this.site = TestSite.serving(
                database,
                ADDRESS,
                List.of("kit/web", "kit/i18n", "account", "network", "meeting", "event"),
                new NetworkApi(database.pool(), idempotency),
                new EventApi(database.pool(), events, formats, new EventShelf(database.pool()), idempotency, clock));
        var staff = new SomeStaff(database.pool());
        this.organisation = staff.organisation("org-" + UUID.randomUUID());
        this.network = SampleNetwork.in(database.pool(), organisation);
        this.bearer = staff.bearer(organisation, Role.ORGANISER);
    }

    /** Calls as the organiser. */
    HttpResponse<String> call(String method, String path, JsonObject body, String... headers) {
        return callAs(bearer, method, path, body, headers);
    }

    HttpResponse<String> callAs(String who, String method, String path, JsonObject body, String... headers) {
        var all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = who;
        return site.visitor().json(method, "/api/v1" + path, body.encode(), all);
    }

    HttpResponse<String> get(String path) {
        return site.get("/api/v1" + path, "Authorization", bearer);
    }

    HttpResponse<String> anonymously(String path) {
        return site.get("/api/v1" + path);
    }

    /** Somebody of another organisation. */
    String stranger() {
        var staff = new SomeStaff(database.pool());
        return staff.bearer(staff.organisation("org-" + UUID.randomUUID()), Role.ORGANISER);
    }

    /** One of ours who only reads. */
    String facilitator() {
        return new SomeStaff(database.pool()).bearer(organisation, Role.FACILITATOR);
    }

    JsonObject draft() {
        return json(call("POST", "/events", SampleJson.wijktafel(network)));
    }

    JsonObject published() {
        return json(call("POST", "/events/" + draft().getString("slug") + "/publish", new JsonObject()));
    }

    static JsonObject json(HttpResponse<String> answer) {
        return new JsonObject(answer.body());
    }

    /** The fields that a 422 names. */
    static List<String> fields(HttpResponse<String> answer) {
        return json(answer).getJsonArray("errors").stream()
                .map(error -> ((JsonObject) error).getString("field"))
                .toList();
    }

    static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Override
    public void close() {
        site.close();
    }
}
