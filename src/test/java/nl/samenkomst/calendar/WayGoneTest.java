package nl.samenkomst.calendar;

import static nl.samenkomst.calendar.ChangeHouse.attendance;
import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.registration.Registration.Status.CHOOSE;
import static nl.samenkomst.registration.Registration.Status.CONFIRMED;
import static nl.samenkomst.registration.Registration.Status.WAITLISTED;
import static nl.samenkomst.spi.Attendance.ONLINE;
import static nl.samenkomst.spi.Attendance.ON_SITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.registration.Outcome;
import nl.samenkomst.registration.SeatsInvariant;
import nl.samenkomst.spi.Gathering;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The hall is gone: people go online as far as there are seats, and only for whom there is none has to choose. */
class WayGoneTest {

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
    void ofTwelveInTheRoomTheFirstFiveGoOnlineAndTheOthersChoose() {
        var event = lost.event(12, 7);
        var guests = lost.guests(event, 12);
        var eve = house.hall.register(event, "Eve", ONLINE);
        var bob = house.hall.register(event, "Bob", ONLINE);
        house.mails();

        house.changeAndTell(event, attendance("online"));

        assertThat(guests.subList(0, 5)).allSatisfy(one -> assertThat(house.hall.now(one))
                .satisfies(now -> assertThat(now.status()).isEqualTo(CONFIRMED))
                .satisfies(now -> assertThat(now.attendance()).isEqualTo(ONLINE)));
        assertThat(guests.subList(5, 12)).allSatisfy(one -> assertThat(house.hall.now(one))
                .satisfies(now -> assertThat(now.status()).isEqualTo(CHOOSE))
                .satisfies(now -> assertThat(now.offerUntil())
                        .contains(house.hall.clock().instant().plus(Duration.ofHours(24)))));
        assertThat(house.mails())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                IntStream.rangeClosed(1, 5)
                                        .mapToObj(i -> "guest" + i + " REQUEST 1 Veranderd: hoe u meedoet"),
                                IntStream.rangeClosed(6, 12)
                                        .mapToObj(i -> "guest" + i
                                                + " CANCEL 1 Kies voor vrijdag 4 december, 19.00 uur: de zaal vervalt"))
                        .toList());
        assertThat(house.invite(eve)).isEqualTo(house.invite(bob)).isEqualTo("request 0");
        assertThat(lost.kept(event)).isEqualTo(7);
    }

    @Test
    void theLetterSaysThatTheyAreOnlineNowAndHasOneButton() {
        var event = lost.event(1, 7);
        lost.guests(event, 1);
        house.mails();

        house.changeAndTell(event, attendance("online"));

        var mail = house.messages().get(0);
        assertThat(ChangeHouse.words(mail))
                .startsWith("U doet nu online mee.")
                .containsPattern("Ik kan niet komen:\\s+https://samenkomst.example/registrations/")
                .doesNotContain("Bekijk of wijzig");
        assertThat(ChangeHouse.calendar(mail)
                        .orElseThrow()
                        .getEvents()
                        .get(0)
                        .getLocation()
                        .getValue())
                .isEqualTo("https://meet.example/" + event.slug());
    }

    @Test
    void whoWaitedForTheRoomWaitsBehindThoseWhoWaitOnlineInTheSameOrder() {
        var event = lost.event(1, 1);
        lost.guests(event, 1);
        var eve = house.hall.register(event, "Eve", ONLINE);
        var mary = house.hall.register(event, "Mary", ON_SITE);
        var joan = house.hall.register(event, "Joan", ON_SITE);
        var bob = house.hall.register(event, "Bob", ONLINE);
        house.mails();

        house.changeAndTell(event, attendance("online"));

        assertThat(line(event)).containsExactly("Bob", "Mary", "Joan");
        assertThat(house.hall.now(eve).wants()).isEmpty();
        assertThat(house.mails())
                .containsExactly(
                        "guest1 CANCEL 1 Kies voor vrijdag 4 december, 19.00 uur: de zaal vervalt",
                        "joan - U staat op de wachtlijst",
                        "mary - U staat op de wachtlijst");
        assertThat(house.hall.now(bob).status()).isEqualTo(WAITLISTED);
        assertThat(house.hall.now(joan).attendance()).isEqualTo(ONLINE);
        assertThat(house.hall.now(mary).attendance()).isEqualTo(ONLINE);
    }

    @Test
    void whoHasASeatOnlineNoLongerWaitsForTheRoomAndHearsNothing() {
        var event = lost.event(1, 2);
        lost.guests(event, 1);
        var eve = house.hall.register(event, "Eve", ONLINE);
        await(house.hall.registrations().switchTo(eve, ON_SITE));
        assertThat(house.hall.now(eve).wants()).contains(ON_SITE);
        house.mails();

        house.changeAndTell(event, attendance("online"));

        assertThat(house.hall.now(eve).wants()).isEmpty();
        assertThat(house.mails()).containsExactly("guest1 REQUEST 1 Veranderd: hoe u meedoet");
    }

    @Test
    void noSeatOfTheRoomThatIsGoneIsGivenAnyMore() {
        var event = lost.event(3, 1);
        var guests = lost.guests(event, 3);
        house.change(event, attendance("online"));
        await(house.hall.registrations().declineOffer(house.hall.now(guests.get(2))));

        var mary = house.hall.arrive(house.hall.arrival(event, "Mary", ON_SITE));

        assertThat(mary).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void fromOnSiteToOnlineAllGoToTheLink() {
        var event = SampleEvent.somewhere(database.pool())
                .attendance(Gathering.ON_SITE)
                .seats(2)
                .in(database.pool());
        lost.guests(event, 2);
        house.mails();

        house.changeAndTell(event, attendance("online").put("meeting", new JsonObject().put("provider", "jitsi")));

        assertThat(house.mails())
                .containsExactly(
                        "guest1 REQUEST 1 Veranderd: hoe u meedoet", "guest2 REQUEST 1 Veranderd: hoe u meedoet");
    }

    private List<String> line(Event event) {
        return await(database.pool()
                        .preparedQuery(
                                "select name from registration where event_id = $1 and waits_for is not null order by place")
                        .execute(Tuple.of(event.id())))
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }
}
