package nl.samenkomst.calendar;

import static nl.samenkomst.calendar.ChangeHouse.attendance;
import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.registration.Registration.Status.CANCELLED;
import static nl.samenkomst.registration.Registration.Status.CHOOSE;
import static nl.samenkomst.registration.Registration.Status.CONFIRMED;
import static nl.samenkomst.registration.Registration.Status.WAITLISTED;
import static nl.samenkomst.spi.Attendance.ONLINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.registration.By;
import nl.samenkomst.registration.SeatsInvariant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Those for whom no seat is left when the hall is gone: they wait, leave, or let the time run out. */
class ChoosingTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    @TempDir
    Path folder;

    private ChangeHouse house;
    private LostHall lost;

    @BeforeEach
    void open() {
        house = new ChangeHouse(database, folder);
        lost = new LostHall(database, house);
    }

    @AfterEach
    void close() {
        SeatsInvariant.holds(database.pool());
        house.close();
    }

    @Test
    void whoMustChooseMayWaitForASeatOnlineAndGetsItWhenOneComesFree() {
        var event = lost.event(2, 1);
        var guests = lost.guests(event, 2);
        house.mails();
        house.changeAndTell(event, attendance("online"));
        house.mails();
        var second = house.hall.now(guests.get(1));

        var waiting = await(house.hall.registrations().switchTo(second, ONLINE));
        assertThat(waiting.status()).isEqualTo(WAITLISTED);
        assertThat(lost.kept(event)).isZero();
        assertThat(house.mails()).containsExactly("guest2 - U staat op de wachtlijst");
        await(house.hall.registrations().cancel(house.hall.now(guests.get(0)), By.SELF));

        assertThat(house.hall.now(second).attendance()).isEqualTo(ONLINE);
        assertThat(house.mails())
                .containsExactly("guest1 CANCEL 2 U bent afgemeld", "guest2 REQUEST 2 Er is een plek voor u");
    }

    @Test
    void whoHasToChooseBeforeTheyWereEverInvitedGetsNoCancel() {
        var event = lost.event(1, 0);
        lost.guests(event, 1);

        house.changeAndTell(event, attendance("online"));

        assertThat(house.mails()).containsExactly("guest1 - Kies voor vrijdag 4 december, 19.00 uur: de zaal vervalt");
    }

    @Test
    void whoMustChooseMayLeave() {
        var event = lost.event(2, 1);
        var guests = lost.guests(event, 2);
        house.changeAndTell(event, attendance("online"));
        house.mails();

        await(house.hall.registrations().declineOffer(house.hall.now(guests.get(1))));

        assertThat(house.hall.now(guests.get(1)).status()).isEqualTo(CANCELLED);
        assertThat(house.mails()).isEmpty();
        assertThat(lost.kept(event)).isZero();
    }

    @Test
    void whoDoesNotChooseIsTakenOffByNoChoiceAndToldSo() {
        var event = lost.event(2, 1);
        var guests = lost.guests(event, 2);
        house.changeAndTell(event, attendance("online"));
        house.mails();
        house.hall.pass(Duration.ofHours(24));

        var late = house.hall.now(guests.get(1));
        assertThat(late.status()).isEqualTo(CHOOSE);
        assertThat(late.asOf(house.hall.clock().instant()).by()).contains("no-choice");
        assertThat(await(house.hall.registrations().lapse())).isEqualTo(1);

        assertThat(house.hall.now(late).by()).contains("no-choice");
        assertThat(house.mails()).containsExactly("guest2 - U staat niet meer op de lijst");
        assertThat(lost.kept(event)).isZero();
        assertThat(await(house.hall.registrations().undo(late)).attendance()).isEqualTo(ONLINE);
    }

    @Test
    void theTimeToChooseEndsTwoHoursBeforeTheStart() {
        var event = lost.event(2, 1);
        var guests = lost.guests(event, 2);
        house.hall.moveTo(SampleEvent.START.minus(Duration.ofHours(20)));

        house.change(event, attendance("online"));

        assertThat(house.hall.now(guests.get(1)).offerUntil()).contains(SampleEvent.START.minus(Duration.ofHours(2)));
    }

    @Test
    void moreSeatsOnlineGoToThoseWhoHaveToChooseFirst() {
        var event = lost.event(3, 1);
        var guests = lost.guests(event, 3);
        house.mails();
        house.changeAndTell(event, attendance("online"));
        house.mails();

        house.changeAndTell(event, new JsonObject().put("capacity", new JsonObject().put("online", 2)));

        assertThat(house.hall.now(guests.get(1)).status()).isEqualTo(CONFIRMED);
        assertThat(house.hall.now(guests.get(2)).status()).isEqualTo(CHOOSE);
        assertThat(house.mails()).containsExactly("guest2 REQUEST 2 Toch weer een plek voor u");
        assertThat(lost.kept(event)).isEqualTo(1);
    }

    @Test
    void theRoomIsThereAgainForThoseWhoHaveNotChosenYet() {
        var event = lost.event(2, 0);
        var guests = lost.guests(event, 2);
        house.mails();
        house.changeAndTell(event, attendance("online"));
        house.mails();
        house.hall.pass(Duration.ofMinutes(30));

        house.changeAndTell(event, attendance("hybrid"));

        assertThat(guests)
                .allSatisfy(one -> assertThat(house.hall.now(one).status()).isEqualTo(CONFIRMED));
        assertThat(house.mails())
                .containsExactly(
                        "guest1 REQUEST 2 Toch weer een plek voor u", "guest2 REQUEST 2 Toch weer een plek voor u");
    }
}
