package nl.samenkomst.event;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.network.SampleNetwork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EventsTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private Planner planner;
    private Events events;

    @BeforeEach
    void aNetwork() {
        planner = new Planner(database.pool());
        events = planner.events();
    }

    @Test
    void aNewEventIsADraftWithASlugOfItsTitle() {
        var event = planner.create(planner.json());

        assertThat(event.draft()).isTrue();
        assertThat(event.slug()).startsWith("wijktafel-haven");
        assertThat(planner.stored(event)).isEqualTo(event);
        assertThat(planner.seats(event)).isEmpty();
    }

    @Test
    void aTakenSlugGetsTheDateAndThenANumber() {
        var title = planner.json().put("title", "Burendag " + planner.network().slug());
        var first = planner.create(title);

        assertThat(planner.create(title).slug()).isEqualTo(first.slug() + "-2026-12-10");
        assertThat(planner.create(title).slug()).isEqualTo(first.slug() + "-2");
        assertThat(planner.refusal(tx -> events.create(
                                tx,
                                planner.network().organisation(),
                                title.copy().put("slug", first.slug())))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        var wrong = planner.json()
                .put("title", " ")
                .put("start", "2026-12-10T19:00:00+05:00")
                .put("end", "2026-12-10T09:00:00+01:00")
                .put("attendance", "on_the_roof")
                .put("area", "elsewhere")
                .put("network", planner.network().slug())
                .put("series", "monthly")
                .put("colour", "red")
                .put("meeting", new JsonObject().put("provider", "link"));
        wrong.getJsonArray("speakers").add(new JsonObject().put("name", "See https://evil.example"));
        wrong.getJsonArray("questions")
                .add(new JsonObject().put("id", "soup").put("kind", "text").put("label", "x"));

        assertThat(planner.faults(tx -> events.create(tx, planner.network().organisation(), wrong)))
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
        assertThat(planner.faults(tx -> events.create(
                        tx, planner.network().organisation(), planner.json().put("format", "webinar"))))
                .containsExactly("attendance");
        assertThat(planner.faults(tx -> events.create(
                        tx, planner.network().organisation(), planner.json().put("format", "picnic"))))
                .containsExactly("format");
    }

    @Test
    void aSteeringGroupIsClosedUnlessTheOrganiserSaysOtherwise() {
        var json = planner.json().put("format", "stuurgroep");

        assertThat(planner.create(json).closed()).isTrue();
        assertThat(planner.create(json.put("visibility", "link")).closed()).isFalse();
    }

    @Test
    void anotherOrganisationsNetworkIsNotThere() {
        var other = SampleNetwork.in(database.pool());

        assertThat(planner.faults(tx -> events.create(tx, other.organisation(), planner.json())))
                .containsExactly("network");
    }

    @Test
    void publishingCountsTheSeatsAndTellsTheHooks() {
        var json = planner.json();
        json.getJsonObject("venue").put("floorArea", 30).put("distance", 1.5);

        var event = planner.published(json);

        assertThat(planner.stored(event).published()).isTrue();
        assertThat(event.version()).isEqualTo(2);
        assertThat(planner.seats(event)).extracting(Seats::capacity).containsExactly(Optional.of(13), Optional.empty());
        assertThat(planner.news()).containsExactly("published " + event.slug());
        assertThat(planner.run(tx -> events.publish(tx, event.id())).version()).isEqualTo(2);
    }

    @Test
    void aRoomOfWhichNobodyTellsTheSeatsIsNotPublished() {
        var event = planner.create(planner.json().put("capacity", new JsonObject().put("online", 5)));

        assertThat(planner.faults(tx -> events.publish(tx, event.id()))).containsExactly("capacity.onSite");
        assertThat(planner.stored(event).draft()).isTrue();
    }

    @Test
    void aPatchChangesWhatItNamesAndNothingElse() {
        var event = planner.create(planner.json());

        var changed =
                planner.change(event, new JsonObject().put("title", "Anders").putNull("area"));

        assertThat(changed.title()).isEqualTo("Anders");
        assertThat(changed.area()).isEmpty();
        assertThat(changed.speakers()).isEqualTo(event.speakers());
        assertThat(changed.version()).isEqualTo(2);
        assertThat(planner.stored(event)).isEqualTo(changed);
        assertThat(planner.change(event, new JsonObject().put("title", "Anders")))
                .isEqualTo(changed);
    }

    @Test
    void newQuestionsAreANewVersionAndTheOldStay() {
        var event = planner.create(planner.json());

        var changed = planner.change(event, new JsonObject().putNull("questions"));

        assertThat(changed.questionsVersion()).isEqualTo(2);
        assertThat(planner.stored(event).questions()).isEmpty();
        var kept = await(database.pool()
                .query("select id from question where event_id = '" + event.id() + "' and version = 1")
                .execute());
        assertThat(kept.size()).isEqualTo(1);
    }

    @Test
    void onlyADraftIsDeleted() {
        var draft = planner.create(planner.json());
        var event = planner.published(planner.json());

        planner.run(tx -> events.delete(tx, draft.id()));

        assertThat(await(new EventStore(database.pool()).find(draft.id()))).isEmpty();
        assertThat(planner.news()).last().isEqualTo("discarded " + draft.slug());
        assertThat(planner.refusal(tx -> events.delete(tx, event.id())).status())
                .isEqualTo(409);
    }
}
