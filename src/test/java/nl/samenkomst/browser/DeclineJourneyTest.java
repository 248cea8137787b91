package nl.samenkomst.browser;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A newcomer presses Decline over a caught invitation, and sees the seat go to the next in line. */
class DeclineJourneyTest {

    @RegisterExtension
    static final TestBrowser browser = new TestBrowser();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDeclineAtCaughtMailGivesTheSeatToTheNextInLine(boolean script) {
        var event = browser.event().seats(1).in(browser.database().pool());
        var first = script ? "Desiree" : "Dirk";
        var second = script ? "Evelien" : "Evert";
        var guest = browser.guest(script ? Guest.Means.PHONE : Guest.Means.PHONE.withoutScript());
        guest.opens("/events/" + event.slug());
        guest.fillsInTheForm(first, "In de zaal");
        guest.comesTo("U bent aangemeld");
        guest.opens("/events/" + event.slug());
        guest.fillsInTheForm(second, "In de zaal");
        guest.comesTo("U staat op de wachtlijst");

        guest.opens("/dev/mail/" + browser.mailbox().newest(address(first), "U bent aangemeld"));
        guest.presses("Weigeren");

        guest.reads("Verwerkt: de plek is vrij.");
        guest.opens("/dev/mail/" + browser.mailbox().newest(address(second), "Er is een plek voor u"));
        guest.opens("/dev/mail/" + browser.mailbox().newest(address(first), "Uw plek is weer vrij"));
        guest.followsBesideALetter("Toch komen? Bekijk of er plek is");
        guest.comesTo("U komt niet");
    }

    private static String address(String name) {
        return name.toLowerCase(java.util.Locale.ROOT) + "@mail.example";
    }
}
