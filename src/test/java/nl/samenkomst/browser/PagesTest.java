package nl.samenkomst.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Every page there is can be used by everyone: looked over by axe on a narrow screen, in light and dark, in Dutch, whose words are the
 * longest, and the pages for visitors in English too.
 */
class PagesTest {

    @RegisterExtension
    static final TestBrowser browser = new TestBrowser();

    @TestFactory
    Stream<DynamicTest> everyPageIsForEveryone() {
        var guest = browser.guest(Guest.Means.NARROW);
        var staff = browser.guest(Guest.Means.NARROW)
                .bearing(browser.neighbourhood().staff());
        return pages().filter(path -> !isLetter(path))
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    boolean desk = path.startsWith("/organise");
                    var who = desk ? staff : guest;
                    who.opens(path);
                    var faults = new ArrayList<>(inBothColours(who));
                    if (!desk) {
                        who.opens(path + (path.contains("?") ? "&" : "?") + "lang=en");
                        faults.addAll(Axe.faultsOfWords(who.page()));
                    }

                    assertThat(faults).isEmpty();
                    assertThat(who.newComplaints()).isEmpty();
                }));
    }

    /** Where it is served nothing in it may run, not even what looks it over: so it is laid on a blank page. */
    @TestFactory
    Stream<DynamicTest> everyLetterIsForEveryone() {
        var guest = browser.guest(Guest.Means.NARROW);
        return pages().filter(PagesTest::isLetter)
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    guest.page()
                            .setContent(browser.house()
                                    .visitor()
                                    .get(path, "Cookie", browser.neighbourhood().staff())
                                    .body());

                    assertThat(Axe.faultsOfALetter(guest.page())).isEmpty();
                }));
    }

    private static boolean isLetter(String path) {
        return path.endsWith("/html") || path.endsWith("/preview/mail");
    }

    @TestFactory
    Stream<DynamicTest> everyAnswerToAFormIsForEveryone() {
        return Stream.of(
                answer("the form with its faults", guest -> {
                    guest.opens("/events/" + browser.neighbourhood().open().slug());
                    guest.types("Uw e-mailadres", "ada@");
                    guest.presses("Aanmelden");
                    guest.seesTitle("Fout:");
                }),
                answer("the confirmation", guest -> {
                    guest.opens("/events/"
                            + browser.event().in(browser.database().pool()).slug());
                    guest.fillsInTheForm("Ada", "In de zaal");
                    guest.comesTo("U bent aangemeld");
                }),
                answer("the confirmation of a place in line", guest -> {
                    var slugs = browser.neighbourhood().slugs().toList();
                    guest.opens("/events/" + slugs.get(3));
                    guest.fillsInTheForm("Barbara", "In de zaal");
                    guest.comesTo("U staat op de wachtlijst");
                }),
                answer("the answer to who lost a link", guest -> {
                    guest.opens("/events/" + browser.neighbourhood().closed().slug());
                    guest.types("Uw e-mailadres", "nobody@mail.example");
                    guest.presses("Stuur mij mijn link");
                    guest.comesTo("Kijk in uw mail");
                }),
                answer("a sign-in that failed", guest -> {
                    guest.opens("/sign-in");
                    guest.types("Uw e-mailadres", "nobody@mail.example");
                    guest.presses("Inloggen");
                    guest.seesTitle("Fout:");
                }),
                answer("a password that is too short", guest -> {
                    guest.opens("/staff/" + browser.neighbourhood().staffLink());
                    guest.types("Uw nieuwe wachtwoord", "kort");
                    guest.presses("Bewaar en log in");
                    guest.seesTitle("Fout:");
                }));
    }

    private static DynamicTest answer(String name, Consumer<Guest> way) {
        return DynamicTest.dynamicTest(name, () -> {
            var guest = browser.guest(Guest.Means.NARROW);
            way.accept(guest);

            assertThat(inBothColours(guest)).isEmpty();
            assertThat(guest.newComplaints()).isEmpty();
        });
    }

    private static List<String> inBothColours(Guest guest) {
        return Stream.concat(
                        Axe.faults(guest.page(), ColorScheme.LIGHT).stream(),
                        Axe.faultsInTheDark(guest.page()).stream())
                .toList();
    }

    private static Stream<String> pages() {
        var guide = new Guide(browser.house().site().routes(), browser.neighbourhood());
        return guide.paths().stream().filter(PagesTest::isPage);
    }

    private static boolean isPage(String path) {
        var answer = browser.house()
                .visitor()
                .get(path, "Cookie", browser.neighbourhood().staff());
        return answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
    }
}
