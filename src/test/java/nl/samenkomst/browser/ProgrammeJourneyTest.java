package nl.samenkomst.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import nl.samenkomst.event.Event;
import nl.samenkomst.network.SampleNetwork;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several sessions by one form, each its own registration. */
class ProgrammeJourneyTest {

    @RegisterExtension
    static final TestBrowser browser = new TestBrowser();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void someoneChoosesSessionsHearsWhichOverlapAndRegistersForTwo(boolean script) {
        var pool = browser.database().pool();
        var network = SampleNetwork.in(pool);
        var programme = SampleNetwork.programme(pool, network);
        var start = TestBrowser.soon();
        var first = browser.event(network).programme(programme.id()).in(pool);
        var atTheSameTime = browser.event(network)
                .programme(programme.id())
                .start(first.start())
                .in(pool);
        var later = browser.event(network)
                .programme(programme.id())
                .start(start.plus(Duration.ofDays(7)))
                .in(pool);
        var ada = browser.guest(script ? Guest.Means.PHONE : Guest.Means.PHONE.withoutScript());

        ada.opens("/programmes/" + programme.slug());
        comes(ada, first);
        comes(ada, atTheSameTime);
        ada.types("Uw naam", "Ada");
        ada.types("Uw e-mailadres", "ada@mail.example");
        ada.chooses("Gemeente");
        ada.presses("Aanmelden");
        ada.seesTitle("Fout: ");
        ada.reads("deze bijeenkomst is tegelijk met een andere");
        ada.finds("Uw naam", "Ada");

        way(ada, atTheSameTime, "").check();
        comes(ada, later);
        ada.presses("Aanmelden");
        ada.comesTo("U bent aangemeld");
        assertThat(ada.page().getByRole(AriaRole.MAIN)).containsText("2 bijeenkomsten");
    }

    private static void comes(Guest guest, Event session) {
        way(guest, session, "on_site").check();
    }

    private static Locator way(Guest guest, Event session, String way) {
        return guest.page().locator("input[name='sessions[" + session.slug() + "]'][value='" + way + "']");
    }
}
