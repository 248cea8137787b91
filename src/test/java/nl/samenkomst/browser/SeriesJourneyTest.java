package nl.samenkomst.browser;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import nl.samenkomst.account.OrganisationStore;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.SomeStaff;
import nl.samenkomst.network.SampleNetwork;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A series is planned, somebody comes every time, and at 16.00 one table moves online. */
class SeriesJourneyTest {

    @RegisterExtension
    static final TestBrowser browser = new TestBrowser();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSeriesIsPlannedAndOneTableMovesOnline(boolean script) {
        var pool = browser.database().pool();
        var network = SampleNetwork.in(pool);
        var organisation =
                await(new OrganisationStore(pool).find(network.organisation())).orElseThrow();
        var staff = new SomeStaff(pool);
        var means = script ? Guest.Means.NARROW : Guest.Means.NARROW.withoutScript();
        var nel = browser.guest(means).bearing(staff.session(staff.member(organisation, Role.ORGANISER)));
        var title = script ? "Wijktafel Osdorp" : "Wijktafel Slotermeer";
        var from = LocalDate.now(ZoneId.of("Europe/Amsterdam")).plusDays(10);

        nel.opens("/organise/series/new");
        nel.types("Titel", title);
        nel.picks("Soort bijeenkomst", "wijktafel");
        nel.types("Begint om", "19:00");
        nel.types("Duurt, in minuten", "120");
        nel.picks("Hoe komen mensen samen?", "hybrid");
        nel.types("Naam van de plek", "De Schoor");
        nel.types("Plekken in de zaal", "20");
        nel.types("Link om online mee te doen", "https://meet.example/osdorp");
        nel.types("Contactpersoon", "Sanne de Wit");
        nel.types("E-mailadres", "sanne@elaa.example");
        nel.presses("Bewaar en kies datums");
        nel.comesTo(title);
        nel.page().locator("#from").fill(from.toString());
        nel.page().locator("#until").fill(from.plusWeeks(20).toString());
        nel.presses("Toon de datums");
        nel.comesTo("Klopt dit?");
        nel.page().getByLabel("Zet ze meteen op de site").check();
        nel.presses("Maak deze bijeenkomsten");
        nel.reads("openbaar");
        looksWellTo(nel, script);

        var ada = browser.guest(means);
        ada.opens(nel.page().locator("a[href^='/series/']").getAttribute("href"));
        ada.chooses("In de zaal");
        ada.types("Uw naam", "Ada");
        ada.types("Uw e-mailadres", "ada@mail.example");
        ada.chooses("Vrijwilligers of een kleine organisatie");
        looksWellTo(ada, script);
        ada.presses("Meld mij aan voor elke keer");
        ada.comesTo("Kijk in uw mail");

        nel.page().locator("a[href*='which=one']").first().click();
        nel.picks("Hoe komen mensen samen?", "online");
        looksWellTo(nel, script);
        nel.presses("Bekijk wie het merkt");
        nel.comesTo("Voor u verandert");
        nel.reads("Online");
        looksWellTo(nel, script);
        nel.presses("Verander en verstuur");
        nel.comesTo(title);
        nel.reads("is veranderd");
    }

    private static void looksWellTo(Guest guest, boolean script) {
        var faults = new ArrayList<String>();
        if (script) {
            faults.addAll(Axe.faults(guest.page(), ColorScheme.LIGHT));
            faults.addAll(Axe.faults(guest.page(), ColorScheme.DARK));
        }
        assertThat(faults).isEmpty();
    }
}
