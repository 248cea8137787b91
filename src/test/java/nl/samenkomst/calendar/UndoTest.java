package nl.samenkomst.calendar;

import static nl.samenkomst.calendar.ChangeHouse.attendance;
import static nl.samenkomst.calendar.ChangeHouse.hall;
import static nl.samenkomst.calendar.ChangeHouse.time;
import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.spi.Attendance.ONLINE;
import static nl.samenkomst.spi.Attendance.ON_SITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventStore;
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

/** Undo brings all back to before a run of changes, and tells those alone who were told of it. */
class UndoTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    @TempDir
    Path folder;

    private ChangeHouse house;
    private Event event;
    private Registration ada;
    private Registration grace;

    /** Ada sits in the room of two seats, Grace is online. */
    @BeforeEach
    void twoPeople() {
        house = new ChangeHouse(database, folder);
        event = SampleEvent.somewhere(database.pool()).seats(2).onlineSeats(9).in(database.pool());
        ada = house.hall.register(event, "Ada", ON_SITE);
        grace = house.hall.register(event, "Grace", ONLINE);
        house.mails();
    }

    @AfterEach
    void close() {
        SeatsInvariant.holds(database.pool());
        house.close();
    }

    @Test
    void whatNobodyWasToldIsTakenBackWithoutALetter() {
        house.change(event, time("20:00", "22:00"));
        house.change(event, hall("Bibliotheek").put("title", "Anders"));

        var back = house.undo(event);
        house.hall.pass(Duration.ofMinutes(5));

        assertThat(house.mails()).isEmpty();
        assertThat(back.start()).isEqualTo(event.start());
        assertThat(back.venue()).isEqualTo(event.venue());
        assertThat(back.texts()).isEqualTo(event.texts());
        assertThat(back.version()).isEqualTo(event.version() + 3);
        assertThat(await(new EventStore(database.pool()).find(event.id()))).contains(back);
        assertThat(house.invite(ada)).isEqualTo("request 0");
    }

    @Test
    void whoWasToldHearsOfTheWayBack() {
        house.changeAndTell(event, hall("Bibliotheek"));
        assertThat(house.mails()).containsExactly("ada REQUEST 1 Veranderd: de plaats");

        house.undo(event);
        assertThat(house.mails()).isEmpty();
        house.hall.pass(Duration.ofMinutes(2));

        var mails = house.messages();
        assertThat(mails).singleElement().satisfies(mail -> assertThat(ChangeHouse.words(mail))
                .startsWith("De plaats is veranderd: het wordt De Schoor, Zaal 2"));
        assertThat(house.invite(ada)).isEqualTo("request 2");
        assertThat(house.invite(grace)).isEqualTo("request 0");
    }

    @Test
    void whoRegisteredMeanwhileWasToldAndHearsOfTheWayBack() {
        house.change(event, time("20:00", "22:00"));
        house.hall.register(event, "Mary", ONLINE);
        assertThat(house.mails()).containsExactly("mary REQUEST 0 U bent aangemeld");

        house.undo(event);
        house.hall.pass(Duration.ofMinutes(2));

        assertThat(house.mails()).containsExactly("mary REQUEST 1 Veranderd: de tijd");
    }

    @Test
    void afterTenMinutesThereIsNoUndoAndASecondOneNeither() {
        house.change(event, hall("Bibliotheek"));
        house.hall.pass(Duration.ofMinutes(10));
        assertThat(house.refusal(tx -> house.events.undo(tx, event.id()))).isEqualTo("undo-over");

        house.change(event, hall("Kerk"));
        assertThat(house.undo(event).venue().orElseThrow().name()).isEqualTo("Bibliotheek");
        assertThat(house.refusal(tx -> house.events.undo(tx, event.id()))).isEqualTo("undo-over");
    }

    @Test
    void aRunThatIsToldGivesWayToTheNext() {
        house.change(event, hall("Bibliotheek"));
        house.hall.pass(Duration.ofMinutes(3));
        house.change(event, hall("Kerk"));

        assertThat(house.undo(event).venue().orElseThrow().name()).isEqualTo("Bibliotheek");
    }

    @Test
    void whenSomethingElseChangedTheEventSinceItIsNotUndone() {
        house.change(event, hall("Bibliotheek"));
        house.run(tx -> house.events.open(tx, event.id(), false));

        assertThat(house.refusal(tx -> house.events.undo(tx, event.id()))).isEqualTo("changed-since");
    }

    @Test
    void seatsThatWereTakenMeanwhileAreNotTakenAwayByUndo() {
        house.change(event, new JsonObject().put("capacity", new JsonObject().put("onSite", 3)));
        house.hall.register(event, "Mary", ON_SITE);
        house.hall.register(event, "Joan", ON_SITE);

        assertThat(house.refusal(tx -> house.events.undo(tx, event.id()))).isEqualTo("seats-taken");
    }

    @Test
    void changedQuestionsGoBackUnderANewVersion() {
        house.change(
                event,
                new JsonObject()
                        .put(
                                "questions",
                                new JsonArray()
                                        .add(new JsonObject()
                                                .put("id", "soup")
                                                .put("label", "Soep?")
                                                .put("kind", "yes_no"))));

        var back = house.undo(event);

        assertThat(back.questions()).isEmpty();
        assertThat(back.questionsVersion()).isEqualTo(3);
    }

    @Test
    void whoWasMovedOnlineGetsTheSeatInTheRoomBackAndHearsNothing() {
        house.change(event, attendance("online"));
        assertThat(house.hall.now(ada).attendance()).isEqualTo(ONLINE);

        house.undo(event);
        house.hall.pass(Duration.ofMinutes(5));

        var now = house.hall.now(ada);
        assertThat(now.attendance()).isEqualTo(ON_SITE);
        assertThat(now.place()).isEqualTo(ada.place());
        assertThat(house.mails()).isEmpty();
        assertThat(house.invite(ada)).isEqualTo("request 0");
    }

    @Test
    void whoWasMovedAndToldIsToldThatTheyAreBack() {
        house.changeAndTell(event, attendance("online"));
        house.mails();

        house.undo(event);
        house.hall.pass(Duration.ofMinutes(2));

        assertThat(house.mails()).containsExactly("ada REQUEST 2 Veranderd: hoe u meedoet");
    }

    @Test
    void whoChangedSomethingThemselvesSinceIsLeftWhereTheyAre() {
        house.change(event, attendance("online"));
        var mary = house.hall.now(house.hall.register(event, "Mary", ONLINE));
        await(house.hall.registrations().cancel(house.hall.now(ada), By.SELF));

        house.undo(event);

        assertThat(house.hall.now(ada).cancelled()).isTrue();
        assertThat(house.hall.now(mary).attendance()).isEqualTo(ONLINE);
    }

    @Test
    void whoHadToChooseHasTheirSeatBack() {
        house.change(
                event, new JsonObject().put("attendance", "online").put("capacity", new JsonObject().put("online", 1)));
        assertThat(house.hall.now(ada).status()).isEqualTo(Registration.Status.CHOOSE);

        house.undo(event);
        house.hall.pass(Duration.ofMinutes(5));

        assertThat(house.hall.now(ada).status()).isEqualTo(Registration.Status.CONFIRMED);
        assertThat(house.hall.now(ada).attendance()).isEqualTo(ON_SITE);
        assertThat(house.mails()).isEmpty();
        assertThat(house.invite(ada)).isEqualTo("request 0");
    }

    @Test
    void whoWaitedForTheRoomWaitsForItAgain() {
        house.hall.register(event, "Mary", ON_SITE);
        var joan = house.hall.register(event, "Joan", ON_SITE);
        house.mails();
        house.change(
                event, new JsonObject().put("attendance", "online").put("capacity", new JsonObject().put("online", 3)));
        assertThat(house.hall.now(joan).waitsFor()).contains(ONLINE);

        house.undo(event);
        house.hall.pass(Duration.ofMinutes(5));

        assertThat(house.hall.now(joan)).satisfies(one -> {
            assertThat(one.waitsFor()).contains(ON_SITE);
            assertThat(one.place()).isEqualTo(joan.place());
        });
        assertThat(house.mails()).isEmpty();
    }
}
