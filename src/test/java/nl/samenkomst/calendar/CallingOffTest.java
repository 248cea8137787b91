package nl.samenkomst.calendar;

import static nl.samenkomst.calendar.ChangeHouse.hall;
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

/** It does not take place: everyone who counts on it is told, and no calendar shows it any more. */
class CallingOffTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    @TempDir
    Path folder;

    private ChangeHouse house;
    private Event event;
    private Registration ada;

    /** One seat in the room, which is Ada's. */
    @BeforeEach
    void ada() {
        house = new ChangeHouse(database, folder);
        event = SampleEvent.somewhere(database.pool()).seats(1).in(database.pool());
        ada = house.hall.register(event, "Ada", ON_SITE);
        house.mails();
    }

    @AfterEach
    void close() {
        SeatsInvariant.holds(database.pool());
        house.close();
    }

    @Test
    void itIsStruckOutOfEveryCalendarAndWhoWaitsIsToldWithout() {
        house.hall.register(event, "Grace", ONLINE);
        var mary = house.hall.register(event, "Mary", ON_SITE);
        house.mails();

        var off = house.callOff(event, "De zaal staat blank.");

        assertThat(off.cancelled()).isTrue();
        assertThat(house.mails())
                .containsExactly(
                        "ada CANCEL 1 Gaat niet door", "grace CANCEL 1 Gaat niet door", "mary - Gaat niet door");
        assertThat(house.hall.now(ada).confirmed()).isTrue();
        assertThat(house.hall.now(mary).status()).isEqualTo(Registration.Status.WAITLISTED);
    }

    @Test
    void theOrganisersWordsAreInTheLetterAndNothingInThemIsALink() {
        house.callOff(event, "Zie [hier](https://evil.example)\n# Nu!\n**Groet**, Sanne");

        var mails = house.messages();

        assertThat(mails).singleElement().satisfies(mail -> assertThat(ChangeHouse.words(mail))
                .startsWith("Wijktafel van donderdag 10 december gaat niet door.")
                .contains("De organisator schrijft: Zie [hier](https://evil.example) # Nu! **Groet**, Sanne"));
    }

    @Test
    void whoDeclinedInTheirCalendarHearsItTooAndWhoLeftDoesNot() {
        await(house.hall.registrations().cancel(ada, By.REPLY));
        var grace = house.hall.register(event, "Grace", ONLINE);
        house.mails();
        await(house.hall.registrations().cancel(grace, By.SELF));
        assertThat(house.mails()).containsExactly("grace CANCEL 1 U bent afgemeld");

        house.callOff(event, "");

        assertThat(house.mails()).containsExactly("ada CANCEL 1 Gaat niet door");
    }

    @Test
    void whoIsErasedHearsOnlyTheirOwnEndOfIt() {
        await(house.hall.registrations().erase(ada));

        house.callOff(event, "");

        assertThat(house.mails()).containsExactly("ada CANCEL 1 U bent afgemeld");
    }

    @Test
    void whoRegisteredAMomentAgoIsToldOnceAndWithoutACalendar() {
        house.hall.register(event, "Grace", ONLINE);

        house.callOff(event, "");

        assertThat(house.mails()).containsExactly("ada CANCEL 1 Gaat niet door", "grace - Gaat niet door");
    }

    @Test
    void aChangeThatWaitsToBeToldNeverLeavesAfterIt() {
        house.change(event, hall("Bibliotheek"));
        house.callOff(event, "");
        house.hall.pass(Duration.ofMinutes(5));

        assertThat(house.mails()).containsExactly("ada CANCEL 2 Gaat niet door");
    }

    @Test
    void aLetterThatCouldNotLeaveYetIsOvertakenByTheEnd() {
        var grace = house.hall.register(event, "Grace", ONLINE);
        house.mails();
        house.pause();
        house.changeAndTell(event, ChangeHouse.link("https://meet.example/other"));
        house.claimAndFail(grace);

        house.callOff(event, "");

        assertThat(house.mails()).containsExactly("ada CANCEL 1 Gaat niet door", "grace CANCEL 2 Gaat niet door");
    }

    @Test
    void itIsForGood() {
        house.callOff(event, "");

        assertThat(house.callOff(event, "Nog eens").cancelled()).isTrue();
        assertThat(house.refusal(tx -> house.events.undo(tx, event.id()))).isEqualTo("cancelled");
        assertThat(house.refusal(tx ->
                        house.events.change(tx, event.id(), new JsonObject().put("title", "Anders"), version -> {})))
                .isEqualTo("cancelled");
        assertThat(house.mails()).containsExactly("ada CANCEL 1 Gaat niet door");
    }

    @Test
    void whoHasToChooseIsToldAndIsNotTakenOffAfterwards() {
        house.changeAndTell(
                event,
                ChangeHouse.attendance("online")
                        .put("capacity", new JsonObject().put("onSite", 1).put("online", 0)));
        assertThat(house.mails())
                .containsExactly("ada CANCEL 1 Kies voor vrijdag 4 december, 19.00 uur: de zaal vervalt");

        house.callOff(event, "");
        house.hall.pass(Duration.ofHours(25));

        assertThat(house.mails()).containsExactly("ada - Gaat niet door");
        assertThat(await(house.hall.registrations().lapse())).isZero();
        assertThat(house.hall.now(ada).status()).isEqualTo(Registration.Status.CHOOSE);
    }
}
