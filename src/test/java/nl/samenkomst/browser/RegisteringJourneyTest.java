package nl.samenkomst.browser;

import static nl.samenkomst.kit.db.Awaiting.eventuallyPasses;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the first page to a seat, on a phone, with scripts and without. */
class RegisteringJourneyTest {

    @RegisterExtension
    static final TestBrowser browser = new TestBrowser();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void someoneFindsAGatheringOnTheFirstPageAndRegisters(boolean script) {
        var event = browser.event().in(browser.database().pool());
        var ada = browser.guest(script ? Guest.Means.PHONE : Guest.Means.PHONE.withoutScript());
        eventuallyPasses(
                () -> assertThat(browser.house().visitor().get("/").body()).contains("/events/" + event.slug()));

        ada.opens("/");
        ada.followsTo("/events/" + event.slug());
        ada.comesTo("Wijktafel Haven");
        ada.follows("Meld u aan");
        ada.chooses("In de zaal");
        ada.types("Uw naam", "Ada");
        ada.types("Uw e-mailadres", "ada@mail.example");
        ada.chooses("Vrijwilligers");
        ada.presses("Aanmelden");

        ada.comesTo("U bent aangemeld");
        ada.reads("ada@mail.example");
    }
}
