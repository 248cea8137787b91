package nl.samenkomst.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import nl.samenkomst.registration.Hallway;
import nl.samenkomst.registration.OwnLinks;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people do on their own page, with scripts and without. */
class OwnPageJourneyTest {

    @RegisterExtension
    static final TestBrowser browser = new TestBrowser();

    private static Guest atTheirOwnPage(boolean script, String name) {
        var event = browser.event().in(browser.database().pool());
        var one = new Hallway(browser.database(), Clock.systemUTC().instant()).register(event, name);
        var guest = browser.guest(script ? Guest.Means.PHONE : Guest.Means.PHONE.withoutScript());
        guest.opens(OwnLinks.path(browser.house().links(), one));
        guest.comesTo("U hebt een plek in de zaal");
        return guest;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void answersAreChangedAndShown(boolean script) {
        var ada = atTheirOwnPage(script, "Ada");

        ada.follows("Verander uw antwoorden");
        ada.finds("Uw naam", "Ada");
        ada.types("Uw naam", "");
        ada.presses("Bewaar");
        ada.seesTitle("Fout: ");
        ada.types("Uw naam", "Ada Lovelace");
        ada.types("Uw organisatie", "Rekenkamer");
        ada.chooses("Gemeente");
        ada.presses("Bewaar");

        ada.reads("Uw antwoorden zijn bewaard.");
        ada.reads("Ada Lovelace");
        ada.reads("Rekenkamer");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aColleagueWithoutAnAddressIsBrought(boolean script) {
        var ada = atTheirOwnPage(script, "Ada");

        ada.follows("Meld een collega aan");
        ada.chooses("Online");
        ada.types("Uw naam", "Grace");
        ada.chooses("Gemeente");
        ada.presses("Collega aanmelden");

        ada.reads("Uw collega is aangemeld.");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoErasesThemselvesIsGone(boolean script) {
        var ada = atTheirOwnPage(script, "Ada");
        var link = ada.page().url();
        assertThat(ada.downloads("Download wat wij van u bewaren")).contains("ada@mail.example");

        ada.follows("Wis mijn gegevens nu");
        ada.comesTo("Wilt u uw gegevens wissen?");
        ada.presses("Ja, wis mijn gegevens");
        ada.comesTo("Uw gegevens zijn gewist");

        assertThat(ada.opens(link).status()).isEqualTo(410);
        ada.doesNotRead("ada@mail.example");
    }
}
