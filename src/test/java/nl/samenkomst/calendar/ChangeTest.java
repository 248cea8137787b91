package nl.samenkomst.calendar;

import static nl.samenkomst.calendar.ChangeHouse.hall;
import static nl.samenkomst.calendar.ChangeHouse.link;
import static nl.samenkomst.calendar.ChangeHouse.time;
import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.spi.Attendance.ONLINE;
import static nl.samenkomst.spi.Attendance.ON_SITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.registration.By;
import nl.samenkomst.registration.Registration;
import nl.samenkomst.registration.SeatsInvariant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A change of an event is told to exactly those whose calendar is no longer right by it, once for a run of edits. */
class ChangeTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final Duration RUN = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private ChangeHouse house;
    private Event event;
    private Registration ada;
    private Registration grace;

    /** Ada sits in the room, Grace is online, Mary waits for the room. */
    @BeforeEach
    void threePeople() {
        house = new ChangeHouse(database, folder);
        event = SampleEvent.somewhere(database.pool()).seats(1).in(database.pool());
        ada = house.hall.register(event, "Ada", ON_SITE);
        grace = house.hall.register(event, "Grace", ONLINE);
        house.hall.register(event, "Mary", ON_SITE);
        assertThat(house.mails())
                .containsExactly(
                        "ada REQUEST 0 U bent aangemeld",
                        "grace REQUEST 0 U bent aangemeld",
                        "mary - U staat op de wachtlijst");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void anotherTimeIsToldTwoMinutesLaterToEveryoneWithASeat() {
        var changed = house.change(event, time("20:00", "22:00"));

        assertThat(changed.start()).isEqualTo(SampleEvent.START.plusSeconds(3600));
        assertThat(house.mails()).isEmpty();
        house.hall.pass(RUN.minusSeconds(1));
        assertThat(house.mails()).isEmpty();
        house.hall.pass(Duration.ofSeconds(1));

        var mails = house.messages();
        assertThat(mails).hasSize(2).allSatisfy(mail -> {
            assertThat(ChangeHouse.words(mail))
                    .startsWith("De tijd is veranderd: het wordt donderdag 10 december 2026, 20.00 tot 22.00 uur.")
                    .contains("Het was: donderdag 10 december 2026, 19.00 tot 21.00 uur.");
            assertThat(ChangeHouse.calendar(mail)
                            .orElseThrow()
                            .getEvents()
                            .get(0)
                            .getDateStart()
                            .getValue()
                            .toInstant())
                    .isEqualTo(changed.start());
        });
    }

    @Test
    void aChangeIsARequestWithTheSameUidAndAHigherSequence() {
        var uid = uid(ada);

        house.changeAndTell(event, time("20:00", "22:00"));

        assertThat(house.mails())
                .containsExactly("ada REQUEST 1 Veranderd: de tijd", "grace REQUEST 1 Veranderd: de tijd");
        assertThat(uid(ada)).isEqualTo(uid);
    }

    @Test
    void anotherHallIsToldToThoseAloneWhoComeThere() {
        house.changeAndTell(event, hall("Bibliotheek"));

        var mail = house.messages();
        assertThat(mail).singleElement().satisfies(one -> assertThat(ChangeHouse.words(one))
                .startsWith("De plaats is veranderd: het wordt Bibliotheek, Zaal 2, Baltimoreplein 112, Almere.")
                .contains("Het was in: De Schoor, Zaal 2, Baltimoreplein 112, Almere."));
        assertThat(house.invite(ada)).isEqualTo("request 1");
        assertThat(house.invite(grace)).isEqualTo("request 0");
    }

    @Test
    void anotherLinkIsToldToThoseAloneWhoJoinOnline() {
        house.changeAndTell(event, link("https://meet.example/other"));

        var mail = house.messages();
        assertThat(mail).singleElement().satisfies(one -> {
            assertThat(ChangeHouse.words(one)).startsWith("De link om mee te doen is veranderd.");
            assertThat(ChangeHouse.calendar(one)
                            .orElseThrow()
                            .getEvents()
                            .get(0)
                            .getLocation()
                            .getValue())
                    .isEqualTo("https://meet.example/other");
        });
        assertThat(house.invite(ada)).isEqualTo("request 0");
        assertThat(house.invite(grace)).isEqualTo("request 1");
    }

    @Test
    void anotherTitleTellsNobodyAndGoesAlongWithTheNextRequest() {
        house.changeAndTell(
                event, new JsonObject().put("title", "Anders").put("contact", new JsonObject().put("name", "Joris")));
        assertThat(house.mails()).isEmpty();
        assertThat(house.invite(ada)).isEqualTo("request 0");

        house.changeAndTell(event, hall("Bibliotheek"));

        var entry = ChangeHouse.calendar(house.messages().get(0))
                .orElseThrow()
                .getEvents()
                .get(0);
        assertThat(entry.getSummary().getValue()).isEqualTo("Anders");
        assertThat(entry.getOrganizer().getCommonName()).isEqualTo("Joris");
    }

    @Test
    void aRunOfEditsIsOneLetterTwoMinutesAfterTheFirst() {
        house.change(event, time("20:00", "22:00"));
        house.hall.pass(Duration.ofSeconds(60));
        house.change(event, hall("Bibliotheek"));
        house.hall.pass(Duration.ofSeconds(50));
        house.change(event, time("20:30", "22:00"));
        assertThat(house.mails()).isEmpty();
        house.hall.pass(Duration.ofSeconds(10));

        assertThat(house.mails())
                .containsExactly("ada REQUEST 3 Veranderd: de tijd en de plaats", "grace REQUEST 2 Veranderd: de tijd");
    }

    @Test
    void toldNowBringsAllWhoWaitToHearOfTheRun() {
        house.change(event, hall("Bibliotheek"));
        house.changeAndTell(event, link("https://meet.example/other"));

        assertThat(house.mails())
                .containsExactly("ada REQUEST 1 Veranderd: de plaats", "grace REQUEST 1 Veranderd: de link");
    }

    @Test
    void thoseWhoWaitToHearCanBeToldNowWithoutAnotherChange() {
        var changed = house.change(event, hall("Bibliotheek"));

        assertThat(house.changeAndTell(changed, new JsonObject()).version()).isEqualTo(changed.version());

        assertThat(house.mails()).containsExactly("ada REQUEST 1 Veranderd: de plaats");
    }

    @Test
    void inTheLastHalfHourPeopleAreToldAtOnce() {
        house.hall.moveTo(SampleEvent.START.minus(Duration.ofMinutes(30)));

        house.change(event, hall("Bibliotheek"));

        assertThat(house.mails()).containsExactly("ada REQUEST 1 Veranderd: de plaats");
    }

    @Test
    void whoWasNotInvitedYetIsInvitedOnceToWhatItNowIs() {
        var eve = house.hall.register(event, "Eve", ONLINE);
        house.change(event, time("20:00", "22:00"));

        var mails = house.messages();

        assertThat(mails).singleElement().satisfies(mail -> assertThat(ChangeHouse.words(mail))
                .startsWith("U bent aangemeld. Tot donderdag 10 december om 20.00 uur"));
        assertThat(house.invite(eve)).isEqualTo("request 1");
    }

    @Test
    void whoSwitchesBeforeTheyHeardOfTheNewTimeIsToldOfBoth() {
        house.change(event, time("20:00", "22:00"));
        await(house.hall.registrations().switchTo(ada, ONLINE));

        var mails = house.mails();
        assertThat(mails).contains("ada REQUEST 2 Veranderd: de tijd en hoe u meedoet");
    }

    @Test
    void whoLeavesBeforeTheyHeardOfItIsStruckOutAndHearsNoMoreOfIt() {
        house.change(event, time("20:00", "22:00"));
        await(house.hall.registrations().cancel(grace, By.SELF));
        house.hall.pass(RUN);

        assertThat(house.mails())
                .contains("grace CANCEL 2 U bent afgemeld")
                .noneMatch(one -> one.startsWith("grace REQUEST"));
    }

    @Test
    void whoLeftTheLineAndRegistersAnewIsNotToldThatTheyWaited() {
        var joan = house.hall.register(event, "Joan", ON_SITE);
        await(house.hall.registrations().cancel(joan, By.SELF));
        house.mails();

        house.hall.register(event, "Joan", ONLINE);

        assertThat(house.mails()).containsExactly("joan REQUEST 0 U bent aangemeld");
    }

    @Test
    void whatIsSetRightAfterwardsIsToldToNobodyAndMovesNobody() {
        house.hall.moveTo(event.end());

        house.change(event, hall("Bibliotheek"));
        house.change(event, ChangeHouse.attendance("online"));

        assertThat(house.mails()).isEmpty();
        assertThat(house.hall.now(ada).attendance()).isEqualTo(ON_SITE);
        assertThat(house.refusal(tx -> house.events.callOff(tx, event.id(), "")))
                .isEqualTo("past");
        SeatsInvariant.holds(database.pool());
    }

    @Test
    void aLetterThatIsOnItsWayIsFollowedByTheWayBack() {
        house.pause();
        house.changeAndTell(event, hall("Bibliotheek"));
        house.claim(ada);

        house.undo(event);
        house.hall.pass(RUN);

        assertThat(house.invite(ada)).isEqualTo("request 2");
        assertThat(house.waiting(ada)).containsExactly("calendar/changed 1 claimed", "calendar/changed 2 waiting");
    }

    private String uid(Registration one) {
        return house.rows("select uid from invite where registration_id = $1", one)
                .get(0)
                .getString(0);
    }
}
