package nl.samenkomst.registration;

import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.registration.Registration.Status.CANCELLED;
import static nl.samenkomst.registration.Registration.Status.CONFIRMED;
import static nl.samenkomst.registration.Registration.Status.WAITLISTED;
import static nl.samenkomst.spi.Attendance.ONLINE;
import static nl.samenkomst.spi.Attendance.ON_SITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.spi.Gathering;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RegisteringTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private Hallway hall;

    @BeforeEach
    void openTheDoor() {
        database.empty();
        hall = new Hallway(database, SampleEvent.START.minus(Duration.ofDays(7)));
    }

    @AfterEach
    void theCountsAgree() {
        SeatsInvariant.holds(database.pool());
    }

    private SampleEvent anEvent() {
        return SampleEvent.somewhere(database.pool());
    }

    private Event withSeats(int onSite) {
        return anEvent().seats(onSite).in(database.pool());
    }

    @Test
    void theLastSeatGoesToTheFirstAndTheNextOneWaits() {
        var event = withSeats(1);

        assertThat(hall.register(event, "Ada").status()).isEqualTo(CONFIRMED);
        assertThat(hall.register(event, "Grace").status()).isEqualTo(WAITLISTED);
        assertThat(hall.news).containsExactly("taken Ada");
        assertThat(hall.letters()).containsExactly("waiting grace@mail.example");
    }

    @Test
    void whoWaitsIsToldWhereInTheLine() {
        var event = withSeats(0);
        hall.register(event, "Ada");

        var outcome = hall.arrive(hall.arrival(event, "Grace", ON_SITE));

        assertThat(outcome.answerOrRefusal())
                .isEqualTo(new Answer(WAITLISTED, ON_SITE, Optional.empty(), Optional.of(2)));
    }

    @Test
    void whereThereIsNoLimitNobodyWaits() {
        var event = withSeats(0);

        assertThat(hall.register(event, "Ada", ONLINE).status()).isEqualTo(CONFIRMED);
    }

    @Test
    void aKnownAddressChangesNothingAndItsHolderIsWrittenTo() {
        var event = withSeats(2);
        var ada = hall.register(event, "Ada");

        var again = hall.arrive(hall.arrival(event, "ADA", ONLINE));

        assertThat(again)
                .isEqualTo(new Outcome.Known(new Answer(CONFIRMED, ONLINE, Optional.empty(), Optional.empty())));
        assertThat(hall.now(ada)).isEqualTo(ada);
        assertThat(hall.letters()).containsExactly("already-registered ada@mail.example");
    }

    @Test
    void aKnownAddressIsAnsweredWhatANewcomerWouldBe() {
        var event = withSeats(1);
        hall.register(event, "Ada");

        var again = hall.arrive(hall.arrival(event, "Ada", ON_SITE));

        assertThat(again.answerOrRefusal().status()).isEqualTo(WAITLISTED);
    }

    @Test
    void whoHadCancelledIsANewcomerUnderTheSameRegistration() {
        var event = withSeats(1);
        var ada = hall.register(event, "Ada");
        await(hall.registrations().cancel(ada, By.SELF));
        hall.register(event, "Grace");

        var back = hall.register(event, "Ada");

        assertThat(back.id()).isEqualTo(ada.id());
        assertThat(back.status()).isEqualTo(WAITLISTED);
        assertThat(back.place()).isGreaterThan(ada.place());
        assertThat(back.by()).isEmpty();
        assertThat(back.version()).isGreaterThan(ada.version());
    }

    @Test
    void aColleagueMayShareAnAddress() {
        var event = withSeats(2);
        var ada = hall.register(event, "Ada");

        var colleague = hall.entered(Hallway.shared(hall.arrival(event, "Ada", ON_SITE)));

        assertThat(colleague.id()).isNotEqualTo(ada.id());
        assertThat(colleague.status()).isEqualTo(CONFIRMED);
    }

    @Test
    void theSameFormSentAgainRepeatsItsFirstAnswer() {
        var event = withSeats(1);
        var first = hall.arrive(Hallway.request(hall.arrival(event, "Ada", ON_SITE), "nonce", "body"));

        var again = hall.arrive(Hallway.request(hall.arrival(event, "Ada", ON_SITE), "nonce", "body"));
        var other = hall.arrive(Hallway.request(hall.arrival(event, "Ada", ON_SITE), "nonce", "else"));

        assertThat(again).isEqualTo(new Outcome.Repeated(first.answerOrRefusal()));
        assertThat(other).isEqualTo(new Outcome.Refused(Outcome.Why.OTHER_BODY));
        assertThat(hall.letters()).isEmpty();
    }

    @Test
    void theSameFormFromAKnownAddressRepeatsItsFirstAnswerToo() {
        var event = withSeats(2);
        hall.register(event, "Ada");
        var first = hall.arrive(Hallway.request(hall.arrival(event, "Ada", ON_SITE), "nonce", "body"));
        hall.register(event, "Grace");

        var again = hall.arrive(Hallway.request(hall.arrival(event, "Ada", ON_SITE), "nonce", "body"));

        assertThat(again).isEqualTo(new Outcome.Repeated(first.answerOrRefusal()));
        assertThat(hall.letters()).containsExactly("already-registered ada@mail.example");
    }

    @Test
    void onSiteFullAnOnlineSeatIsTakenAndThePlaceInLineKept() {
        var event = withSeats(0);

        var ada = hall.entered(Hallway.wantingOther(hall.arrival(event, "Ada", ONLINE)));

        assertThat(ada.status()).isEqualTo(CONFIRMED);
        assertThat(ada.attendance()).isEqualTo(ONLINE);
        assertThat(ada.wants()).contains(ON_SITE);
    }

    @Test
    void whoWantsAWayThatTurnsOutToBeFreeGetsIt() {
        var event = withSeats(1);

        var ada = hall.entered(Hallway.wantingOther(hall.arrival(event, "Ada", ONLINE)));

        assertThat(ada.attendance()).isEqualTo(ON_SITE);
        assertThat(ada.wants()).isEmpty();
    }

    @Test
    void whoWantsTheOtherWayWithoutASeatInHandWaitsForTheirOwn() {
        var event = anEvent().seats(0).onlineSeats(0).in(database.pool());

        var ada = hall.entered(Hallway.wantingOther(hall.arrival(event, "Ada", ONLINE)));

        assertThat(ada.status()).isEqualTo(WAITLISTED);
        assertThat(ada.attendance()).isEqualTo(ONLINE);
        assertThat(ada.wants()).isEmpty();
    }

    @Test
    void withoutAWaitingListFullIsFull() {
        var event = anEvent().seats(0).withoutWaitlist().in(database.pool());

        assertRefused(event, Outcome.Why.FULL);
    }

    @Test
    void aWaitingListHasABound() {
        var event = withSeats(0);
        for (int i = 0; i < 50; i++) {
            hall.register(event, "p" + i);
        }

        assertRefused(event, Outcome.Why.FULL);
    }

    @Test
    void eachStateOfAnEventHasItsOwnRefusal() {
        assertRefused(anEvent().registrationClosed().in(database.pool()), Outcome.Why.CLOSED);
        assertRefused(anEvent().cancelled().in(database.pool()), Outcome.Why.CANCELLED);
        assertRefused(anEvent().draft().in(database.pool()), Outcome.Why.ABSENT);
        assertRefused(anEvent().event(), Outcome.Why.ABSENT);
        assertRefused(anEvent().attendance(Gathering.ONLINE).in(database.pool()), Outcome.Why.NO_SUCH_WAY);
        assertRefused(
                anEvent().start(SampleEvent.START.minus(Duration.ofDays(7))).in(database.pool()), Outcome.Why.PAST);
    }

    @Test
    void aClosedEventTakesInviteesOnly() {
        var event = anEvent().visibility(Event.Visibility.CLOSED).in(database.pool());

        assertRefused(event, Outcome.Why.BY_INVITATION);
        assertThat(hall.arrive(Hallway.admitted(hall.arrival(event, "Ada", ON_SITE))))
                .isInstanceOf(Outcome.Registered.class);
    }

    @Test
    void aFreedSeatGoesToTheFirstInLine() {
        var event = withSeats(1);
        var ada = hall.register(event, "Ada");
        var grace = hall.register(event, "Grace");
        var mary = hall.register(event, "Mary");
        hall.news.clear();

        var gone = await(hall.registrations().cancel(ada, By.SELF));

        assertThat(gone.status()).isEqualTo(CANCELLED);
        assertThat(hall.now(grace).status()).isEqualTo(CONFIRMED);
        assertThat(hall.now(mary).status()).isEqualTo(WAITLISTED);
        assertThat(hall.news).containsExactly("freed Ada", "taken Grace");
    }

    private void assertRefused(Event event, Outcome.Why why) {
        assertThat(hall.arrive(hall.arrival(event, "Zoe", ON_SITE))).isEqualTo(new Outcome.Refused(why));
    }
}
