package nl.samenkomst.desk;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import nl.samenkomst.account.Organisation;
import nl.samenkomst.account.OrganisationStore;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.SomeStaff;
import nl.samenkomst.event.Formats;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.plugin.PluginFolder;
import nl.samenkomst.kit.web.TestSite;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.SampleNetwork;
import nl.samenkomst.quote.SampleQuote;
import nl.samenkomst.registration.By;
import nl.samenkomst.registration.Hallway;
import nl.samenkomst.registration.Registration;
import nl.samenkomst.spi.Attendance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TodayDeskTest {

    private static final Instant NOW = SampleEvent.START.minus(Duration.ofDays(7));

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    static TestSite site;

    final SomeStaff staff = new SomeStaff(database.pool());
    Network network;
    Organisation ours;
    Hallway hall;

    @BeforeAll
    static void serve() {
        site = TestSite.serving(
                database,
                "http://localhost:8080",
                List.of("kit/web", "kit/i18n", "account", "event", "desk"),
                new TodayDesk(database.pool(), Formats.load(PluginFolder.none()), Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @BeforeEach
    void anOrganisation() {
        database.empty();
        network = SampleNetwork.in(database.pool());
        ours = await(new OrganisationStore(database.pool()).find(network.organisation()))
                .orElseThrow();
        hall = new Hallway(database, NOW).with(new Happenings(Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    @Test
    void whatIsNextStandsThereWithItsSeatsAndTheWaysToActOnIt() {
        SampleEvent.of(network).slug("tafel").seats(12).in(database.pool());
        SampleEvent.of(network)
                .slug("later")
                .start(NOW.plus(Duration.ofDays(15)))
                .in(database.pool());

        assertThat(today(Role.ORGANISER))
                .contains("Donderdag 3 december", "over 7 dagen", "<b class=\"number\">0</b> van 12")
                .contains("/organise/events/tafel/people", "/organise/events/tafel/online", "Nieuwe bijeenkomst")
                .doesNotContain("later");
    }

    @Test
    void aFacilitatorSeesItAllButIsOfferedNothingToChange() {
        SampleEvent.of(network).slug("tafel").in(database.pool());

        assertThat(today(Role.FACILITATOR))
                .contains("/organise/events/tafel")
                .doesNotContain("/organise/events/tafel/online", "Nieuwe bijeenkomst");
    }

    @Test
    void whoJustCameWentAndMovedUpIsTold() {
        var event = SampleEvent.of(network).seats(1).in(database.pool());
        var ada = hall.register(event, "Ada");
        hall.register(event, "Grace");

        assertThat(today(Role.FACILITATOR))
                .contains("de zaal is vol en 1 mens wacht", "?status&#x3D;waitlisted")
                .contains("<b><bdi>Ada</bdi></b> meldde zich aan, in de zaal");

        await(hall.registrations().cancel(ada, By.SELF));

        assertThat(today(Role.FACILITATOR))
                .contains("<b><bdi>Ada</bdi></b> komt niet, plek in de zaal vrij")
                .contains("<b><bdi>Grace</bdi></b> kreeg een plek in de zaal")
                .doesNotContain("wacht</b>", "?status&#x3D;waitlisted");
    }

    @Test
    void whoWentToTheOtherWayIsTold() {
        var event = SampleEvent.of(network).seats(1).in(database.pool());
        var ada = hall.register(event, "Ada");

        await(hall.registrations().switchTo(ada, Attendance.ONLINE));

        assertThat(today(Role.FACILITATOR)).contains("<b><bdi>Ada</bdi></b> wisselde naar online");
    }

    @Test
    void aLetterThatWasRefusedWaitsForSomebodyToLookUntilALaterOneArrives() {
        var event = SampleEvent.of(network).slug("tafel").in(database.pool());
        var ada = hall.register(event, "Ada");
        letter(ada, "refused");

        assertThat(today(Role.FACILITATOR)).contains("1 mail kwam niet aan", "/organise/events/tafel/delivery");

        letter(ada, "sent");

        assertThat(today(Role.FACILITATOR)).doesNotContain("kwam niet aan");
    }

    private static void letter(Registration one, String state) {
        await(database.pool()
                .preparedQuery("""
                        insert into outbox (organisation_id, subject, letter, language, ids, message_id, due_at, state)
                        values ($1, 'invite:' || $2, 'calendar/confirmed', 'nl', '{}', $3, now(), $4)
                        """)
                .execute(Tuple.of(
                        one.organisation(),
                        one.id().toString(),
                        UUID.randomUUID().toString(),
                        state)));
    }

    @Test
    void aRoomThatHoldsMoreThanIsGivenAwayIsWorthALook() {
        var event = SampleEvent.of(network).slug("tafel").seats(1).in(database.pool());
        await(database.pool()
                .preparedQuery("update event set venue = venue || '{\"seats\": 5}' where id = $1")
                .execute(Tuple.of(event.id())));
        hall.register(event, "Ada");
        hall.register(event, "Grace");

        assertThat(today(Role.ORGANISER))
                .contains("In de zaal passen nog 4 stoelen meer", "/organise/events/tafel/edit");
    }

    @Test
    void aPhotoThatSomebodyWantsGoneAndWordsThatNobodyReadWaitAfterTheGathering() {
        var event = SampleEvent.of(network)
                .slug("geweest")
                .start(NOW.minus(Duration.ofDays(1)))
                .in(database.pool());
        SampleQuote.of(event).in(database);
        await(database.pool().preparedQuery("""
                        insert into photo (id, organisation_id, event_id, position, type, bytes, digest, width, height,
                               asked_at, created_at)
                        values ($1, $2, $1, 1, 'image/jpeg', '', '', 1, 1, now(), now())
                        """).execute(Tuple.of(event.id(), ours.id())));

        assertThat(today(Role.FACILITATOR))
                .contains(
                        "Iemand wil een foto weg hebben: Wijktafel Haven",
                        "/organise/events/geweest/recap#photos",
                        "1 deelnemer gaf u woorden",
                        "/organise/events/geweest/quotes");
    }

    @Test
    void theLastTwoWeeksStandInAChartWithItsTable() {
        var event = SampleEvent.of(network).in(database.pool());
        hall.register(event, "Ada");
        hall.register(event, "Grace");

        assertThat(today(Role.FACILITATOR))
                .contains("2 aanmeldingen in 14 dagen", "role=\"img\"", "<td class=\"num\">2</td>");
    }

    @Test
    void aNewOrganisationIsLedByTheHand() {
        var fresh = staff.organisation("nieuw");
        var page = page(fresh, Role.OWNER);
        assertThat(page).contains("Maak eerst een netwerk", "/organise/networks/new?organisation&#x3D;nieuw");

        SampleNetwork.in(database.pool(), fresh);

        assertThat(page(fresh, Role.OWNER))
                .contains("Plan uw eerste bijeenkomst", "/organise/events/new?organisation&#x3D;nieuw");
    }

    @Test
    void anotherOrganisationsPeopleAndEventsAreNeverSeen() {
        var theirs =
                SampleEvent.somewhere(database.pool()).slug("elders").seats(1).in(database.pool());
        hall.register(theirs, "Hedy");
        hall.register(theirs, "Katherine");

        assertThat(today(Role.OWNER)).doesNotContain("elders", "Hedy", "Katherine", "wacht</b>");
    }

    @Test
    void whatHappenedIsForgottenAfterAMonth() {
        var event = SampleEvent.of(network).in(database.pool());
        var ada = hall.register(event, "Ada");
        await(hall.registrations().cancel(ada, By.SELF));
        await(database.pool()
                .query("update happening set at = now() - interval '31 days'")
                .execute());

        await(Happenings.sweep(database.pool()).run().get());

        assertThat(await(database.pool().query("select 1 from happening").execute())
                        .rowCount())
                .isZero();
    }

    private String today(Role role) {
        return page(ours, role);
    }

    private String page(Organisation of, Role role) {
        var answer = site.get("/organise", "Cookie", staff.session(staff.member(of, role)));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
