package nl.samenkomst.event;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.event.Event.Visibility;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Paging;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.SampleNetwork;
import nl.samenkomst.spi.Attendance;
import nl.samenkomst.spi.Gathering;
import nl.samenkomst.spi.Question;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EventStoreTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final Instant NOW = SampleEvent.START.minusSeconds(86_400);
    private static final Question SOUP =
            new Question("soup", Question.Kind.ONE_OF, "Welke soep?", true, List.of("tomaat", "linzen"));
    private static final Question WISH = new Question("wish", Question.Kind.TEXT, "Uw wens?", false, List.of());

    private EventStore store;
    private Network network;

    @BeforeEach
    void aNetwork() {
        store = new EventStore(database.pool());
        network = SampleNetwork.in(database.pool());
    }

    @Test
    void anEventComesBackWholeByIdAndBySlug() {
        var event = sample().area(network.areas().get(0).id())
                .programme(SampleNetwork.programme(database.pool(), network).id())
                .questions(WISH, SOUP)
                .in(database.pool());

        assertThat(await(store.find(event.id()))).contains(event);
        assertThat(await(store.bySlug(event.slug()))).contains(event);
        assertThat(await(store.all(List.of(event.id(), UUID.randomUUID())))).containsExactly(event);
        assertThat(await(store.bySlug("nowhere"))).isEmpty();
    }

    @Test
    void anEventWithoutTheOptionalPartsComesBackToo() {
        var event = sample().attendance(Gathering.ONLINE).in(database.pool());

        assertThat(await(store.find(event.id()))).contains(event);
        assertThat(event.venue()).isEmpty();
    }

    @Test
    void onlyTheQuestionsOfThePresentVersionAreRead() {
        var event = sample().questions(SOUP).in(database.pool());
        await(database.pool().query("""
                insert into question (event_id, version, id, position, kind, label, required)
                values ('%s', 2, 'later', 1, 'text', 'Later', false)
                """.formatted(event.id())).execute());

        assertThat(await(store.find(event.id())).orElseThrow().questions()).containsExactly(SOUP);
    }

    @Test
    void publicListsShowNoDraftsNoLinkedAndNoClosedOnes() {
        var shown = sample().in(database.pool());
        sample().draft().in(database.pool());
        sample().visibility(Visibility.LINK).in(database.pool());
        sample().visibility(Visibility.CLOSED).in(database.pool());

        assertThat(list(EventFilter.publicly().in(network.id()))).containsExactly(shown);
        assertThat(list(EventFilter.of(network.organisation()))).hasSize(4);
    }

    @Test
    void aFilterLetsThroughWhatItNames() {
        var haven = network.areas().get(0).id();
        var early = sample().area(haven).in(database.pool());
        var late = sample().format("webinar")
                .start(SampleEvent.START.plusSeconds(86_400))
                .in(database.pool());
        var all = EventFilter.publicly().in(network.id());

        assertThat(list(all.inArea(haven))).containsExactly(early);
        assertThat(list(all.ofFormat("webinar"))).containsExactly(late);
        assertThat(list(all.from(early.end()))).containsExactly(late);
        assertThat(list(all.to(late.start()))).containsExactly(early);
        assertThat(list(all.latestFirst(true))).containsExactly(late, early);
        assertThat(list(all.in(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void whatIsPublishedAndOverIsHeld() {
        var past = sample().start(NOW.minusSeconds(86_400)).in(database.pool());
        var coming = sample().in(database.pool());
        var all = EventFilter.publicly().in(network.id());

        assertThat(list(all.withStatus("held"))).containsExactly(past);
        assertThat(list(all.withStatus("published"))).containsExactly(coming);
    }

    @Test
    void partsOfAListFollowOneAnotherWithoutGapOrRepeat() {
        var made = new ArrayList<Event>();
        for (int i = 0; i < 5; i++) {
            made.add(sample().in(database.pool()));
        }
        var filter = EventFilter.publicly().in(network.id());
        var seen = new ArrayList<Event>();
        var next = Optional.<String>empty();
        do {
            var part = await(store.list(filter, new Paging(2, next.map(EventStoreTest::key)), NOW));
            seen.addAll(part.items());
            next = part.next();
        } while (next.isPresent());

        assertThat(seen).hasSize(5).containsExactlyInAnyOrderElementsOf(made);
    }

    @Test
    void anAfterThatIsNotOursIsRefused() {
        var foreign = new Paging(2, Optional.of(List.of("yesterday")));

        assertThatThrownBy(() -> store.list(EventFilter.publicly(), foreign, NOW))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void seatsAreReadOnSiteFirstAndDraftsHaveNone() {
        var event = sample().seats(12).in(database.pool());
        var draft = sample().draft().in(database.pool());

        var seats = await(new SeatStore(database.pool()).of(List.of(event.id(), draft.id())));

        assertThat(seats).containsOnlyKeys(event.id());
        assertThat(seats.get(event.id()))
                .containsExactly(
                        new Seats(event.id(), Attendance.ON_SITE, Optional.of(12), 0, 0),
                        new Seats(event.id(), Attendance.ONLINE, Optional.empty(), 0, 0));
    }

    private SampleEvent sample() {
        return SampleEvent.of(network);
    }

    private List<Event> list(EventFilter filter) {
        return await(store.list(filter, Paging.first(50), NOW)).items();
    }

    private static List<String> key(String next) {
        return List.of(new String(java.util.Base64.getUrlDecoder().decode(next)).split("\n"));
    }
}
