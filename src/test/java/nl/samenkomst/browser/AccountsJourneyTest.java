package nl.samenkomst.browser;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenkomst.account.Accounts;
import nl.samenkomst.account.AuthenticatorApp;
import nl.samenkomst.account.Passwords;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.SomeStaff;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An owner invites a colleague, who comes in by the letter, finds what is not theirs, and sets a second step. */
class AccountsJourneyTest {

    private static final String PASSWORD = "vier losse woorden achtereen";

    @RegisterExtension
    static final TestBrowser browser = new TestBrowser();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aColleagueIsInvitedComesInAndSetsASecondStep(boolean script) {
        var organisation = new SomeStaff(browser.database().pool()).organisation(script ? "samen-met" : "samen-zonder");
        var owner = "ada@" + organisation.slug() + ".example";
        var colleague = "nel@" + organisation.slug() + ".example";
        var accounts = new Accounts(
                browser.database().pool(), new Passwords(browser.database().vertx()), "Elaa");
        await(accounts.addWithPassword(
                new Accounts.Newcomer(owner, "Ada", Role.OWNER, Optional.of(organisation.slug())), PASSWORD));
        var ada = someone(script);
        ada.opens("/organise/accounts");
        signsIn(ada, owner);
        ada.types("Naam", "Nel");
        ada.types("E-mailadres", colleague);
        ada.chooses("Organisator");
        ada.presses("Stuur de uitnodiging");
        ada.reads("De uitnodiging is onderweg");
        ada.reads("Uitgenodigd, nog niet ingelogd");

        var nel = someone(script);
        nel.opens("/dev/mail/" + browser.mailbox().newest(colleague, "U kunt meewerken"));
        nel.followsBesideALetter("Kies een wachtwoord");
        nel.types("Uw nieuwe wachtwoord", PASSWORD);
        nel.presses("Bewaar en log in");
        nel.opens("/organise/accounts");
        nel.comesTo("Dit is voor eigenaren");
        nel.reads(owner);
        assertThat(nel.status()).isEqualTo(403);
        isForEveryone(nel, script);

        nel.opens("/organise/account");
        nel.follows("Zet de tweede stap aan");
        var secret = nel.page().locator("code").textContent();
        nel.types("Uw code", AuthenticatorApp.shows(secret, Instant.now()));
        nel.presses("Zet de tweede stap aan");
        nel.comesTo("Uw reservecodes");
        isForEveryone(nel, script);
        nel.follows("Ik heb ze bewaard");
        nel.reads("De tweede stap staat aan");
        nel.presses("Uitloggen");

        nel.opens("/organise/account");
        signsIn(nel, colleague);
        nel.comesTo("Vul uw code in");
        isForEveryone(nel, script);
        nel.types("Uw code", AuthenticatorApp.shows(secret, Instant.now().plusSeconds(30)));
        nel.presses("Inloggen");
        nel.comesTo("Uw account");
    }

    private static Guest someone(boolean script) {
        return browser.guest(script ? Guest.Means.NARROW : Guest.Means.NARROW.withoutScript());
    }

    private static void signsIn(Guest who, String email) {
        who.types("Uw e-mailadres", email);
        who.types("Uw wachtwoord", PASSWORD);
        who.presses("Inloggen");
    }

    /** What looks the page over is a script itself. */
    private static void isForEveryone(Guest who, boolean script) {
        if (!script) {
            return;
        }
        assertThat(Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                        .flatMap(colours -> Axe.faults(who.page(), colours).stream()))
                .isEmpty();
    }
}
