package nl.samenkomst.event;

import static nl.samenkomst.event.ApiHouse.NOW;
import static nl.samenkomst.event.ApiHouse.fields;
import static nl.samenkomst.event.ApiHouse.header;
import static nl.samenkomst.event.ApiHouse.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import nl.samenkomst.kit.db.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Changing a published event, previewing that, undoing it and calling it off, by API. */
class EventChangeApiTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final JsonObject NOTHING = new JsonObject();
    private static final JsonObject MOVED =
            new JsonObject().put("start", "2026-12-10T20:00:00+01:00").put("end", "2026-12-10T22:00:00+01:00");

    static ApiHouse house;

    @BeforeAll
    static void serve() {
        house = new ApiHouse(database);
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    private static String published() {
        return "/events/" + house.published().getString("slug");
    }

    private static HttpResponse<String> patch(String path, JsonObject patch) {
        return house.call("PATCH", path, patch, "If-Match", "*");
    }

    @Test
    void theAnswerToAChangeTellsWhenPeopleHearOfItAndUntilWhenItCanBeUndone() {
        var path = published();

        var change = json(patch(path, MOVED)).getJsonObject("change");

        assertThat(change.getString("tellsAt")).isEqualTo(NOW.plusSeconds(120).toString());
        assertThat(change.getString("undoUntil")).isEqualTo(NOW.plusSeconds(600).toString());
        assertThat(json(patch(path + "?notify=now", new JsonObject().put("title", "Anders")))
                        .getJsonObject("change")
                        .getString("tellsAt"))
                .isEqualTo(NOW.toString());
        assertThat(json(house.get(path)).containsKey("change")).isFalse();
        assertThat(fields(patch(path + "?notify=later", MOVED))).containsExactly("notify");
    }

    @Test
    void aDraftThatIsChangedTellsNobodyAndHasNothingToUndo() {
        var path = "/events/" + house.draft().getString("slug");

        assertThat(json(patch(path, MOVED)).containsKey("change")).isFalse();
        assertThat(type(house.call("POST", path + "/undo", NOTHING))).endsWith("/undo-over");
        assertThat(type(house.call("POST", path + "/cancel", NOTHING))).endsWith("/draft");
    }

    @Test
    void undoAnswersTheEventAsItWas() {
        var path = published();
        patch(path, MOVED);

        var answer = house.call("POST", path + "/undo", NOTHING);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).getString("start")).isEqualTo("2026-12-10T19:00:00+01:00");
        assertThat(header(answer, "ETag")).isEqualTo("\"4\"");
        assertThat(house.call("POST", path + "/undo", NOTHING).statusCode()).isEqualTo(409);
    }

    @Test
    void aPreviewTellsTheDifferencesAndLeavesTheEventAsItIs() {
        var path = published();

        var preview = json(house.call("POST", path + "/change-preview", MOVED));

        assertThat(preview.getJsonArray("changes").getJsonObject(0))
                .isEqualTo(new JsonObject()
                        .put("field", "end")
                        .put("before", "2026-12-10T21:00:00+01:00")
                        .put("after", "2026-12-10T22:00:00+01:00"));
        assertThat(preview.getInteger("moved")).isZero();
        assertThat(preview.getJsonArray("people")).isEmpty();
        assertThat(json(house.get(path)).getString("start")).isEqualTo("2026-12-10T19:00:00+01:00");
        assertThat(header(house.get(path), "ETag")).isEqualTo("\"2\"");
    }

    @Test
    void aPreviewIsRefusedByNameAsTheChangeWouldBe() {
        var path = published();
        var wrong = new JsonObject().put("colour", "red").put("slug", "anders");

        assertThat(fields(house.call("POST", path + "/change-preview", wrong))).containsExactly("colour");
        assertThat(fields(house.call("POST", path + "/change-preview", new JsonObject().put("slug", "anders"))))
                .containsExactly("slug");
    }

    @Test
    void aStaleChangeIsRefusedAndOpensNoRun() {
        var path = published();

        assertThat(house.call("PATCH", path, MOVED, "If-Match", "\"1\"").statusCode())
                .isEqualTo(412);
        assertThat(house.call("POST", path + "/undo", NOTHING).statusCode()).isEqualTo(409);
    }

    @Test
    void whatIsCalledOffStaysSo() {
        var path = published();

        var off = house.call("POST", path + "/cancel", new JsonObject().put("message", "De zaal staat blank."));

        assertThat(json(off).getString("status")).isEqualTo("cancelled");
        assertThat(type(patch(path, MOVED))).endsWith("/cancelled");
        assertThat(type(house.call("POST", path + "/undo", NOTHING))).endsWith("/cancelled");
        assertThat(type(house.call("POST", path + "/change-preview", MOVED))).endsWith("/cancelled");
    }

    @Test
    void aRoomAtJitsiIsMadeAtPublishingAndKeptWhenTheEventMoves() {
        var wish = SampleJson.wijktafel(house.network).put("meeting", new JsonObject().put("provider", "jitsi"));
        var draft = json(house.call("POST", "/events", wish));
        assertThat(link(draft)).isNull();
        var path = "/events/" + draft.getString("slug");

        var made = link(json(house.call("POST", path + "/publish", NOTHING)));
        var moved = link(json(patch(path, MOVED)));
        var byPhone = link(
                json(patch(path, new JsonObject().put("meeting", new JsonObject().put("dialIn", "+31 20 123 45 67")))));

        assertThat(made).matches("https://meet\\.jit\\.si/samenkomst-[0-9a-f]{32}");
        assertThat(moved).isEqualTo(made);
        assertThat(byPhone).isEqualTo(made);
        assertThat(link(json(patch(path, new JsonObject().put("meeting", new JsonObject().putNull("url"))))))
                .matches("https://meet\\.jit\\.si/samenkomst-[0-9a-f]{32}")
                .isNotEqualTo(made);
    }

    private static String link(JsonObject event) {
        return event.getJsonObject("meeting").getString("url");
    }

    private static String type(HttpResponse<String> answer) {
        return json(answer).getString("type");
    }
}
