package nl.samenkomst.registration;

import static nl.samenkomst.event.SampleEvent.START;
import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.kit.db.Awaiting.awaitFailure;
import static nl.samenkomst.registration.Registration.Status.CONFIRMED;
import static nl.samenkomst.registration.Registration.Status.WAITLISTED;
import static nl.samenkomst.spi.Attendance.ONLINE;
import static nl.samenkomst.spi.Attendance.ON_SITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.rule.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a person does on their own page. */
class MovesTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private Hallway hall;
    private Registrations registrations;

    @BeforeEach
    void openTheDoor() {
        database.empty();
        hall = new Hallway(database, START.minus(Duration.ofDays(7)));
        registrations = hall.registrations();
    }

    @AfterEach
    void theCountsAgree() {
        SeatsInvariant.holds(database.pool());
    }

    private Event withSeats(int onSite) {
        return SampleEvent.somewhere(database.pool()).seats(onSite).in(database.pool());
    }

    private Event withSeats(int onSite, int online) {
        return SampleEvent.somewhere(database.pool())
                .seats(onSite)
                .onlineSeats(online)
                .in(database.pool());
    }

    @Test
    void undoBringsBackTheSeatThatIsStillFree() {
        var ada = hall.register(withSeats(1), "Ada");
        await(registrations.cancel(ada, By.SELF));

        var back = await(registrations.undo(ada));

        assertThat(back.status()).isEqualTo(CONFIRMED);
        assertThat(back.place()).isEqualTo(ada.place());
        assertThat(hall.news).containsExactly("taken Ada", "freed Ada", "taken Ada");
    }

    @Test
    void whereTheSeatIsGoneUndoStandsAtTheHeadOfTheLine() {
        var event = withSeats(1);
        var ada = hall.register(event, "Ada");
        var grace = hall.register(event, "Grace");
        var mary = hall.register(event, "Mary");
        await(registrations.cancel(ada, By.SELF));

        assertThat(await(registrations.undo(ada)).status()).isEqualTo(WAITLISTED);
        await(registrations.cancel(grace, By.SELF));

        assertThat(hall.now(ada).status()).isEqualTo(CONFIRMED);
        assertThat(hall.now(mary).status()).isEqualTo(WAITLISTED);
    }

    @Test
    void whoWasTakenOffByTheOrganiserCannotUndoIt() {
        var ada = hall.register(withSeats(1), "Ada");
        await(registrations.cancel(ada, By.ORGANISER));

        assertRefused(registrations.undo(ada), "not-undoable");
    }

    @Test
    void afterTheStartThereIsNoUndo() {
        var ada = hall.register(withSeats(1), "Ada");
        await(registrations.cancel(ada, By.SELF));
        hall.moveTo(START);

        assertRefused(registrations.undo(ada), "past");
    }

    @Test
    void undoWithoutAWaitingListNeedsAFreeSeat() {
        var event = SampleEvent.somewhere(database.pool())
                .seats(1)
                .withoutWaitlist()
                .in(database.pool());
        var ada = hall.register(event, "Ada");
        await(registrations.cancel(ada, By.SELF));
        hall.register(event, "Grace");

        assertRefused(registrations.undo(ada), "full");
    }

    @Test
    void switchingFreesOneSeatAndTakesTheOther() {
        var event = withSeats(1);
        var ada = hall.register(event, "Ada");
        var grace = hall.register(event, "Grace");

        var moved = await(registrations.switchTo(ada, ONLINE));

        assertThat(moved.attendance()).isEqualTo(ONLINE);
        assertThat(hall.now(grace).status()).isEqualTo(CONFIRMED);
        assertThat(hall.news).containsExactly("taken Ada", "changed Ada", "taken Grace");
    }

    @Test
    void whereTheOtherWayIsFullTheSeatIsKeptAndTheOtherWaitedFor() {
        var event = withSeats(1);
        hall.register(event, "Ada");
        var grace = hall.register(event, "Grace", ONLINE);

        var waiting = await(registrations.switchTo(grace, ON_SITE));

        assertThat(waiting.attendance()).isEqualTo(ONLINE);
        assertThat(waiting.wants()).contains(ON_SITE);
        assertThat(hall.letters()).containsExactly("wants grace@mail.example");
        assertThat(await(registrations.before(waiting))).contains(0);

        assertThat(await(registrations.wantNot(grace)).wants()).isEmpty();
    }

    @Test
    void whoWaitsTakesAnOnlineSeatAndKeepsTheirPlaceInLine() {
        var event = withSeats(1);
        var ada = hall.register(event, "Ada");
        var grace = hall.register(event, "Grace");
        var mary = hall.register(event, "Mary");

        var online = await(registrations.switchTo(grace, ONLINE));
        assertThat(online.status()).isEqualTo(CONFIRMED);
        assertThat(online.wants()).contains(ON_SITE);
        assertThat(online.place()).isEqualTo(grace.place());

        await(registrations.cancel(ada, By.SELF));
        assertThat(hall.now(grace).attendance()).isEqualTo(ON_SITE);
        assertThat(hall.now(mary).status()).isEqualTo(WAITLISTED);
    }

    @Test
    void whoWaitsMayWaitForTheOtherWayInstead() {
        var event = withSeats(0, 0);
        var ada = hall.register(event, "Ada");

        var moved = await(registrations.switchTo(ada, ONLINE));

        assertThat(moved.status()).isEqualTo(WAITLISTED);
        assertThat(moved.attendance()).isEqualTo(ONLINE);
    }

    @Test
    void anOfferThatRanOutCannotBeAccepted() {
        var event = withSeats(1);
        var ada = hall.register(event, "Ada");
        var grace = hall.register(event, "Grace");
        hall.register(event, "Mary");
        hall.moveTo(START.minus(Duration.ofHours(9)));
        await(registrations.cancel(ada, By.SELF));
        hall.pass(Duration.ofHours(2));

        assertRefused(registrations.acceptOffer(grace), "offer-over");
    }

    @Test
    void answersAreToldAnew() {
        var ada = hall.register(withSeats(1), "Ada");
        var details = new Arrival.Details(
                "Ada L.",
                Optional.of("De Schoor"),
                Optional.of("informal"),
                Optional.empty(),
                "en",
                2,
                new JsonObject().put("soup", true));

        var told = await(registrations.tell(ada, details));

        assertThat(told.name()).contains("Ada L.");
        assertThat(told.answers().getBoolean("soup")).isTrue();
        assertThat(told.version()).isEqualTo(ada.version() + 1);
    }

    @Test
    void erasingForgetsThePersonAndFreesTheSeat() {
        var event = withSeats(1);
        var ada = hall.register(event, "Ada");
        var grace = hall.register(event, "Grace");

        await(registrations.erase(ada));

        var gone = hall.now(ada);
        assertThat(gone.by()).contains("erased");
        assertThat(gone.email()).isEmpty();
        assertThat(gone.name()).isEmpty();
        assertThat(gone.answers().isEmpty()).isTrue();
        assertThat(hall.now(grace).status()).isEqualTo(CONFIRMED);
        assertThat(hall.register(event, "Ada").id()).isNotEqualTo(ada.id());
    }

    private static void assertRefused(Future<?> verb, String type) {
        assertThat(awaitFailure(verb)).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.type())
                .isEqualTo(type));
    }

    @Test
    void noAddressOfWhoIsErasedStaysInTheOutbox() {
        var event = withSeats(0);
        var ada = hall.register(event, "Ada");
        hall.arrive(hall.arrival(event, "Ada", ON_SITE));

        await(registrations.erase(ada));

        var left = await(database.pool()
                .query("select count(*) from outbox where recipient is not null or state = 'waiting'")
                .execute());
        assertThat(left.iterator().next().getLong(0)).isZero();
    }
}
