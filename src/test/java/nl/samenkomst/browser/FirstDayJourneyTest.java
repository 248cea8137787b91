package nl.samenkomst.browser;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.account.Accounts;
import nl.samenkomst.account.Passwords;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.SomeStaff;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first day of an organisation that has nothing yet: its workspace leads from step to step, up to a table that people can join. */
class FirstDayJourneyTest {

    private static final String PASSWORD = "vier losse woorden achtereen";

    @RegisterExtension
    static final TestBrowser browser = new TestBrowser();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aNewOrganisationComesToItsFirstPublishedEvent(boolean script) {
        var pool = browser.database().pool();
        var slug = "nieuw-" + UUID.randomUUID().toString().substring(0, 8);
        new SomeStaff(pool).organisation(slug);
        var accounts = new Accounts(pool, new Passwords(browser.database().vertx()), "Elaa");
        var link = await(accounts.add(
                new Accounts.Newcomer("karin@" + slug + ".example", "Karin", Role.OWNER, Optional.of(slug))));
        var karin = browser.guest(script ? Guest.Means.NARROW : Guest.Means.NARROW.withoutScript());

        karin.opens(link);
        karin.types("Uw nieuwe wachtwoord", PASSWORD);
        karin.presses("Bewaar en log in");

        karin.reads("Maak eerst een netwerk");
        karin.follows("Maak een netwerk");
        karin.types("Naam van het netwerk", "Netwerk " + slug);
        karin.presses("Maak het netwerk");

        karin.opens("/organise");
        karin.reads("Plan uw eerste bijeenkomst");
        if (script) {
            assertThat(Axe.faults(karin.page(), ColorScheme.DARK)).isEmpty();
        }
        karin.follows("Plan een bijeenkomst");
        karin.follows("Wijktafel");
        karin.page().locator("#title").fill("De eerste tafel van " + slug);
        karin.page().locator("#date").fill("10-12-2099");
        karin.page().locator("#capacity-onSite").fill("20");
        karin.page().locator("#contact-name").fill("Karin Hoekstra");
        karin.page().locator("#contact-email").fill("karin@elaa.example");
        karin.presses("Publiceer");
        karin.reads("De bijeenkomst staat op de site.");

        var visitor = browser.guest(Guest.Means.PHONE);
        visitor.opens("/networks/netwerk-" + slug);
        visitor.reads("De eerste tafel van " + slug);
        assertThat(karin.newComplaints()).isEmpty();
    }
}
