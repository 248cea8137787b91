package nl.samenkomst.event;

import static nl.samenkomst.event.ApiHouse.fields;
import static nl.samenkomst.event.ApiHouse.header;
import static nl.samenkomst.event.ApiHouse.json;
import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import nl.samenkomst.kit.db.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EventApiTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final JsonObject NOTHING = new JsonObject();

    static ApiHouse house;

    @BeforeAll
    static void serve() {
        house = new ApiHouse(database);
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @Test
    void aMadeEventIsADraftWithAnAddressAndAVersion() {
        var answer = house.call("POST", "/events", SampleJson.wijktafel(house.network));

        var event = json(answer);
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(header(answer, "Location"))
                .isEqualTo(ApiHouse.ADDRESS + "/api/v1/events/" + event.getString("slug"));
        assertThat(header(answer, "ETag")).isEqualTo("\"1\"");
        assertThat(event.getString("status")).isEqualTo("draft");
        assertThat(event.getString("start")).isEqualTo("2026-12-10T19:00:00+01:00");
        assertThat(event.getString("url")).isEqualTo(ApiHouse.ADDRESS + "/events/" + event.getString("slug"));
        assertThat(event.getJsonArray("agenda").getJsonObject(0).getString("time"))
                .isEqualTo("19:15");
    }

    @Test
    void whatIsReadCanBeSentBackAsItIs() {
        var read = house.draft();
        for (var added : new String[] {"status", "registration", "seats", "url", "slug"}) {
            read.remove(added);
        }

        assertThat(house.call("POST", "/events", read).statusCode()).isEqualTo(201);
    }

    @Test
    void seatsAreReadFromTheDatabase() {
        var event = house.published();
        await(database.pool().query("""
                update seats set held = 7, waiting = 2
                 where attendance = 'on_site' and event_id = (select id from event where slug = '%s')
                """.formatted(event.getString("slug"))).execute());

        var seats = json(house.get("/events/" + event.getString("slug"))).getJsonObject("seats");

        assertThat(seats.getJsonObject("onSite"))
                .isEqualTo(new JsonObject(
                        "{\"capacity\": 20, \"taken\": 7, \"free\": 13, \"waiting\": 2, \"bound\": \"asked\"}"));
        assertThat(seats.getJsonObject("online"))
                .isEqualTo(new JsonObject("{\"capacity\": null, \"taken\": 0, \"free\": null, \"waiting\": 0}"));
    }

    @Test
    void anEventGoesFromDraftToPublishedAndItsRegistrationIsClosedAndOpenedAgain() {
        var slug = house.draft().getString("slug");

        assertThat(act(slug, "publish").getString("status")).isEqualTo("published");
        assertThat(act(slug, "close").getString("registration")).isEqualTo("closed");
        assertThat(act(slug, "reopen").getString("registration")).isEqualTo("open");
        assertThat(act(slug, "cancel").getString("status")).isEqualTo("cancelled");
        assertThat(house.call("POST", "/events/" + slug + "/publish", NOTHING).statusCode())
                .isEqualTo(409);
    }

    @Test
    void aPastEventIsHeldAndItsRegistrationClosed() {
        var past = SampleJson.wijktafel(house.network)
                .put("start", "2026-10-01T19:00:00+02:00")
                .put("end", "2026-10-01T21:00:00+02:00");
        var slug = json(house.call("POST", "/events", past)).getString("slug");

        var event = act(slug, "publish");

        assertThat(event.getString("status")).isEqualTo("held");
        assertThat(event.getString("registration")).isEqualTo("closed");
    }

    @Test
    void aChangeWantsTheVersionItIsMadeOn() {
        var path = "/events/" + house.draft().getString("slug");
        var patch = new JsonObject().put("title", "Anders");

        assertThat(house.call("PATCH", path, patch).statusCode()).isEqualTo(428);
        assertThat(house.call("PATCH", path, patch, "If-Match", "\"9\"").statusCode())
                .isEqualTo(412);
        var changed = house.call("PATCH", path, patch, "If-Match", "\"1\"");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(header(changed, "ETag")).isEqualTo("\"2\"");
        assertThat(json(changed).getString("title")).isEqualTo("Anders");
        assertThat(house.call("PATCH", path, new JsonObject().put("title", "Weer"), "If-Match", "*")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aPatchOfAnUnknownFieldOrOfWhatCannotBeWrittenIsRefusedByName() {
        var path = "/events/" + house.draft().getString("slug");
        var patch = new JsonObject().put("status", "published").put("colour", "red");

        var answer = house.call("PATCH", path, patch, "If-Match", "*");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(fields(answer)).containsExactlyInAnyOrder("status", "colour");
    }

    @Test
    void theSameCallWithTheSameKeyMakesOneEvent() {
        var body = SampleJson.wijktafel(house.network);
        var first = house.call("POST", "/events", body, "Idempotency-Key", "k-1");

        var second = house.call("POST", "/events", body, "Idempotency-Key", "k-1");
        var other = house.call("POST", "/events", body.copy().put("title", "x"), "Idempotency-Key", "k-1");

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(header(second, "Location")).isEqualTo(header(first, "Location"));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(fields(other)).containsExactly("Idempotency-Key");
    }

    @Test
    void aRefusedCallLeavesItsKeyFree() {
        var body = SampleJson.wijktafel(house.network);

        assertThat(house.call("POST", "/events", NOTHING, "Idempotency-Key", "k-2")
                        .statusCode())
                .isEqualTo(422);
        assertThat(house.call("POST", "/events", body, "Idempotency-Key", "k-2").statusCode())
                .isEqualTo(201);
    }

    @Test
    void aListIsReadPartByPart() {
        for (int i = 0; i < 3; i++) {
            house.draft();
        }
        var slugs = new ArrayList<String>();
        var next = "";
        do {
            var part =
                    json(house.get("/events?limit=2&status=draft&network=" + house.network.slug() + "&after=" + next));
            part.getJsonArray("items").forEach(item -> slugs.add(((JsonObject) item).getString("slug")));
            next = part.getString("next");
        } while (next != null && next.matches("[A-Za-z0-9_-]+"));

        assertThat(next).isNull();
        assertThat(slugs).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates();
    }

    @Test
    void aListIsFilteredAndRefusesWhatItDoesNotKnow() {
        house.draft();

        assertThat(items("/events?from=2026-12-10&to=2026-12-11")).isNotEmpty();
        assertThat(items("/events?from=2027-01-01T00:00:00+01:00")).isEmpty();
        assertThat(fields(house.get("/events?network=nowhere&status=lost&from=soon")))
                .containsExactlyInAnyOrder("network", "status", "from");
        assertThat(fields(house.get("/events?limit=201"))).containsExactly("limit");
        assertThat(fields(house.get("/events?after=nonsense!"))).containsExactly("after");
    }

    @Test
    void othersFindNothingAndReadersChangeNothing() {
        var path = "/events/" + house.published().getString("slug");

        assertThat(house.anonymously(path).statusCode()).isEqualTo(401);
        assertThat(house.callAs(house.stranger(), "PATCH", path, NOTHING, "If-Match", "*")
                        .statusCode())
                .isEqualTo(404);
        assertThat(house.callAs(house.facilitator(), "PATCH", path, NOTHING, "If-Match", "*")
                        .statusCode())
                .isEqualTo(403);
        assertThat(house.callAs(house.facilitator(), "POST", path + "/close", NOTHING)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aDraftIsDeletedAndThenGone() {
        var path = "/events/" + house.draft().getString("slug");

        assertThat(house.call("DELETE", path, NOTHING).statusCode()).isEqualTo(204);
        assertThat(house.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void brokenJsonAndWrongTypesAreToldAsWhatTheyAre() {
        var wrong = SampleJson.wijktafel(house.network)
                .put("title", 5)
                .put("capacity", "many")
                .put("waitlist", "yes");

        assertThat(fields(house.call("POST", "/events", wrong)))
                .containsExactlyInAnyOrder("title", "capacity", "waitlist");
    }

    private JsonObject act(String slug, String verb) {
        var answer = house.call("POST", "/events/" + slug + "/" + verb, NOTHING);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private static Iterable<Object> items(String path) {
        return json(house.get(path)).getJsonArray("items");
    }
}
