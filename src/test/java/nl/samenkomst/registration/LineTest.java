package nl.samenkomst.registration;

import static nl.samenkomst.event.SampleEvent.START;
import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.registration.Registration.Status.CANCELLED;
import static nl.samenkomst.registration.Registration.Status.CONFIRMED;
import static nl.samenkomst.registration.Registration.Status.OFFERED;
import static nl.samenkomst.registration.Registration.Status.WAITLISTED;
import static nl.samenkomst.spi.Attendance.ONLINE;
import static nl.samenkomst.spi.Attendance.ON_SITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventChange;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who gets a seat that comes free, and how the clock changes that. */
class LineTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private Hallway hall;

    @BeforeEach
    void openTheDoor() {
        database.empty();
        hall = new Hallway(database, START.minus(Duration.ofDays(7)));
    }

    @AfterEach
    void theCountsAgree() {
        SeatsInvariant.holds(database.pool());
    }

    private Event withSeats(int onSite) {
        return SampleEvent.somewhere(database.pool()).seats(onSite).in(database.pool());
    }

    private void cancel(Registration one) {
        await(hall.registrations().cancel(one, By.SELF));
    }

    private void raise(Event event, int seats) {
        await(database.pool().withTransaction(tx -> tx.preparedQuery(
                        "update seats set capacity = $2 where event_id = $1 and attendance = 'on_site'")
                .execute(Tuple.of(event.id(), seats))
                .compose(done -> hall.registrations()
                        .changed(tx, new EventChange(event, event, START, EventChange.Part.FURTHER)))));
    }

    @Test
    void moreSeatsGoToThoseWhoWaitInTheirOrder() {
        var event = withSeats(0);
        var ada = hall.register(event, "Ada");
        var grace = hall.register(event, "Grace");
        var mary = hall.register(event, "Mary");

        raise(event, 2);

        assertThat(hall.now(ada).status()).isEqualTo(CONFIRMED);
        assertThat(hall.now(grace).status()).isEqualTo(CONFIRMED);
        assertThat(hall.now(mary).status()).isEqualTo(WAITLISTED);
        assertThat(hall.news).containsExactly("taken Ada", "taken Grace");
    }

    @Test
    void whoWantsTheOtherWayIsSwitchedInTurnAndTheirSeatGoesOn() {
        var event =
                SampleEvent.somewhere(database.pool()).seats(1).onlineSeats(1).in(database.pool());
        var ada = hall.register(event, "Ada");
        var grace = hall.entered(Hallway.wantingOther(hall.arrival(event, "Grace", ONLINE)));
        var mary = hall.register(event, "Mary", ONLINE);
        hall.news.clear();

        cancel(ada);

        assertThat(hall.now(grace).attendance()).isEqualTo(ON_SITE);
        assertThat(hall.now(grace).wants()).isEmpty();
        assertThat(hall.now(mary).status()).isEqualTo(CONFIRMED);
        assertThat(hall.news).containsExactly("freed Ada", "changed Grace", "taken Mary");
    }

    @Test
    void inTheLastTwelveHoursAFreedSeatIsOffered() {
        var event = withSeats(1);
        var ada = hall.register(event, "Ada");
        var grace = hall.register(event, "Grace");
        hall.news.clear();
        hall.moveTo(START.minus(Duration.ofHours(9)));

        cancel(ada);

        assertThat(hall.now(grace).status()).isEqualTo(OFFERED);
        assertThat(hall.now(grace).offerUntil()).contains(START.minus(Duration.ofHours(7)));
        assertThat(hall.news).containsExactly("freed Ada");
        assertThat(hall.letters()).containsExactly("waiting grace@mail.example", "offer grace@mail.example");
    }

    @Test
    void anOfferIsTakenByAccepting() {
        var event = withSeats(1);
        var ada = hall.register(event, "Ada");
        var grace = hall.register(event, "Grace");
        hall.moveTo(START.minus(Duration.ofHours(9)));
        cancel(ada);

        assertThat(await(hall.registrations().acceptOffer(grace)).status()).isEqualTo(CONFIRMED);
        assertThat(hall.news).endsWith("taken Grace");
    }

    @Test
    void aDeclinedOfferGoesToTheNext() {
        var event = withSeats(1);
        var ada = hall.register(event, "Ada");
        var grace = hall.register(event, "Grace");
        var mary = hall.register(event, "Mary");
        hall.moveTo(START.minus(Duration.ofHours(9)));
        cancel(ada);

        await(hall.registrations().declineOffer(grace));

        assertThat(hall.now(grace).status()).isEqualTo(CANCELLED);
        assertThat(hall.now(mary).status()).isEqualTo(OFFERED);
    }

    @Test
    void whoLetsAnOfferLapseGoesToTheEndOfTheLineAndTheSecondTimeOffIt() {
        var event = withSeats(1);
        var ada = hall.register(event, "Ada");
        var grace = hall.register(event, "Grace");
        var mary = hall.register(event, "Mary");
        hall.moveTo(START.minus(Duration.ofHours(11)));
        cancel(ada);

        hall.pass(Duration.ofHours(2));
        assertThat(await(hall.registrations().lapse())).isEqualTo(1);

        assertThat(hall.now(grace).status()).isEqualTo(WAITLISTED);
        assertThat(hall.now(grace).place()).isGreaterThan(mary.place());
        assertThat(hall.now(mary).status()).isEqualTo(OFFERED);
        assertThat(hall.letters())
                .contains("offer-lapsed grace@mail.example")
                .endsWith("offer-lapsed grace@mail.example");

        cancel(mary);
        assertThat(hall.now(grace).status()).isEqualTo(OFFERED);
        hall.pass(Duration.ofHours(2));
        await(hall.registrations().lapse());

        assertThat(hall.now(grace).status()).isEqualTo(CANCELLED);
        assertThat(hall.now(grace).by()).contains("no-choice");
        assertThat(hall.letters()).endsWith("no-choice grace@mail.example");
    }

    @Test
    void aLapsedOfferIsTakenOverByTheNextWhoComes() {
        var event = withSeats(1);
        var ada = hall.register(event, "Ada");
        var grace = hall.register(event, "Grace");
        hall.moveTo(START.minus(Duration.ofHours(9)));
        cancel(ada);
        hall.pass(Duration.ofHours(2));

        assertThat(hall.register(event, "Zoe").status()).isEqualTo(CONFIRMED);
        assertThat(hall.now(grace).status()).isEqualTo(WAITLISTED);
    }

    @Test
    void aLapsedOfferGoesToWhoStandsInLineBeforeWhoComes() {
        var event = withSeats(1);
        var ada = hall.register(event, "Ada");
        hall.register(event, "Grace");
        var mary = hall.register(event, "Mary");
        hall.moveTo(START.minus(Duration.ofHours(9)));
        cancel(ada);
        hall.pass(Duration.ofHours(2));

        assertThat(hall.register(event, "Zoe").status()).isEqualTo(WAITLISTED);
        assertThat(hall.now(mary).status()).isEqualTo(OFFERED);
    }

    @Test
    void whereOnlyThoseWithASeatWaitTheyAreToldAndTheFirstWhoPressesSwitches() {
        var event = withSeats(1);
        var ada = hall.register(event, "Ada");
        var grace = hall.entered(Hallway.wantingOther(hall.arrival(event, "Grace", ONLINE)));
        hall.moveTo(START.minus(Duration.ofHours(9)));

        cancel(ada);

        assertThat(hall.now(grace).attendance()).isEqualTo(ONLINE);
        assertThat(hall.letters()).containsExactly("free-seat grace@mail.example");
        assertThat(await(hall.registrations().takeSeat(grace)).attendance()).isEqualTo(ON_SITE);
    }

    @Test
    void inTheLastTwoHoursAFreedSeatIsForWhoeverPressesFirst() {
        var event = withSeats(1);
        var ada = hall.register(event, "Ada");
        var grace = hall.register(event, "Grace");
        var mary = hall.register(event, "Mary");
        hall.moveTo(START.minus(Duration.ofHours(1)));

        cancel(ada);

        assertThat(hall.now(grace).status()).isEqualTo(WAITLISTED);
        assertThat(hall.letters()).endsWith("free-seat grace@mail.example", "free-seat mary@mail.example");
        assertThat(await(hall.registrations().takeSeat(mary)).status()).isEqualTo(CONFIRMED);
    }

    @Test
    void inTheLastTwoHoursWhoIsNewIsEqualToWhoWaits() {
        var event = withSeats(1);
        var ada = hall.register(event, "Ada");
        hall.register(event, "Grace");
        hall.moveTo(START.minus(Duration.ofHours(1)));
        cancel(ada);

        assertThat(hall.register(event, "Zoe").status()).isEqualTo(CONFIRMED);
    }

    @Test
    void afterTheStartNobodyIsMovedAnyMore() {
        var event = withSeats(1);
        var ada = hall.register(event, "Ada");
        var grace = hall.register(event, "Grace");
        hall.moveTo(START);

        cancel(ada);

        assertThat(hall.now(grace).status()).isEqualTo(WAITLISTED);
        assertThat(hall.letters()).containsExactly("waiting grace@mail.example");
    }
}
