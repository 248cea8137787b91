package nl.samenkomst.recap;

import static java.time.ZoneOffset.UTC;
import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.SampleNetwork;
import nl.samenkomst.spi.Attendance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is counted of a gathering when it was held, and that it stays. */
class TallyTest {

    private static final int YEAR = 2026;
    private static final Duration A_DAY = Duration.ofDays(1);

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    Network network;
    Event event;
    Guests guests;

    @BeforeEach
    void aGathering() {
        database.empty();
        network = SampleNetwork.in(database.pool());
        event = SampleEvent.of(network).area(network.areas().get(0).id()).in(database.pool());
        guests = new Guests(database.pool(), event);
    }

    @Test
    void nothingIsCountedBeforeTheEnd() {
        guests.seated("ada", "formal", "Elaa");

        counted(event.end().minusSeconds(1));

        assertThat(await(tallies().of(event.id()))).isEmpty();
        assertThat(reach().isEmpty()).isTrue();
    }

    @Test
    void allWhoHadASeatCameWhereNobodysPresenceWasNoted() {
        guests.seated("ada", "formal", "Elaa");
        guests.seated("bo", "informal", " elaa ");
        guests.come("cas", "informal", "De Schoor", "confirmed", "online", "unknown");
        guests.come("dee", "formal", "GGD", "waitlisted", "on_site", "unknown");
        guests.come("els", "formal", "GGD", "cancelled", "on_site", "unknown");

        counted(event.end());

        assertThat(tally())
                .isEqualTo(new Tally(
                        3, Map.of(Attendance.ON_SITE, 2, Attendance.ONLINE, 1), Map.of("formal", 1, "informal", 2), 2));
        assertThat(reach().of("")).isEqualTo(new Reach.Count(3, 2));
        assertThat(reach().of("informal")).isEqualTo(new Reach.Count(2, 2));
        assertThat(reach().of("medical")).isEqualTo(new Reach.Count(0, 0));
    }

    @Test
    void aListAtTheDoorSaysNothingOfWhoJoinedOnline() {
        guests.noted(guests.seated("ada", "formal", "Elaa"), "present");
        guests.seated("bo", "formal", "De Schoor");
        guests.come("cem", "informal", "Buren", "confirmed", "online", "unknown");
        counted(event.end());

        assertThat(tally().people()).isEqualTo(2);
        assertThat(tally().organisations()).isEqualTo(2);
        assertThat(reach().of("")).isEqualTo(new Reach.Count(2, 2));
    }

    @Test
    void presenceThatIsFilledInLaterIsCountedForAWeek() {
        var ada = guests.seated("ada", "formal", "Elaa");
        var bo = guests.seated("bo", "formal", "De Schoor");
        counted(event.end());
        assertThat(tally().people()).isEqualTo(2);

        guests.noted(ada, "present");
        counted(event.end().plus(A_DAY));

        assertThat(tally().people()).isEqualTo(1);
        assertThat(tally().organisations()).isEqualTo(1);
        assertThat(reach().of("")).isEqualTo(new Reach.Count(1, 1));

        counted(event.end().plus(CountingStore.OPEN));
        guests.noted(bo, "present");
        counted(event.end().plus(CountingStore.OPEN).plus(A_DAY));

        assertThat(tally().people()).isEqualTo(1);
    }

    @Test
    void whoErasesThemselvesAfterwardsWasThereAllTheSame() {
        var ada = guests.seated("ada", "formal", "Elaa");
        guests.seated("bo", "formal", "De Schoor");
        counted(event.end());

        guests.erased(ada, event.end().plusSeconds(3600));
        counted(event.end().plus(A_DAY));
        counted(event.end().plus(A_DAY).plus(A_DAY));

        assertThat(tally()).isEqualTo(new Tally(2, Map.of(Attendance.ON_SITE, 2), Map.of("formal", 2), 2));
    }

    @Test
    void whoHadNoSeatIsNotCountedByErasingThemselves() {
        guests.seated("ada", "formal", "Elaa");
        var bo = guests.come("bo", "formal", "GGD", "waitlisted", "on_site", "unknown");
        var cas = guests.come("cas", "formal", "GGD", "cancelled", "on_site", "unknown");
        counted(event.end());

        guests.erased(bo, event.end().plusSeconds(60));
        guests.erased(cas, event.end().plusSeconds(60));
        counted(event.end().plus(A_DAY));

        assertThat(tally().people()).isEqualTo(1);
    }

