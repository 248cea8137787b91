package nl.samenkomst.browser;

import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.kit.db.Awaiting.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.samenkomst.account.Organisation;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.SomeStaff;
import nl.samenkomst.calendar.Invites;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventStore;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.SampleNetwork;
import nl.samenkomst.registration.Hallway;
import nl.samenkomst.spi.Gathering;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whole days of organisers: a new event, a table moved online at the last moment, and two who write in the same page. */
class PlanningJourneyTest {

    @RegisterExtension
    static final TestBrowser browser = new TestBrowser();

    private Organisation ours;
    private Network network;

    @BeforeEach
    void anOrganisation() {
        var pool = browser.database().pool();
        ours = new SomeStaff(pool).organisation("org-" + UUID.randomUUID());
        network = SampleNetwork.in(pool, ours);
    }

    private Guest organiser(Guest.Means means) {
        var staff = new SomeStaff(browser.database().pool());
        return browser.guest(means).bearing(staff.session(staff.member(ours, Role.ORGANISER)));
    }

    private Event stored(Event event) {
        return await(new EventStore(browser.database().pool()).find(event.id())).orElseThrow();
    }

    /** Ada and Grace sit in the room, and have their invitation. */
    private Event table() {
        var event = browser.event(network).in(browser.database().pool());
        var hall = new Hallway(browser.database(), Clock.systemUTC().instant())
                .with(new Invites(new Outbox("localhost"), Clock.systemUTC()));
        hall.register(event, "Ada");
        hall.register(event, "Grace");
        eventually(() -> await(browser.database()
                                .pool()
                                .query("select from outbox where state in ('waiting', 'claimed')")
                                .execute())
                        .size()
                == 0);
        return event;
    }

    private static void fills(Guest guest, String field, String text) {
        guest.page().locator("#" + field).fill(text);
    }

    private static List<String> faults(Guest guest) {
        var faults = new ArrayList<>(Axe.faults(guest.page(), ColorScheme.LIGHT));
        faults.addAll(Axe.faults(guest.page(), ColorScheme.DARK));
        return faults;
    }

    @Test
    void aTableIsMovedOnlineInTwoClicksAndBackByOne() {
        var event = table();
        var karin = organiser(Guest.Means.NARROW);

        karin.opens("/organise/events/" + event.slug());
        assertThat(faults(karin)).isEmpty();
        karin.follows("Maak online");
        karin.comesTo("Online in plaats van in de zaal");
        karin.reads("2 mails en 2 agenda");
        assertThat(faults(karin)).isEmpty();
        karin.presses("Sla op en verstuur");

        karin.reads("Er is nog niets verstuurd.");
        assertThat(stored(event).attendance()).isEqualTo(Gathering.ONLINE);
        karin.presses("Draai terug");
        karin.reads("Alles staat weer zoals het was.");
        assertThat(stored(event).attendance()).isEqualTo(Gathering.HYBRID);
        assertThat(karin.newComplaints()).isEmpty();
    }

    @Test
    void aNewEventIsPlannedOnOnePageWithoutScriptAndPublished() {
        var karin = organiser(Guest.Means.DESKTOP.withoutScript());

        karin.opens("/organise/events");
        karin.follows("Nieuwe bijeenkomst");
        karin.follows("Wijktafel");
        fills(karin, "title", "Wie kent de weg?");
        karin.page().locator("#questions summary").click();
        karin.presses("Nog een vraag");
        fills(karin, "questions-0-label", "Welke soep?");
        karin.presses("Publiceer");
        karin.seesTitle("Fout:");
        karin.reads("Datum: Vul een dag in");
        assertThat(karin.page().locator("#title").inputValue()).isEqualTo("Wie kent de weg?");
        fills(karin, "date", "10-12-2099");
        fills(karin, "capacity-onSite", "20");
        fills(karin, "contact-name", "Karin Hoekstra");
        fills(karin, "contact-email", "karin@elaa.example");
        karin.presses("Publiceer");
        karin.reads("De bijeenkomst staat op de site.");
    }

    @Test
    void theFormIsForEveryoneAndWhatIsTypedIsNeverSavedOverAnother() {
        var event = browser.event(network).draft().in(browser.database().pool());
        var path = "/organise/events/" + event.slug() + "/edit";
        var karin = organiser(Guest.Means.NARROW);
        var bram = organiser(Guest.Means.DESKTOP);
        karin.opens(path);
        assertThat(faults(karin)).isEmpty();
        bram.opens(path);

        fills(bram, "title", "Van Bram");
        bram.presses("Bewaar als concept");
        bram.reads("Bewaard.");
        fills(karin, "title", "Van Karin");
        karin.presses("Bewaar als concept");

        karin.comesTo("Iemand anders was u voor");
        karin.reads("Van Bram");
        karin.reads("Van Karin");
        assertThat(karin.status()).isEqualTo(409);
        assertThat(faults(karin)).isEmpty();
        karin.presses("Zet mijn tekst eroverheen");
        karin.reads("Bewaard.");
        assertThat(stored(event).title()).isEqualTo("Van Karin");
    }
}
