package nl.samenkomst.event;

import static nl.samenkomst.event.ApiHouse.fields;
import static nl.samenkomst.event.ApiHouse.header;
import static nl.samenkomst.event.ApiHouse.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import nl.samenkomst.kit.db.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Networks and programmes over HTTP; here, since an event is what keeps an area from going. */
class NetworkApiTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

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
    void aNetworkIsMadeWithItsAreasAndReadBack() {
        var answer = house.call("POST", "/networks", nieuwWest());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var slug = json(answer).getString("slug");
        assertThat(header(answer, "Location")).endsWith("/api/v1/networks/" + slug);
        var read = json(house.get("/networks/" + slug));
        assertThat(read).isEqualTo(json(answer));
        assertThat(read.getJsonArray("areas").getJsonObject(1).getString("slug"))
                .isEqualTo("slotermeer");
        assertThat(read.getJsonObject("contact").getString("email")).isEqualTo("ans@alliantie.example");
    }

    @Test
    void aTakenSlugIsAConflictThatNamesTheField() {
        var taken = nieuwWest().put("slug", house.network.slug());

        var answer = house.call("POST", "/networks", taken);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(fields(answer)).containsExactly("slug");
    }

    @Test
    void whatIsWrongIsNamed() {
        var wrong = nieuwWest().put("name", "").put("kleur", "x");
        wrong.getJsonArray("areas").add(new JsonObject().put("name", "Weg").put("groupLink", "javascript:alert(1)"));
        wrong.getJsonObject("contact").put("email", "geen adres").put("name", "www.evil.example");

        assertThat(fields(house.call("POST", "/networks", wrong)))
                .containsExactlyInAnyOrder("name", "kleur", "areas[2].groupLink", "contact.email", "contact.name");
    }

    @Test
    void anAreaThatIsLeftOutGoesUnlessAnEventIsThere() {
        var slug = json(house.call("POST", "/networks", nieuwWest().put("slug", "west-areas")))
                .getString("slug");
        var one = new JsonArray().add(new JsonObject().put("slug", "osdorp").put("name", "Osdorp-Oost"));
        var path = "/networks/" + slug;

        var changed = house.call("PATCH", path, new JsonObject().put("areas", one), "If-Match", "\"1\"");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(json(changed).getJsonArray("areas")).hasSize(1);

        house.draft();
        var home = "/networks/" + house.network.slug();
        assertThat(fields(house.call("PATCH", home, new JsonObject().putNull("areas"), "If-Match", "*")))
                .containsExactly("areas");
    }

    @Test
    void aChangeWantsTheVersionItIsMadeOn() {
        var path = "/networks/" + house.network.slug();

        assertThat(house.call("PATCH", path, new JsonObject()).statusCode()).isEqualTo(428);
        assertThat(house.call("PATCH", path, new JsonObject(), "If-Match", "\"77\"")
                        .statusCode())
                .isEqualTo(412);
    }

    @Test
    void networksAreListedPartByPartAndOnlyOnesOwn() {
        house.call("POST", "/networks", nieuwWest().put("slug", "zz-last"));

        var first = json(house.get("/networks?limit=1"));
        var rest = json(house.get("/networks?after=" + first.getString("next")));

        assertThat(first.getJsonArray("items")).hasSize(1);
        assertThat(rest.getString("next")).isNull();
        assertThat(rest.getJsonArray("items").toString()).contains("zz-last");
        assertThat(json(house.callAs(house.stranger(), "GET", "/networks", new JsonObject()))
                        .getJsonArray("items"))
                .isEmpty();
    }

    @Test
    void aProgrammeBelongsToANetworkAndEventsToBoth() {
        var programme = new JsonObject().put("network", house.network.slug()).put("title", "Samen sterk");
        var made = house.call("POST", "/programmes", programme);
        assertThat(made.statusCode()).isEqualTo(201);
        var slug = json(made).getString("slug");

        var event = SampleJson.wijktafel(house.network).put("programme", slug);
        assertThat(json(house.call("POST", "/events", event)).getString("programme"))
                .isEqualTo(slug);
        assertThat(json(house.get("/programmes"))
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getString("network"))
                .isEqualTo(house.network.slug());
        assertThat(fields(house.call("POST", "/programmes", programme.copy().put("network", "nowhere"))))
                .containsExactly("network");
    }

    private static JsonObject nieuwWest() {
        return new JsonObject()
                .put("name", "Wijkzorg Nieuw-West")
                .put("purpose", "Samen zorgen.")
                .put(
                        "areas",
                        new JsonArray()
                                .add(new JsonObject().put("slug", "osdorp").put("name", "Osdorp"))
                                .add(new JsonObject().put("name", "Slotermeer")))
                .put("contact", new JsonObject().put("name", "Ans Bakker").put("email", "ans@alliantie.example"));
    }
}
