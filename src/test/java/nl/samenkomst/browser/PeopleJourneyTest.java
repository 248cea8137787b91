package nl.samenkomst.browser;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.stream.Stream;
import nl.samenkomst.account.Account;
import nl.samenkomst.account.OrganisationStore;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.SomeStaff;
import nl.samenkomst.event.Event;
import nl.samenkomst.network.SampleNetwork;
import nl.samenkomst.registration.Hallway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An organiser works through the list of who comes: by keyboard alone, without scripts, on a narrow screen. */
class PeopleJourneyTest {

    @RegisterExtension
    static final TestBrowser browser = new TestBrowser();

    private Event event;
    private String cookie;

    @BeforeEach
    void aTableWithPeople() {
        var pool = browser.database().pool();
        var network = SampleNetwork.in(pool);
        event = browser.event(network).seats(2).in(pool);
        var hall = new Hallway(browser.database(), Instant.now());
        Stream.of("Ada", "Grace", "Hedy").forEach(name -> hall.register(event, name));
        var organisation =
                await(new OrganisationStore(pool).find(network.organisation())).orElseThrow();
        var staff = new SomeStaff(pool);
        Account organiser = staff.member(organisation, Role.ORGANISER);
        cookie = staff.session(organiser);
    }

    private Guest organiser(Guest.Means means) {
        var guest = browser.guest(means).bearing(cookie);
        guest.opens("/organise/events/" + event.slug() + "/people");
        return guest;
    }

    private String standing(String name) {
        return await(browser.database()
                        .pool()
                        .preparedQuery(
                                "select status || ' ' || attendance as line from registration where event_id = $1 and name = $2")
                        .execute(Tuple.of(event.id(), name)))
                .iterator()
                .next()
                .getString("line");
    }

    @Test
    void theListIsWorkedThroughByKeyboardAlone() {
        var nel = organiser(Guest.Means.DESKTOP.withoutScript());

        nel.tabsTo("#q");
        nel.page().keyboard().type("gra");
        nel.page().keyboard().press("Enter");
        nel.reads("1 tot en met 1 van 1 mens");
        nel.tabsTo("[name=registration]");
        nel.page().keyboard().press("Space");
        goesBackTo(nel, "button[value=online]");
        nel.page().keyboard().press("Enter");
        nel.comesTo("Zet 1 mens op online");
        nel.reads("Hedy");
        assertThat(standing("Grace")).isEqualTo("confirmed on_site");
        nel.tabsTo("main form[action$='/people'] button");
        nel.page().keyboard().press("Enter");
        nel.reads("1 mens is verplaatst.");

        assertThat(standing("Grace")).isEqualTo("confirmed online");
        assertThat(standing("Hedy")).isEqualTo("confirmed on_site");

        nel.tabsTo("tbody th a");
        nel.page().keyboard().press("Enter");
        nel.comesTo("Ada");
        nel.tabsTo("a[href$='deed=cancel']");
        nel.page().keyboard().press("Enter");
        nel.comesTo("Meld 1 mens af");
        nel.tabsTo("main form[action$='/place'] button");
        nel.page().keyboard().press("Enter");
        nel.reads("Afgemeld.");
        assertThat(standing("Ada")).startsWith("cancelled");
    }

    private static void goesBackTo(Guest guest, String selector) {
        for (int stop = 0; stop < 20; stop++) {
            guest.page().keyboard().press("Shift+Tab");
            if ((Boolean) guest.page().evaluate("selector => document.activeElement.matches(selector)", selector)) {
                return;
            }
        }
        throw new AssertionError("going back by the Tab key does not come to " + selector);
    }

    @Test
    void everyAnswerOfItsFormsIsForEveryone() {
        var nel = organiser(Guest.Means.NARROW);
        isForEveryone(nel);

        nel.page().locator("[name=registration]").first().check();
        nel.presses("Meld af");
        nel.comesTo("Meld 1 mens af");
        isForEveryone(nel);

        nel.opens("/organise/events/" + event.slug() + "/people");
        nel.page().locator("[name=all]").check();
        nel.presses("Stuur een mail");
        nel.comesTo("Mail aan wie u koos");
        nel.presses("Bekijk de mail");
        nel.seesTitle("Fout:");
        isForEveryone(nel);
        nel.types("Onderwerp", "Soep");
        nel.types("Tekst", "Neem soep mee.");
        nel.presses("Bekijk de mail");
        nel.reads("3 mensen krijgen deze mail");
        isForEveryone(nel);

        nel.opens("/organise/events/" + event.slug() + "/people/new");
        nel.presses("Voeg toe");
        nel.seesTitle("Fout:");
        isForEveryone(nel);
    }

    private static void isForEveryone(Guest guest) {
        assertThat(Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                        .flatMap(colours -> Axe.faults(guest.page(), colours).stream()))
                .isEmpty();
    }
}
