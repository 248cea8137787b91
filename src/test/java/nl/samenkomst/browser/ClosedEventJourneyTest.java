package nl.samenkomst.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import nl.samenkomst.event.Event;
import nl.samenkomst.registration.SampleInvitee;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A gathering for who is invited: they come in by their letter; whoever else comes learns nothing. */
class ClosedEventJourneyTest {

    @RegisterExtension
    static final TestBrowser browser = new TestBrowser();

    private static Event closed() {
        return browser.event()
                .visibility(Event.Visibility.CLOSED)
                .in(browser.database().pool());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoIsInvitedRegistersByTheLinkInTheLetter(boolean script) {
        var event = closed();
        var name = script ? "Hedy" : "Lise";
        SampleInvitee.token(browser.database().pool(), browser.house().links(), event, name);
        var guest = browser.guest(script ? Guest.Means.PHONE : Guest.Means.PHONE.withoutScript());
        var address = name.toLowerCase(Locale.ROOT) + "@mail.example";

        guest.opens("/dev/mail/" + browser.mailbox().newest(address, "U bent uitgenodigd"));
        guest.followsBesideALetter("Meld u aan");
        guest.comesTo("Wijktafel Haven");
        guest.finds("Uw e-mailadres", address);
        guest.chooses("In de zaal");
        guest.types("Uw naam", name);
        guest.chooses("Gemeente");
        guest.presses("Aanmelden");

        guest.comesTo("U bent aangemeld");
        browser.mailbox().newest(address, "U bent aangemeld");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStrangerIsToldTheSameAsWhoIsInvitedAndLearnsNothing(boolean script) {
        var event = closed();
        var name = script ? "Emmy" : "Sofja";
        SampleInvitee.token(browser.database().pool(), browser.house().links(), event, name);
        var guest = browser.guest(script ? Guest.Means.PHONE : Guest.Means.PHONE.withoutScript());

        var known = asking(guest, event, name.toLowerCase(Locale.ROOT) + "@mail.example");
        var unknown = asking(guest, event, "stranger@mail.example");

        assertThat(known.replace(name.toLowerCase(Locale.ROOT), "stranger")).isEqualTo(unknown);
    }

    private static String asking(Guest guest, Event event, String address) {
        guest.opens("/events/" + event.slug());
        guest.doesNotRead("Wijktafel Haven");
        guest.doesNotRead("De Schoor");
        guest.types("Uw e-mailadres", address);
        guest.presses("Stuur mij mijn link");
        guest.comesTo("Kijk in uw mail");
        return guest.page().locator("main").innerText();
    }
}
