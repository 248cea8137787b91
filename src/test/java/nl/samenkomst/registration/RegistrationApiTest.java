package nl.samenkomst.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import nl.samenkomst.account.Organisation;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.SomeStaff;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.network.SampleNetwork;
import nl.samenkomst.spi.Question;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RegistrationApiTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    static Reception reception;

    private Organisation organisation;
    private Event event;
    private String organiser;
    private String facilitator;

    @BeforeAll
    static void open() {
        reception = new Reception(database, false);
    }

    @AfterAll
    static void close() {
        reception.close();
    }

    @BeforeEach
    void plan() {
        organisation = SampleEvent.organisation(database.pool());
        event = sample().seats(1)
                .questions(new Question("soup", Question.Kind.YES_NO, "Soep?", true, List.of()))
                .in(database.pool());
        var staff = new SomeStaff(database.pool());
        organiser = staff.bearer(organisation, Role.ORGANISER);
        facilitator = staff.bearer(organisation, Role.FACILITATOR);
    }

    private SampleEvent sample() {
        return SampleEvent.of(SampleNetwork.in(database.pool(), organisation));
    }

    private void register(String name) {
        var answer = reception.call(
                event,
                new JsonObject()
                        .put("name", name)
                        .put("email", Hallway.address(name).text())
                        .put("sector", "medical")
                        .put("attendance", "on_site")
                        .put("answers", new JsonObject().put("soup", true))
                        .encode());
        assertThat(answer.statusCode()).isEqualTo(201);
    }

    private String path() {
        return "/api/v1/events/" + event.slug() + "/registrations";
    }

    private HttpResponse<String> get(String path) {
        return reception.site.get(path, "Authorization", organiser);
    }

    private static JsonObject json(HttpResponse<String> answer) {
        return new JsonObject(answer.body());
    }

    private List<JsonObject> all() {
        return json(get(path())).getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    private HttpResponse<String> patch(String id, JsonObject patch, String bearer, String... more) {
        var headers = new ArrayList<>(List.of("Authorization", bearer));
        headers.addAll(List.of(more));
        return reception
                .site
                .visitor()
                .json("PATCH", "/api/v1/registrations/" + id, patch.encode(), headers.toArray(String[]::new));
    }

    @Test
    void theListComesInTheOrderOfRegisteringAndInParts() {
        register("Ada");
        register("Grace");

        var first = json(get(path() + "?limit=1"));
        var second = json(get(path() + "?limit=1&after=" + first.getString("next")));

        assertThat(first.getJsonArray("items").getJsonObject(0).getString("name"))
                .isEqualTo("Ada");
        assertThat(second.getJsonArray("items").getJsonObject(0).getString("name"))
                .isEqualTo("Grace");
        assertThat(second.getValue("next")).isNull();
        assertThat(get(path() + "?after=abc").statusCode()).isEqualTo(422);
    }

    @Test
    void oneIsToldWhole() {
        register("Ada");
        var id = all().get(0).getString("id");

        var answer = get("/api/v1/registrations/" + id);

        assertThat(answer.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(json(answer))
                .isEqualTo(new JsonObject()
                        .put("id", id)
                        .put("event", event.slug())
                        .put("name", "Ada")
                        .put("email", "ada@mail.example")
                        .put("shared", false)
                        .put("organisation", null)
                        .put("sector", "medical")
                        .put("area", null)
                        .put("language", "nl")
                        .put("attendance", "on_site")
                        .put("wants", null)
                        .put("status", "confirmed")
                        .put("by", null)
                        .put("offerUntil", null)
                        .put("reply", "none")
                        .put("presence", "unknown")
                        .put("place", 1)
                        .put("answers", new JsonObject().put("soup", true))
                        .put("createdAt", "2026-11-10T19:00:00+01:00"));
    }

    @Test
    void aChangeKeepsWhatItDoesNotNameAndTakesTheVersionThatWasRead() {
        register("Ada");
        var id = all().get(0).getString("id");
        var change = new JsonObject().put("name", "Ada L.").put("area", "haven").put("sector", null);

        assertThat(patch(id, change, organiser).statusCode()).isEqualTo(428);
        var answer = patch(id, change, organiser, "If-Match", "\"1\"");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).getString("name")).isEqualTo("Ada L.");
        assertThat(json(answer).getString("area")).isEqualTo("haven");
        assertThat(json(answer).getValue("sector")).isNull();
        assertThat(json(answer).getJsonObject("answers").getBoolean("soup")).isTrue();
        assertThat(patch(id, change, organiser, "If-Match", "\"1\"").statusCode())
                .isEqualTo(412);
    }

    @Test
    void anotherWayFreesTheSeatForWhoWaits() {
        register("Ada");
        register("Grace");
        var id = all().get(0).getString("id");

        var answer = patch(id, new JsonObject().put("attendance", "online"), organiser, "If-Match", "*");

        assertThat(json(answer).getString("attendance")).isEqualTo("online");
        assertThat(reception.registered(event)).containsExactly("Ada confirmed online", "Grace confirmed on_site");
    }

    @Test
    void wrongFieldsOfAChangeAreNamed() {
        register("Ada");
        var id = all().get(0).getString("id");
        var change = new JsonObject()
                .put("email", "other@mail.example")
                .put("attendance", "by boat")
                .put("presence", "perhaps")
                .put("answers", new JsonObject().put("soup", "maybe").put("tea", true));

        var answer = patch(id, change, organiser, "If-Match", "*");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).getJsonArray("errors").stream()
                        .map(error -> ((JsonObject) error).getString("field"))
                        .toList())
                .containsExactlyInAnyOrder("email", "attendance", "presence", "answers[soup]", "answers[tea]");
    }

    @Test
    void aFacilitatorSaysWhoWasThereAndNoMore() {
        register("Ada");
        var id = all().get(0).getString("id");

        var present = patch(id, new JsonObject().put("presence", "present"), facilitator, "If-Match", "*");
        var other = patch(id, new JsonObject().put("name", "Eva"), facilitator, "If-Match", "*");

        assertThat(json(present).getString("presence")).isEqualTo("present");
        assertThat(other.statusCode()).isEqualTo(403);
    }

    @Test
    void whoIsTakenOffMakesRoomForTheNext() {
        register("Ada");
        register("Grace");
        var id = all().get(0).getString("id");

        var answer =
                reception.site.visitor().json("DELETE", "/api/v1/registrations/" + id, "", "Authorization", organiser);

        assertThat(json(answer).getString("status")).isEqualTo("cancelled");
        assertThat(json(answer).getString("by")).isEqualTo("organiser");
        assertThat(reception.registered(event)).containsExactly("Ada cancelled on_site", "Grace confirmed on_site");
    }

    @Test
    void anotherOrganisationFindsNothing() {
        register("Ada");
        var id = all().get(0).getString("id");
        var stranger = new SomeStaff(database.pool()).bearer(SampleEvent.organisation(database.pool()), Role.OWNER);

        assertThat(reception
                        .site
                        .get("/api/v1/registrations/" + id, "Authorization", stranger)
                        .statusCode())
                .isEqualTo(404);
        assertThat(reception.site.get(path(), "Authorization", stranger).statusCode())
                .isEqualTo(404);
        assertThat(reception.site.get(path()).statusCode()).isEqualTo(401);
        assertThat(get("/api/v1/registrations/none").statusCode()).isEqualTo(404);
    }

    @Test
    void inviteesAreAddedOnceListedAndTakenOff() {
        var closed = sample().visibility(Event.Visibility.CLOSED).in(database.pool());
        var path = "/api/v1/events/" + closed.slug() + "/invitees";
        var ada = "{\"email\": \"ada@mail.example\", \"name\": \"Ada\"}";
        var visitor = reception.site.visitor();

        var added = visitor.json("POST", path, ada, "Authorization", organiser);
        var again = visitor.json("POST", path, ada, "Authorization", organiser);
        var wrong = visitor.json("POST", path, "{\"name\": \"<b>\", \"x\": 1}", "Authorization", organiser);

        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(json(added).getString("sentAt")).isNotNull();
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again).getString("id")).isEqualTo(json(added).getString("id"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("\"email\"", "\"name\"", "\"x\"");
        assertThat(visitor.json("POST", path, ada, "Authorization", facilitator).statusCode())
                .isEqualTo(403);

        var one = path + "/" + json(added).getString("id");
        assertThat(json(get(path)).getJsonArray("items")).hasSize(1);
        assertThat(visitor.json("DELETE", one, "", "Authorization", organiser).statusCode())
                .isEqualTo(204);
        assertThat(json(get(path)).getJsonArray("items")).isEqualTo(new JsonArray());
        assertThat(visitor.json("DELETE", one, "", "Authorization", organiser).statusCode())
                .isEqualTo(404);
    }

    @Test
    void anOpenEventHasNoInvitees() {
        var answer = reception
                .site
                .visitor()
                .json(
                        "POST",
                        "/api/v1/events/" + event.slug() + "/invitees",
                        "{\"email\": \"ada@mail.example\"}",
                        "Authorization",
                        organiser);

        assertThat(answer.statusCode()).isEqualTo(409);
    }
}
