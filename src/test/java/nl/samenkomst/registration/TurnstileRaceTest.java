package nl.samenkomst.registration;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static nl.samenkomst.event.SampleEvent.START;
import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.spi.Attendance.ON_SITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.Database;
import nl.samenkomst.kit.db.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two nodes on one database, and people who do not wait for one another. */
class TurnstileRaceTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private Database second;
    private List<Hallway> nodes;

    @BeforeEach
    void startTwoNodes() {
        database.empty();
        second = Database.open(database.vertx(), database.url(), 10);
        var now = START.minus(Duration.ofDays(7));
        nodes = List.of(new Hallway(database, now), new Hallway(database, second.pool(), now));
    }

    @AfterEach
    void theCountsAgree() {
        await(second.close());
        SeatsInvariant.holds(database.pool());
    }

    private Event withSeats(int onSite) {
        return SampleEvent.somewhere(database.pool()).seats(onSite).in(database.pool());
    }

    private Future<Outcome> enter(int number, Arrival arrival) {
        return nodes.get(number % 2).registrations().register(arrival);
    }

    private static <T> List<T> all(List<Future<T>> futures) {
        return await(Future.all(futures).map(done -> done.<T>list()));
    }

    private static Map<String, Long> statuses(List<Outcome> outcomes) {
        return outcomes.stream()
                .collect(groupingBy(
                        one -> one instanceof Outcome.Registered in
                                ? in.registration().status().code()
                                : one.getClass().getSimpleName(),
                        counting()));
    }

    @Test
    void fiveHundredWhoComeAtOnceGetFiftySeats() {
        var event = withSeats(50);
        var coming = new ArrayList<Future<Outcome>>();
        for (int i = 0; i < 500; i++) {
            coming.add(enter(i, nodes.get(0).arrival(event, "p" + i, ON_SITE)));
        }

        assertThat(statuses(all(coming))).isEqualTo(Map.of("confirmed", 50L, "waitlisted", 100L, "Refused", 350L));
    }

    @Test
    void oneAddressThatComesTwentyTimesGetsOneSeat() {
        var event = withSeats(50);
        var coming = new ArrayList<Future<Outcome>>();
        for (int i = 0; i < 20; i++) {
            coming.add(enter(i, nodes.get(0).arrival(event, "Ada", ON_SITE)));
        }

        assertThat(statuses(all(coming))).isEqualTo(Map.of("confirmed", 1L, "Known", 19L));
    }

    @Test
    void oneFormThatIsSentTwentyTimesIsAnsweredAlike() {
        var event = withSeats(50);
        var coming = new ArrayList<Future<Outcome>>();
        for (int i = 0; i < 20; i++) {
            coming.add(enter(i, Hallway.request(nodes.get(0).arrival(event, "Ada", ON_SITE), "nonce", "body")));
        }

        assertThat(statuses(all(coming))).isEqualTo(Map.of("confirmed", 1L, "Repeated", 19L));
        assertThat(nodes.get(0).letters()).isEmpty();
    }

    @Test
    void whoComeAndGoAtOnceLeaveNoSeatTwiceGivenAndNoneEmptyBesideALine() {
        var event = withSeats(10);
        var seated = new ArrayList<Registration>();
        for (int i = 0; i < 30; i++) {
            seated.add(nodes.get(0).register(event, "first" + i));
        }

        var moving = new ArrayList<Future<Registration>>();
        var coming = new ArrayList<Future<Outcome>>();
        for (int i = 0; i < 30; i++) {
            var verbs = nodes.get(i % 2).registrations();
            moving.add(
                    i % 3 == 0
                            ? verbs.switchTo(
                                    seated.get(i), seated.get(i).attendance().other())
                            : verbs.cancel(seated.get(i), By.SELF));
            coming.add(enter(i + 1, nodes.get(0).arrival(event, "second" + i, ON_SITE)));
        }
        all(moving);
        all(coming);

        var free = await(database.pool()
                .query("select capacity - held as free, waiting from seats where attendance = 'on_site'")
                .execute()
                .map(rows -> rows.iterator().next()));
        assertThat(free.getInteger("free") == 0 || free.getInteger("waiting") == 0)
                .isTrue();
    }

    @Test
    void theFaultOfOneIsNotPaidByTheOthers() {
        var event = withSeats(50);
        var coming = new ArrayList<Future<Outcome>>();
        for (int i = 0; i < 20; i++) {
            var arrival = nodes.get(0).arrival(event, "p" + i, ON_SITE);
            coming.add(nodes.get(0).registrations().register(i == 13 ? fromNowhere(arrival) : arrival));
        }

        var outcomes = await(Future.join(coming).transform(done -> Future.succeededFuture(coming)));

        assertThat(outcomes).filteredOn(Future::failed).hasSize(1);
        assertThat(outcomes.get(13).failed()).isTrue();
    }

    /** From an area that does not exist, which the database refuses. */
    private static Arrival fromNowhere(Arrival one) {
        var told = one.details();
        return new Arrival(
                one.id(),
                one.organisation(),
                one.event(),
                one.email(),
                false,
                new Arrival.Details(
                        told.name(),
                        told.organisationName(),
                        told.sector(),
                        java.util.Optional.of(UUID.randomUUID()),
                        told.language(),
                        told.questionsVersion(),
                        told.answers()),
                one.attendance(),
                false,
                false,
                one.request());
    }
}
