package nl.samenkomst.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.samenkomst.kit.db.Awaiting.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.Locale;
import nl.samenkomst.registration.Hallway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the first page to a seat, and what a form says on the way; with scripts and without. */
class RegisteringJourneyTest {

    @RegisterExtension
    static final TestBrowser browser = new TestBrowser();

    private static Guest onAPhone(boolean script) {
        return browser.guest(script ? Guest.Means.PHONE : Guest.Means.PHONE.withoutScript());
    }

    private static Pool pool() {
        return browser.database().pool();
    }

    private static Hallway hallway() {
        return new Hallway(browser.database(), Clock.systemUTC().instant());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void someoneFindsAGatheringRegistersSwitchesAndLeavesAndTheNextInLineGetsTheSeat(boolean script) {
        var event = browser.event().seats(1).in(pool());
        // Names that no other test uses: all share one mailbox, and what it holds of an earlier gathering must not be
        // taken for this.
        var name = script ? "Aletta" : "Wilhelmina";
        var ada = onAPhone(script);
        eventually(() -> browser.house().visitor().get("/").body().contains(event.slug()));

        ada.opens("/");
        ada.followsTo("/events/" + event.slug());
        ada.comesTo("Wijktafel Haven");
        ada.follows("Meld u aan");
        ada.fillsInTheForm(name, "In de zaal");
        ada.comesTo("U bent aangemeld");
        hallway().register(event, "Next" + name);

        ada.opens("/dev/mail/"
                + browser.mailbox().newest(name.toLowerCase(Locale.ROOT) + "@mail.example", "U bent aangemeld"));
        var invitation = ada.downloads("Open in mijn agenda");
        assertThat(invitation)
                .contains("BEGIN:VCALENDAR", "METHOD:REQUEST", "SEQUENCE:0")
                .containsIgnoringCase("mailto:" + name + "@mail.example");

        ada.followsBesideALetter("Bekijk of wijzig uw plek");
        ada.comesTo("U hebt een plek in de zaal");
        ada.presses("Wissel naar online");
        ada.reads("Uw plek is gewisseld.");
        ada.comesTo("U doet online mee");
        ada.presses("Ik kom niet");
        ada.reads("U bent afgemeld.");
        ada.presses("Toch wel, ik kom");
        ada.reads("Fijn dat u toch wilt komen.");

        var next = browser.mailbox()
                .newest("next" + name.toLowerCase(Locale.ROOT) + "@mail.example", "Er is een plek voor u");
        ada.opens("/dev/mail/" + next);
        ada.followsBesideALetter("Bekijk of wijzig uw plek");
        ada.comesTo("U hebt een plek in de zaal");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whereTheRoomIsFullSomeoneComesOnlineAndKeepsAPlaceInLine(boolean script) {
        var event = browser.event().seats(1).in(pool());
        hallway().register(event, "Ada");
        var grace = onAPhone(script);

        grace.opens("/events/" + event.slug());
        grace.reads("De zaal is vol, online is er plek.");
        grace.finds("Online");
        grace.chooses("Zet mij ook op de wachtlijst voor de zaal");
        grace.fillsInTheForm("Grace", "Online");

        grace.comesTo("U bent aangemeld");
        grace.reads("U komt online");
        grace.reads("plek 1");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoMakesMistakesReadsThemAllAndHasTypedNothingInVain(boolean script) {
        var event = browser.event().in(pool());
        var ada = onAPhone(script);

        ada.opens("/events/" + event.slug());
        ada.chooses("Online");
        ada.types("Uw e-mailadres", "ada@");
        ada.types("Uw organisatie", "Buurthuis 't Hoekje");
        ada.presses("Aanmelden");

        ada.seesTitle("Fout: ");
        assertThat(ada.status()).isEqualTo(422);
        ada.reads("3 dingen kloppen nog niet");
        assertThat(ada.page().locator(".summary")).isFocused();
        assertThat(ada.page().locator(".summary a")).hasText(new String[] {
            "Vul uw naam in.", "Vul uw e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.", "Kies waar u bij hoort."
        });
        ada.finds("Online");
        ada.finds("Uw e-mailadres", "ada@");
        ada.finds("Uw organisatie", "Buurthuis 't Hoekje");

        ada.follows("Vul uw naam in.");
        ada.page().keyboard().type("Ada");
        ada.finds("Uw naam", "Ada");
        ada.types("Uw e-mailadres", "ada@mail.example");
        ada.chooses("Ik ben bewoner");
        ada.presses("Aanmelden");
        ada.comesTo("U bent aangemeld");
    }

    @Test
    void aReloadOfTheConfirmationRegistersNobodyTwice() {
        var event = browser.event().in(pool());
        var ada = onAPhone(true);
        ada.opens("/events/" + event.slug());
        ada.fillsInTheForm("Ada", "In de zaal");
        ada.comesTo("U bent aangemeld");

        ada.page().reload();

        ada.comesTo("U bent aangemeld");
        ada.opens("/events/" + event.slug());
        assertThat(ada.page().getByLabel("1 van de 20 plekken bezet")).isVisible();
    }

    @Test
    void someoneRegistersByKeyboardAloneAndAlwaysSeesWhereTheyAre() {
        var event = browser.event().in(pool());
        var ada = browser.guest(Guest.Means.DESKTOP);
        ada.opens("/events/" + event.slug());

        ada.tabsTo("#attendance");
        ada.page().keyboard().press("Space");
        ada.tabsTo("#name");
        ada.page().keyboard().type("Ada");
        ada.tabsTo("#email");
        ada.page().keyboard().type("ada@mail.example");
        ada.tabsTo("input[name=sector]");
        ada.page().keyboard().press("ArrowDown");
        ada.tabsTo("form[action$='/registrations'] button");
        ada.page().keyboard().press("Enter");

        ada.comesTo("U bent aangemeld");
    }
}
