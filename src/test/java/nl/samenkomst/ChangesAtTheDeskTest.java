package nl.samenkomst;

import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.kit.db.Awaiting.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import nl.samenkomst.account.OrganisationStore;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.SomeStaff;
import nl.samenkomst.calendar.Invites;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventStore;
import nl.samenkomst.event.PlanForm;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.SampleNetwork;
import nl.samenkomst.registration.Hallway;
import nl.samenkomst.spi.Attendance;
import nl.samenkomst.spi.Gathering;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What people counted on is changed only after a look at who would hear of it, and never over another's head. */
class ChangesAtTheDeskTest {

    private static final String TABLE = "/organise/events/tafel";
    private static final String EDIT = TABLE + "/edit";

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    static OpenHouse house;

    private Network network;
    private Hallway hall;
    private String karin;
    private String bram;

    @BeforeAll
    static void open(@TempDir Path data) {
        house = OpenHouse.on(database.url(), data, Map.of());
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void twoOrganisers() {
        database.empty();
        network = SampleNetwork.in(database.pool());
        hall = new Hallway(database, Clock.systemUTC().instant())
                .with(new Invites(new Outbox("samenkomst.example"), Clock.systemUTC()));
        var staff = new SomeStaff(database.pool());
        var ours = await(new OrganisationStore(database.pool()).find(network.organisation()))
                .orElseThrow();
        karin = staff.bearer(ours, Role.ORGANISER);
        bram = staff.bearer(ours, Role.ORGANISER);
    }

    private SampleEvent table() {
        return SampleEvent.of(network).slug("tafel").start(Instant.now().plus(Duration.ofDays(30)));
    }

    /** Ada and Grace in the room, Hedy online; all have their invitation. */
    private Event threePeople(SampleEvent sample) {
        var event = sample.in(database.pool());
        hall.register(event, "Ada");
        hall.register(event, "Grace");
        hall.register(event, "Hedy", Attendance.ONLINE);
        eventually(() -> await(database.pool()
                                .query("select from outbox where state in ('waiting', 'claimed')")
                                .execute())
                        .size()
                == 0);
        return event;
    }

    private HttpResponse<String> post(String path, Map<String, String> form) {
        return house.visitor().post(path, form, "Authorization", karin);
    }

    private String reads(String path) {
        var answer = house.visitor().get(path, "Authorization", karin);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private String arrives(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return reads(answer.headers().firstValue("Location").orElseThrow());
    }

    private static PlanForm form(String page) {
        return PlanForm.on(page, EDIT);
    }

    private Event stored() {
        return await(new EventStore(database.pool()).bySlug("tafel")).orElseThrow();
    }

    @Test
    void goingOnlineIsShownWithWhoNoticesAndIsDoneByTheSecondClick() {
        threePeople(table());

        var page = reads(TABLE + "/online");
        assertThat(page)
                .contains("Er is nog niets veranderd en er is nog niets verstuurd.", "Online in plaats van in de zaal")
                .contains("<del>In de zaal en online</del>", "<ins>Alleen online</ins>", "blijft zo")
                .contains("2 mails en 2 agenda", "mensen die naar de zaal zouden komen", "U doet nu online mee.")
                .contains("<bdi>Ada</bdi>", "<bdi>Grace</bdi>", "Zij krijgen geen mail.")
                .contains("Tot die tijd kunt u alles terugdraaien.")
                .doesNotContain("Hedy");
        assertThat(stored().attendance()).isEqualTo(Gathering.HYBRID);

        assertThat(arrives(post(EDIT, form(page).pressing("apply"))))
                .contains("Bewaard.", "Draai terug", "Verstuur nu", "Maak weer in de zaal");
        assertThat(stored().attendance()).isEqualTo(Gathering.ONLINE);

        assertThat(arrives(post(TABLE + "/undo", Map.of()))).contains("Alles staat weer zoals het was.");
        assertThat(stored().attendance()).isEqualTo(Gathering.HYBRID);
    }

    @Test
    void thereIsAWayBackIntoTheRoomAndNoneWhereNobodyEverSatThere() {
        threePeople(table());
        post(EDIT, form(reads(TABLE + "/online")).pressing("apply"));

        var page = reads(TABLE + "/room");
        assertThat(page).contains("<ins>In de zaal en online</ins>");
        arrives(post(EDIT, form(page).pressing("apply")));

        assertThat(stored().attendance()).isEqualTo(Gathering.HYBRID);
        assertThat(house.visitor().get(TABLE + "/room", "Authorization", karin).statusCode())
                .isEqualTo(409);
    }

    @Test
    void whereSeatsAreLackingTheNumberCanBeRaisedOnTheSpot() {
        threePeople(table().onlineSeats(2));

        var page = reads(TABLE + "/online");
        assertThat(page).contains("Voor 1 mens is er dan geen plek.", "Reken opnieuw");
        var again = post(EDIT, form(page).typing("capacity.online", "3").pressing("save"));
        assertThat(again.body()).contains("Plekken online: 3").doesNotContain("is er dan geen plek");
        arrives(post(EDIT, form(again.body()).pressing("apply")));

        assertThat(stored().capacity().online()).contains(3);
        assertThat(stored().attendance()).isEqualTo(Gathering.ONLINE);
    }

    @Test
    void whatNobodyNoticesIsSavedAtOnce() {
        threePeople(table());

        assertThat(arrives(
                        post(EDIT, form(reads(EDIT)).typing("title", "Anders").pressing("save"))))
                .contains("Niemand merkt er iets van");
        assertThat(stored().title()).isEqualTo("Anders");
    }

    @Test
    void anotherTimeIsShownFirstAndOneCanGoBackToTheFormWithAllThatWasTyped() {
        threePeople(table());

        var typed = form(reads(EDIT)).typing("venue.name", "Bibliotheek").typing("title", "Anders");
        var page = post(EDIT, typed.pressing("save")).body();
        assertThat(page).contains("2 mails", "De plaats is veranderd", "<ins>Anders</ins>");
        assertThat(stored().title()).isEqualTo("Wijktafel Haven");

        var back = form(post(EDIT, form(page).pressing("back")).body());
        assertThat(back.found("venue.name")).isEqualTo("Bibliotheek");
        assertThat(back.found("title")).isEqualTo("Anders");
    }

    @Test
    void fewerSeatsThanAreTakenNamesWhoWouldLoseTheirsAndAsks() {
        threePeople(table().seats(5));

        var answer = post(EDIT, form(reads(EDIT)).typing("capacity.onSite", "1").pressing("save"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("1 mens zou zijn plek kwijtraken bij 1 plek", "<bdi>Grace</bdi>")
                .contains("href=\"/organise/events/tafel/people\"", "fit:capacity.onSite:2")
                .doesNotContain("<bdi>Ada</bdi>:");
        arrives(post(EDIT, form(answer.body()).pressing("fit:capacity.onSite:2")));
        assertThat(stored().capacity().onSite()).contains(2);
    }

    @Test
    void whoSavesSecondSeesBothVersionsAndChooses() {
        table().draft().in(database.pool());
        var mine = form(reads(EDIT)).typing("title", "Van Karin").typing("summary", "Ook van Karin");
        var theirs = form(house.visitor().get(EDIT, "Authorization", bram).body())
                .typing("title", "Van Bram")
                .typing("venue.name", "Zaal van Bram");
        house.visitor().post(EDIT, theirs.pressing("save"), "Authorization", bram);

        var answer = post(EDIT, mine.pressing("save"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains("Iemand anders was u voor", "veranderde deze bijeenkomst op")
                .contains("Van Bram", "<ins>Van Karin</ins>", "Zaal van Bram", "dit liet u zoals het was")
                .contains("Korte tekst.");
        assertThat(stored().title()).isEqualTo("Van Bram");

        arrives(post(EDIT, form(answer.body()).pressing("mine")));
        assertThat(stored().title()).isEqualTo("Van Karin");
        assertThat(stored().text("nl").summary()).isEqualTo("Ook van Karin");
        assertThat(stored().venue().orElseThrow().name()).isEqualTo("Zaal van Bram");
    }

    @Test
    void whoSavesSecondCanTakeWhatStandsThereAndKeepsTheRest() {
        table().draft().in(database.pool());
        var mine = form(reads(EDIT)).typing("title", "Van Karin").typing("summary", "Ook van Karin");
        post(EDIT, form(reads(EDIT)).typing("title", "Van Bram").pressing("save"));

        var answer = post(EDIT, mine.pressing("save"));
        arrives(post(EDIT, form(answer.body()).pressing("theirs")));

        assertThat(stored().title()).isEqualTo("Van Bram");
        assertThat(stored().text("nl").summary()).isEqualTo("Ook van Karin");
    }

    @Test
    void whatIsCalledOffIsChangedNoMore() {
        table().cancelled().in(database.pool());

        assertThat(house.visitor().get(EDIT, "Authorization", karin).statusCode())
                .isEqualTo(409);
        assertThat(post(EDIT, Map.of()).statusCode()).isEqualTo(409);
    }

    @Test
    void theMailInTheFrameIsTheInvitationAsItWillLeave() {
        table().in(database.pool());

        var mail = house.visitor().get(TABLE + "/preview/mail", "Authorization", karin);

        assertThat(mail.body()).contains("U bent aangemeld.", "De Schoor");
        assertThat(reads(TABLE + "/preview")).contains("Aanmelden", "Wijktafel Haven");
    }
}
