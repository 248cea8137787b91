package nl.samenkomst.event;

import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.kit.db.Awaiting.awaitFailure;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.plugin.PluginFolder;
import nl.samenkomst.kit.rule.Fault;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.meeting.Providers;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.SampleNetwork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EventsTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    private final List<String> news = new ArrayList<>();
    private final Formats formats = Formats.load(PluginFolder.none());
    private final Events events = new Events(
            formats, Providers.load(PluginFolder.none()), List.of(new Remembering()), Clock.fixed(NOW, ZoneOffset.UTC));
    private Network network;

    @BeforeEach
    void aNetwork() {
        network = SampleNetwork.in(database.pool());
    }

    @Test
    void aNewEventIsADraftWithASlugOfItsTitle() {
        var event = create(json());

        assertThat(event.draft()).isTrue();
        assertThat(event.slug()).startsWith("wijktafel-haven");
        assertThat(stored(event)).isEqualTo(event);
        assertThat(seats(event)).isEmpty();
    }

    @Test
    void aTakenSlugGetsTheDateAndThenANumber() {
        var title = json().put("title", "Burendag " + network.slug());
        var first = create(title);

        assertThat(create(title).slug()).isEqualTo(first.slug() + "-2026-12-10");
        assertThat(create(title).slug()).isEqualTo(first.slug() + "-2");
        assertThat(refusal(tx -> events.create(
                                tx, network.organisation(), title.copy().put("slug", first.slug())))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        var wrong = json().put("title", " ")
                .put("start", "2026-12-10T19:00:00+05:00")
                .put("end", "2026-12-10T09:00:00+01:00")
                .put("attendance", "on_the_roof")
                .put("area", "elsewhere")
                .put("network", network.slug())
                .put("series", "monthly")
                .put("colour", "red")
                .put("meeting", new JsonObject().put("provider", "link"));
        wrong.getJsonArray("speakers").add(new JsonObject().put("name", "See https://evil.example"));
        wrong.getJsonArray("questions")
                .add(new JsonObject().put("id", "soup").put("kind", "text").put("label", "x"));

        assertThat(faults(tx -> events.create(tx, network.organisation(), wrong)))
                .containsExactlyInAnyOrder(
                        "title",
                        "start",
                        "end",
                        "attendance",
                        "area",
                        "series",
                        "colour",
                        "meeting.url",
                        "speakers[1].name",
                        "questions[1].id");
    }

    @Test
    void aFormatKnowsItsWaysOfGathering() {
        assertThat(faults(tx -> events.create(tx, network.organisation(), json().put("format", "webinar"))))
                .containsExactly("attendance");
        assertThat(faults(tx -> events.create(tx, network.organisation(), json().put("format", "picnic"))))
                .containsExactly("format");
    }

    @Test
    void aSteeringGroupIsClosedUnlessTheOrganiserSaysOtherwise() {
        var json = json().put("format", "stuurgroep");

        assertThat(create(json).closed()).isTrue();
        assertThat(create(json.put("visibility", "link")).closed()).isFalse();
    }

    @Test
    void anotherOrganisationsNetworkIsNotThere() {
        var other = SampleNetwork.in(database.pool());

        assertThat(faults(tx -> events.create(tx, other.organisation(), json())))
                .containsExactly("network");
    }

    @Test
    void publishingCountsTheSeatsAndTellsTheHooks() {
        var json = json();
        json.getJsonObject("venue").put("floorArea", 30).put("distance", 1.5);

        var event = published(json);

        assertThat(stored(event).published()).isTrue();
        assertThat(event.version()).isEqualTo(2);
        assertThat(seats(event)).extracting(Seats::capacity).containsExactly(Optional.of(13), Optional.empty());
        assertThat(news).containsExactly("published " + event.slug());
        assertThat(await(database.pool().withTransaction(tx -> events.publish(tx, event.id())))
                        .version())
                .isEqualTo(2);
    }

    @Test
    void aRoomOfWhichNobodyTellsTheSeatsIsNotPublished() {
        var event = create(json().put("capacity", new JsonObject().put("online", 5)));

        assertThat(faults(tx -> events.publish(tx, event.id()))).containsExactly("capacity.onSite");
        assertThat(stored(event).draft()).isTrue();
    }

    @Test
    void aPatchChangesWhatItNamesAndNothingElse() {
        var event = create(json());

        var changed = change(event, new JsonObject().put("title", "Anders").putNull("area"));

        assertThat(changed.title()).isEqualTo("Anders");
        assertThat(changed.area()).isEmpty();
        assertThat(changed.speakers()).isEqualTo(event.speakers());
        assertThat(changed.version()).isEqualTo(2);
        assertThat(stored(event)).isEqualTo(changed);
        assertThat(change(event, new JsonObject().put("title", "Anders"))).isEqualTo(changed);
    }

    @Test
    void newQuestionsAreANewVersionAndTheOldStay() {
        var event = create(json());

        var changed = change(event, new JsonObject().putNull("questions"));

        assertThat(changed.questionsVersion()).isEqualTo(2);
        assertThat(stored(event).questions()).isEmpty();
        var kept = await(database.pool()
                .query("select id from question where event_id = '" + event.id() + "' and version = 1")
                .execute());
        assertThat(kept.size()).isEqualTo(1);
    }

    @Test
    void whoComesAlreadyIsNotMovedYet() {
        var event = published(json());
        hold(event, 1, 0);

        for (var patch : List.of(
                new JsonObject().put("start", "2026-12-10T18:30:00+01:00"),
                new JsonObject().put("end", "2026-12-10T22:00:00+01:00"),
                new JsonObject().put("timeZone", "Europe/Brussels"),
                new JsonObject().put("attendance", "online"),
                new JsonObject().put("venue", new JsonObject().put("name", "Elders")),
                new JsonObject().put("meeting", new JsonObject().put("url", "https://meet.example/other")))) {
            assertThat(refusal(tx -> events.change(tx, event.id(), patch, version -> {}))
                            .type())
                    .isEqualTo("later");
        }
        assertThat(refusal(tx -> events.cancel(tx, event.id())).type()).isEqualTo("later");
        assertThat(change(event, new JsonObject().put("title", "Nieuwe naam")).title())
                .isEqualTo("Nieuwe naam");
    }

    @Test
    void seatsThatAreTakenCannotBeTakenAway() {
        var event = published(json());
        hold(event, 12, 0);

        var refusal = refusal(tx -> events.change(tx, event.id(), capacity(11), version -> {}));

        assertThat(refusal.faults()).containsExactly(Fault.of("capacity.onSite", "event.api.held", 11, 12));
        assertThat(change(event, capacity(12)).capacity().onSite()).contains(12);
        assertThat(seats(event).get(0).full()).isTrue();
    }

    @Test
    void moreSeatsAreToldToTheHooksForWhoWaits() {
        var event = published(json());
        hold(event, 20, 3);

        assertThat(change(event, capacity(25)).capacity().onSite()).contains(25);

        assertThat(news).last().isEqualTo("changed 20 to 25");
        assertThat(seats(event).get(0).free()).contains(5);
    }

    @Test
    void withoutAnybodyAPublishedEventMovesAndIsCalledOff() {
        var event = published(json());

        var moved = change(event, new JsonObject().put("attendance", "online"));
        assertThat(seats(moved)).extracting(Seats::capacity).containsExactly(Optional.of(0), Optional.empty());

        assertThat(await(database.pool().withTransaction(tx -> events.cancel(tx, event.id())))
                        .cancelled())
                .isTrue();
        assertThat(refusal(tx -> events.publish(tx, event.id())).type()).isEqualTo("cancelled");
    }

    @Test
    void whatAddressesNameIsFixedOncePublished() {
        var event = published(json());
        var patch = new JsonObject().put("slug", "other-" + network.slug()).put("format", "stuurgroep");

        assertThat(faults(tx -> events.change(tx, event.id(), patch, version -> {})))
                .containsExactlyInAnyOrder("slug", "format");
    }

    @Test
    void onlyADraftIsDeleted() {
        var draft = create(json());
        var event = published(json());

        await(database.pool().withTransaction(tx -> events.delete(tx, draft.id())));

        assertThat(await(new EventStore(database.pool()).find(draft.id()))).isEmpty();
        assertThat(news).last().isEqualTo("discarded " + draft.slug());
        assertThat(refusal(tx -> events.delete(tx, event.id())).status()).isEqualTo(409);
    }

    private static JsonObject capacity(int seats) {
        return new JsonObject().put("capacity", new JsonObject().put("onSite", seats));
    }

    private JsonObject json() {
        return SampleJson.wijktafel(network);
    }

    private Event create(JsonObject json) {
        return await(database.pool().withTransaction(tx -> events.create(tx, network.organisation(), json)));
    }

    private Event published(JsonObject json) {
        var draft = create(json);
        return await(database.pool().withTransaction(tx -> events.publish(tx, draft.id())));
    }

    private Event change(Event event, JsonObject patch) {
        return await(database.pool().withTransaction(tx -> events.change(tx, event.id(), patch, version -> {})));
    }

    private Refusal refusal(Function<SqlClient, Future<?>> verb) {
        return (Refusal) awaitFailure(
                database.pool().withTransaction(tx -> verb.apply(tx).<Void>mapEmpty()));
    }

    private List<String> faults(Function<SqlClient, Future<?>> verb) {
        return refusal(verb).faults().stream().map(Fault::field).toList();
    }

    private static Event stored(Event event) {
        return await(new EventStore(database.pool()).find(event.id())).orElseThrow();
    }

    private static List<Seats> seats(Event event) {
        return await(new SeatStore(database.pool()).of(List.of(event.id()))).getOrDefault(event.id(), List.of());
    }

    /** As if the turnstile had let people in. */
    private static void hold(Event event, int held, int waiting) {
        await(database.pool()
                .query("update seats set held = %d, waiting = %d where attendance = 'on_site' and event_id = '%s'"
                        .formatted(held, waiting, event.id()))
                .execute());
    }

    private final class Remembering implements EventHook {

        @Override
        public Future<Void> published(SqlClient tx, Event event) {
            news.add("published " + event.slug());
            return Future.succeededFuture();
        }

        @Override
        public Future<Void> changed(SqlClient tx, Event before, Event after) {
            news.add("changed " + before.capacity().onSite().orElse(0) + " to "
                    + after.capacity().onSite().orElse(0));
            return Future.succeededFuture();
        }

        @Override
        public Future<Void> discarded(SqlClient tx, Event draft) {
            news.add("discarded " + draft.slug());
            return Future.succeededFuture();
        }
    }
}
