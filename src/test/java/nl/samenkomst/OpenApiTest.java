package nl.samenkomst;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.SomeStaff;
import nl.samenkomst.kit.db.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Holds the API's description against the running server: no call untold, no answer otherwise than told. */
class OpenApiTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final String API = "/api/v1";

    static OpenHouse house;
    static Described described;
    static String bearer;

    @BeforeAll
    static void open(@TempDir Path data) {
        house = OpenHouse.on(database.url(), data, Map.of());
        described = new Described(
                new JsonObject(house.visitor().get(API + "/openapi.json").body()));
        var staff = new SomeStaff(database.pool());
        bearer = staff.bearer(staff.organisation("elaa"), Role.ORGANISER);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void everyCallIsDescribedAndEveryDescribedCallIsThere() {
        var mounted = house.site().routes().stream()
                .filter(route -> route.path().startsWith(API))
                .map(route -> route.method() + " " + route.path())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(described.calls()).isEqualTo(mounted);
    }

    @Test
    void whoNeedsATokenIsToldAsItIs() {
        house.site().routes().stream()
                .filter(route -> route.path().startsWith(API))
                .forEach(route -> assertThat(described.wantsToken(
                                route.method().toLowerCase(Locale.ROOT),
                                route.path().replaceAll(":(\\w+)", "{$1}")))
                        .as(route.toString())
                        .isEqualTo(route.rule().startsWith("staff")));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        described.resolveAll();
    }

    @Test
    void theExamplesWorkAndTheAnswersAreAsDescribed() {
        var network = made("/networks", described.example("post", API + "/networks"));
        var slug = network.getString("slug");
        var programme = made(
                "/programmes", described.example("post", API + "/programmes").put("network", slug));
        var event = made(
                "/events",
                described
                        .example("post", API + "/events")
                        .put("network", slug)
                        .put(
                                "area",
                                network.getJsonArray("areas").getJsonObject(0).getString("slug"))
                        .put("programme", programme.getString("slug")));
        var one = "/events/" + event.getString("slug");

        asDescribed("get", "/networks", "/networks", new JsonObject(), 200);
        asDescribed("get", "/networks/{network}", "/networks/" + slug, new JsonObject(), 200);
        asDescribed("get", "/programmes", "/programmes", new JsonObject(), 200);
        asDescribed("get", "/events", "/events", new JsonObject(), 200);
        asDescribed("get", "/events/{event}", one, new JsonObject(), 200);
        asDescribed("patch", "/networks/{network}", "/networks/" + slug, example("patch", "/networks/{network}"), 200);
        asDescribed("patch", "/events/{event}", one, example("patch", "/events/{event}"), 200);
        asDescribed("post", "/events/{event}/publish", one + "/publish", new JsonObject(), 200);
        asDescribed("post", "/events", "/events", new JsonObject().put("colour", "red"), 422);
        asDescribed("get", "/events/{event}", "/events/nowhere", new JsonObject(), 404);
        asDescribed("post", "/events/{event}/cancel", one + "/cancel", example("post", "/events/{event}/cancel"), 200);
    }

    @Test
    void whoRegistersAndWhoIsInvitedIsAnsweredAsDescribed() {
        var network = made("/networks", example("post", "/networks").put("name", "Nieuw-West"));
        var wish = example("post", "/events").put("network", network.getString("slug"));
        var event = "/events/" + made("/events", wish).getString("slug");
        asDescribed("post", "/events/{event}/publish", event + "/publish", new JsonObject(), 200);
        var registering = "/events/{event}/registrations";
        asDescribed("post", registering, event + "/registrations", example("post", registering), 201);
        var list = asDescribed("get", registering, event + "/registrations", new JsonObject(), 200);
        var one =
                "/registrations/" + list.getJsonArray("items").getJsonObject(0).getString("id");

        asDescribed("get", "/registrations/{id}", one, new JsonObject(), 200);
        asDescribed("patch", "/registrations/{id}", one, example("patch", "/registrations/{id}"), 200);
        asDescribed("delete", "/registrations/{id}", one, new JsonObject(), 200);
    }

    @Test
    void aDraftGoesWithWhoIsInvitedToIt() {
        var network = made("/networks", example("post", "/networks").put("name", "Stuurgroep"));
        var wish = example("post", "/events")
                .put("network", network.getString("slug"))
                .put("visibility", "closed");
        var event = "/events/" + made("/events", wish).getString("slug");
        var invitees = "/events/{event}/invitees";
        asDescribed("post", invitees, event + "/invitees", example("post", invitees), 201);
        asDescribed("get", invitees, event + "/invitees", new JsonObject(), 200);

        assertThat(call("delete", event, new JsonObject()).statusCode()).isEqualTo(204);
        assertThat(call("get", event, new JsonObject()).statusCode()).isEqualTo(404);
    }

    @Test
    void aSeriesIsMadeAndJoinedAsDescribed() {
        var network = made("/networks", example("post", "/networks").put("name", "Osdorp"));
        var wish = example("post", "/series").put("network", network.getString("slug"));
        var one = "/series/" + made("/series", wish).getString("slug");

        asDescribed("get", "/series", "/series", new JsonObject(), 200);
        asDescribed("get", "/series/{series}", one, new JsonObject(), 200);
        asDescribed("patch", "/series/{series}", one, example("patch", "/series/{series}"), 200);
        var joining = "/series/{series}/members";
        asDescribed("post", joining, one + "/members", example("post", joining), 201);
    }

    private static JsonObject example(String method, String path) {
        return described.example(method, API + path);
    }

    private static JsonObject made(String path, JsonObject body) {
        return asDescribed("post", path, path, body, 201);
    }

    private static JsonObject asDescribed(String method, String told, String path, JsonObject body, int status) {
        var answer = call(method, path, body);
        assertThat(answer.statusCode())
                .as("%s %s: %s", method, path, answer.body())
                .isEqualTo(status);
        var json = new JsonObject(answer.body());
        assertThat(described.faults(method, API + told, status, json))
                .as(answer.body())
                .isEmpty();
        return json;
    }

    private static HttpResponse<String> call(String method, String path, JsonObject body) {
        return method.equals("get")
                ? house.visitor().get(API + path, "Authorization", bearer)
                : house.visitor()
                        .json(
                                method.toUpperCase(Locale.ROOT),
                                API + path,
                                body.encode(),
                                "Authorization",
                                bearer,
                                "If-Match",
                                "*");
    }
}
