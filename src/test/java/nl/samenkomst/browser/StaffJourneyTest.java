package nl.samenkomst.browser;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Optional;
import nl.samenkomst.account.Accounts;
import nl.samenkomst.account.Passwords;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.SomeStaff;
import nl.samenkomst.network.SampleNetwork;
import nl.samenkomst.registration.Hallway;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody of the staff sets a password, finds who comes, goes, and comes back. */
class StaffJourneyTest {

    private static final String PASSWORD = "vier losse woorden achtereen";

    @RegisterExtension
    static final TestBrowser browser = new TestBrowser();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aNewOrganiserSetsAPasswordAndFindsWhoComes(boolean script) {
        var pool = browser.database().pool();
        var organisation = new SomeStaff(pool).organisation(script ? "met-script" : "zonder-script");
        var event = browser.event(SampleNetwork.in(pool, organisation)).in(pool);
        new Hallway(browser.database(), Clock.systemUTC().instant()).register(event, "Ada");
        var accounts = new Accounts(pool, new Passwords(browser.database().vertx()), "Elaa");
        var email = "nel@" + organisation.slug() + ".example";
        var link = await(
                accounts.add(new Accounts.Newcomer(email, "Nel", Role.ORGANISER, Optional.of(organisation.slug()))));
        var nel = browser.guest(script ? Guest.Means.DESKTOP : Guest.Means.DESKTOP.withoutScript());

        nel.opens(link);
        nel.types("Uw nieuwe wachtwoord", PASSWORD);
        nel.presses("Bewaar en log in");
        nel.reads("Wacht op u");
        nel.follows("Alle bijeenkomsten");
        nel.followsTo("/organise/events/" + event.slug());
        nel.reads("van 20");
        nel.follows("Deelnemers");
        nel.reads("Ada");
        nel.presses("Uitloggen");
        assertThat(nel.cookies()).isEmpty();

        nel.opens("/organise/events/" + event.slug());
        nel.types("Uw e-mailadres", email);
        nel.types("Uw wachtwoord", "iets anders");
        nel.presses("Inloggen");
        nel.seesTitle("Fout: ");
        nel.finds("Uw e-mailadres", email);
        nel.types("Uw wachtwoord", PASSWORD);
        nel.presses("Inloggen");
        nel.comesTo("Wijktafel Haven");
        nel.follows("Deelnemers");
        nel.reads("Ada");
    }
}
