package nl.samenkomst.registration;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.samenkomst.OpenHouse;
import nl.samenkomst.event.Event;
import nl.samenkomst.kit.db.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What people need: asked where the event asks, kept apart, theirs to change, and gone a week after. */
class NeedsTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    @TempDir
    static Path data;

    private static OpenHouse house;
    private static OwnDoor own;

    @BeforeAll
    static void open() {
        house = OpenHouse.on(database.url(), data, Map.of());
        own = new OwnDoor(database, house, house.visitor());
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private static Event asking() {
        return own.hybrid().askingNeeds().in(database.pool());
    }

    private static JsonObject need(String kind, String text) {
        return new JsonObject().put("kind", kind).put("text", text);
    }

    private static HttpResponse<String> call(Event event, String name, Object needs) {
        var body = new JsonObject()
                .put("name", name)
                .put("email", name.toLowerCase(java.util.Locale.ROOT) + "@mail.example")
                .put("sector", "informal")
                .put("attendance", "on_site")
                .put("needs", needs);
        return own.visitor().json("POST", "/api/v1/events/" + event.slug() + "/registrations", body.encode());
    }

    private static List<String> wrong(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        return new JsonObject(answer.body())
                .getJsonArray("errors").stream()
                        .map(one -> ((JsonObject) one).getString("field"))
                        .toList();
    }

    private static Map<String, String> kept(Event event) {
        return await(database.pool().preparedQuery("""
                        select kind, text from special_need join registration on id = registration_id where event_id = $1
                        """).execute(Tuple.of(event.id()))).stream()
                .collect(Collectors.toMap(row -> row.getString("kind"), row -> row.getString("text")));
    }

    @Test
    void theFormAsksWhereTheEventAsksAndNowhereElse() {
        assertThat(own.visitor().get("/events/" + asking().slug()).body()).contains("needs[access]", "needs[diet]");
        var other = own.hybrid().in(database.pool());
        assertThat(own.visitor().get("/events/" + other.slug()).body()).doesNotContain("needs[");
    }

    @Test
    void whatSomebodyNeedsIsKeptApartAndShownOnTheirOwnPageAndInTheirDownload() {
        var event = asking();

        var answer = call(
                event, "Ada", new JsonArray().add(need("diet", "geen noten")).add(need("access", "rolstoel")));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(kept(event)).containsOnly(Map.entry("diet", "geen noten"), Map.entry("access", "rolstoel"));
        assertThat(own.page(event, "Ada").body()).contains("geen noten", "rolstoel");
        assertThat(own.visitor().get(own.path(event, "Ada") + "/data.json").body())
                .contains("geen noten");
    }

    @Test
    void whatIsMalformedIsRefusedByName() {
        var event = asking();

        assertThat(wrong(call(event, "Ada", "geen noten"))).containsExactly("needs");
        assertThat(wrong(call(event, "Ada", new JsonArray().add("geen noten")))).containsExactly("needs[0]");
        assertThat(wrong(call(event, "Ada", new JsonArray().add(need("sleep", "bed")))))
                .containsExactly("needs[0]");
        assertThat(wrong(call(event, "Ada", new JsonArray().add(need("diet", "  ")))))
                .containsExactly("needs[0]");
        assertThat(wrong(call(event, "Ada", new JsonArray().add(need("diet", "a".repeat(501))))))
                .containsExactly("needs[0]");
        assertThat(wrong(call(
                        event, "Ada", new JsonArray().add(need("diet", "a")).add(need("diet", "b")))))
                .containsExactly("needs[1]");
        assertThat(wrong(
                        call(event, "Ada", new JsonArray().add(need("diet", "a").put("since", 3)))))
                .containsExactly("needs[0].since");
    }

    @Test
    void whatNobodyAskedIsRefusedAndKeptNowhere() {
        var event = own.hybrid().in(database.pool());

        assertThat(wrong(call(event, "Ada", new JsonArray().add(need("diet", "geen noten")))))
                .containsExactly("needs");
        assertThat(kept(event)).isEmpty();
    }

    @Test
    void peopleChangeAndEraseWhatTheyNeed() {
        var event = asking();
        call(event, "Ada", new JsonArray().add(need("diet", "geen noten")).add(need("access", "rolstoel")));

        var changed = own.press(event, "Ada", "needs", Map.of("needs[diet]", "geen vis", "needs[access]", ""));

        assertThat(changed.statusCode()).isEqualTo(303);
        assertThat(kept(event)).containsOnly(Map.entry("diet", "geen vis"));
        var long501 = Map.of("needs[diet]", "a".repeat(501));
        assertThat(own.press(event, "Ada", "needs", long501).statusCode()).isEqualTo(422);
        assertThat(kept(event)).containsOnly(Map.entry("diet", "geen vis"));
    }

    @Test
    void whoErasesThemselvesLeavesNoNeed() {
        var event = asking();
        call(event, "Ada", new JsonArray().add(need("diet", "geen noten")));

        own.press(event, "Ada", "erase", Map.of());

        assertThat(kept(event)).isEmpty();
    }

    @Test
    void aNeedIsForgottenSevenDaysAfterTheEndAlsoWhenTheEventMoved() {
        var event = asking();
        call(event, "Ada", new JsonArray().add(need("diet", "geen noten")));
        var end = event.end().plus(Duration.ofDays(7));
        var store = new NeedStore(database.pool());
        var later = Instant.now().plus(Duration.ofDays(60)).atOffset(ZoneOffset.UTC);
        await(database.pool()
                .preparedQuery("update event set starts_at = $2, ends_at = $2 + interval '2 hours' where id = $1")
                .execute(Tuple.of(event.id(), later)));

        await(store.forgetEndedBefore(end.minus(Needs.KEPT)));
        assertThat(kept(event)).as("moved on: still needed").isNotEmpty();

        await(store.forgetEndedBefore(later.toInstant().plus(Duration.ofHours(2))));
        assertThat(kept(event)).isEmpty();
    }
}
