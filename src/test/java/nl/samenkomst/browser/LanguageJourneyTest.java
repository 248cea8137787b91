package nl.samenkomst.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody who reads English is met in English from then on, on the pages and in the mail. */
class LanguageJourneyTest {

    @RegisterExtension
    static final TestBrowser browser = new TestBrowser();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoChoosesEnglishKeepsItAndIsWrittenToInEnglish(boolean script) {
        var event = browser.event().in(browser.database().pool());
        var name = script ? "Frances" : "Jean";
        var guest = browser.guest(script ? Guest.Means.DESKTOP : Guest.Means.DESKTOP.withoutScript());

        guest.opens("/events/" + event.slug());
        guest.comesTo("Meld u aan");
        assertThat(guest.cookies()).isEmpty();
        guest.presses("English");
        guest.comesTo("Register");
        assertThat(guest.cookies()).extracting(cookie -> cookie.name).containsExactly("language");
        guest.opens("/privacy");
        guest.opens("/events/" + event.slug());
        guest.chooses("In the room");
        guest.types("Your name", name);
        guest.types("Your email address", name.toLowerCase(Locale.ROOT) + "@mail.example");
        guest.chooses("resident");
        guest.presses("Register");
        guest.comesTo("You are registered");

        var mail = browser.mailbox().newest(name.toLowerCase(Locale.ROOT) + "@mail.example", "You are registered");
        guest.opens("/dev/mail/" + mail);
        guest.followsBesideALetter("See or change your place");
        guest.comesTo("You have a seat in the room");
    }

    @Test
    void whatWasAskedForBesidesTheLanguageStays() {
        var guest = browser.guest(Guest.Means.PHONE);

        guest.opens("/?format=bootcamp&lang=nl&area=");
        guest.page().locator("details.tongue summary, summary").first().click();
        guest.presses("English");

        guest.seesTitle("Welcome");
        assertThat(guest.page().url()).endsWith("/?format=bootcamp&area=");
    }
}