    @Test
    void whoWasNotedAsPresentCountsThoughTheyErasedThemselvesBeforeTheFirstCount() {
        var ada = guests.seated("ada", "formal", "Elaa");
        var bo = guests.seated("bo", "formal", "Elaa");
        guests.noted(ada, "present");
        guests.noted(bo, "absent");
        guests.erased(ada, event.end().plusSeconds(1));

        counted(event.end().plusSeconds(30));

        assertThat(tally().people()).isEqualTo(1);
    }

    @Test
    void aPersonIsCountedOnceAYearAndOncePerSector() {
        var other = new Guests(
                database.pool(),
                SampleEvent.of(network).start(SampleEvent.START.minus(A_DAY)).in(database.pool()));
        guests.seated("ada", "formal", "Elaa");
        other.seated("ada", "formal", "ELAA");
        other.seated("bo", "medical", "Praktijk");

        counted(event.end());

        assertThat(reach().of("")).isEqualTo(new Reach.Count(2, 2));
        assertThat(reach().of("formal")).isEqualTo(new Reach.Count(1, 1));
    }

    @Test
    void whatTheYearReachedStaysWhenAllPersonsAreAnonymised() {
        guests.seated("ada", "formal", "Elaa");
        guests.seated("bo", "informal", "De Schoor");
        var settled = event.end().plus(CountingStore.OPEN);
        counted(event.end());
        counted(settled);
        Guests.anonymised(database.pool());
        var next = SampleEvent.of(network).start(settled.plus(A_DAY)).in(database.pool());
        new Guests(database.pool(), next).seated("cas", "formal", "Elaa");

        counted(next.end());

        assertThat(tally().people()).isEqualTo(2);
        assertThat(tally().organisations()).isEqualTo(2);
        assertThat(reach().of("")).isEqualTo(new Reach.Count(2, 2));
    }

    @Test
    void whoIsErasedOrKnownNoMoreWithinTheWeekStillCountsAndWhoProvedAbsentDoesNot() {
        var ada = guests.seated("ada", "formal", "Elaa");
        var bo = guests.seated("bo", "informal", "De Schoor");
        guests.seated("cas", "informal", "Praktijk");
        counted(event.end());
        guests.erased(ada, event.end().plusSeconds(60));
        counted(event.end().plus(A_DAY));
        assertThat(reach().of("")).isEqualTo(new Reach.Count(3, 3));
        assertThat(reach().of("formal")).isEqualTo(new Reach.Count(1, 1));

        guests.seated("dee", "medical", "Praktijk");
        counted(event.end().plus(A_DAY).plusSeconds(3600));
        assertThat(reach().of("medical").people()).isEqualTo(1);

        guests.noted(bo, "present");
        counted(event.end().plus(A_DAY).plus(A_DAY));
        assertThat(reach().of("medical")).isEqualTo(new Reach.Count(0, 0));
        assertThat(reach().of("informal")).isEqualTo(new Reach.Count(1, 1));
        var before = reach();
        int organisations = tally().organisations();

        Guests.anonymised(database.pool());
        counted(event.end().plus(CountingStore.OPEN));

        assertThat(reach()).isEqualTo(before);
        assertThat(tally().organisations()).isEqualTo(organisations);
    }

    @Test
    void whatWasCalledOffOrNeverAnnouncedIsNotCounted() {
        var off = SampleEvent.of(network).cancelled().in(database.pool());
        var draft = SampleEvent.of(network).draft().in(database.pool());

        counted(event.end());

        assertThat(await(tallies().of(List.of(off.id(), draft.id())))).isEmpty();
    }

    @Test
    void manyNodesCountTheSameAtOnce() {
        IntStream.range(0, 30).forEach(at -> guests.seated("p" + at, "formal", "Elaa " + at));
        IntStream.range(0, 250).forEach(at -> SampleEvent.of(network)
                .start(event.start().minusSeconds(3600L * at))
                .in(database.pool()));
        var job = TallyJob.of(database.pool(), Clock.fixed(event.end(), UTC));

        await(Future.all(IntStream.range(0, 4).mapToObj(node -> job.run().get()).toList()));

        assertThat(tally().people()).isEqualTo(30);
        assertThat(reach().of("").people()).isEqualTo(30);
        assertThat(await(database.pool()
                                .query("select count(*)::int from tallied")
                                .execute())
                        .iterator()
                        .next()
                        .getInteger(0))
                .isEqualTo(251);
    }

    private void counted(Instant now) {
        Guests.counted(database.pool(), now);
    }

    private TallyStore tallies() {
        return new TallyStore(database.pool());
    }

    private Tally tally() {
        return await(tallies().of(event.id())).orElseThrow();
    }

    private Reach reach() {
        return await(new ReachStore(database.pool()).of(network.id(), YEAR));
    }
}
