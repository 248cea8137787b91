package nl.samenkomst.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.kit.db.Awaiting.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.samenkomst.account.Organisation;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.SomeStaff;
import nl.samenkomst.event.Event;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.SampleNetwork;
import nl.samenkomst.recap.TallyJob;
import nl.samenkomst.registration.Hallway;
import nl.samenkomst.spi.Gathering;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An evening from its last minute on: a room answers, three lend their words, and what came of it is told, that week and that year. */
class EveningJourneyTest {

    private static final int PHONES = 20;
    private static final Guest.Means BEAMER = new Guest.Means(1920, true, false, "nl-NL");
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    private static final Pattern QUOTE = Pattern.compile("/quotes/[A-Za-z0-9_-]{43}");

    private static final String PLANNING = "Strakke planning en ruimte voor eigen inbreng.";
    private static final String FACE = "Ik ken nu het gezicht achter het telefoonnummer.";
    private static final String LONG = "Had niet langer gehoeven, maar het was wel nuttig.";
    private static final String SHORTER = "Het was nuttig.";

    @RegisterExtension
    static final TestBrowser browser = new TestBrowser();

    private Organisation ours;
    private Network network;
    private Event bootcamp;

    /** It lasts for some minutes yet, so that nothing opens by itself. */
    @BeforeEach
    void aBootcampNearsItsEnd() {
        var pool = browser.database().pool();
        ours = new SomeStaff(pool).organisation("org-" + UUID.randomUUID());
        network = SampleNetwork.in(pool, ours);
        var start = Instant.now().minus(Duration.ofMinutes(100));
        bootcamp = browser.event(network)
                .start(start)
                .format("bootcamp")
                .attendance(Gathering.ON_SITE)
                .seats(24)
                .in(pool);
        var hall = new Hallway(browser.database(), start.minus(Duration.ofDays(7)));
        for (int one = 0; one < 6; one++) {
            hall.register(bootcamp, "Deelnemer" + one);
        }
    }

    /** Of what does not take place nobody is asked and nothing is counted: tests that come later see a house at rest. */
    @AfterEach
    void nothingGoesOn() {
        await(browser.database()
                .pool()
                .preparedQuery("update event set status = 'cancelled' where id = $1")
                .execute(Tuple.of(bootcamp.id())));
    }

    private Guest staff(Guest.Means means, Role role) {
        var staff = new SomeStaff(browser.database().pool());
        return browser.guest(means).bearing(staff.session(staff.member(ours, role)));
    }

    private String desk(String page) {
        return "/organise/events/" + bootcamp.slug() + "/" + page;
    }

    private static List<String> faults(Guest guest) {
        var faults = new ArrayList<>(Axe.faults(guest.page(), ColorScheme.LIGHT));
        faults.addAll(Axe.faultsInTheDark(guest.page()));
        return faults;
    }

    @Test
    void theRoomAnswersTheScreenFollowsAndWhatCameOfItIsTold() {
        var lead = staff(Guest.Means.DESKTOP, Role.ORGANISER);
        lead.opens(desk("survey"));
        lead.presses("Open nu");
        lead.reads("De vragen staan open.");
        var screen = staff(BEAMER, Role.FACILITATOR);
        screen.opens(desk("screen"));
        var code = screen.page().locator(".digits").innerText().replaceAll("[^0-9]", "");

        var ada = answering(code, PLANNING);
        var grace = answering(code, FACE);
        var mary = answering(code, LONG);
        screen.reads("Vanaf vijf antwoorden");
        for (int phone = 3; phone < PHONES; phone++) {
            assertThat(phone(code, phone)).isEqualTo(200);
        }
        assertThat(screen.page().locator(".count b")).hasText(String.valueOf(PHONES));
        assertThat(screen.page().locator("svg.bars, section svg").first()).isVisible();
        assertThat(faults(screen)).isEmpty();

        lead.opens(desk("survey"));
        release(lead, FACE);
        screen.reads(FACE);
        screen.doesNotRead(LONG);

        var adasLink = lends(ada, PLANNING, "Mijn naam en wat ik doe", "");
        var gracesLink = lends(grace, FACE, "Alleen wat ik doe", "");
        lends(mary, LONG, "Geen naam", "mary@mail.example");
        judges(lead);
        agrees(mary);
        withdraws(grace, gracesLink);
        ada.opens(adasLink);
        ada.comesTo("Uw woorden mogen getoond worden");

        ends();
        publishesTheRecap(lead);
        for (var path : List.of("/events/" + bootcamp.slug(), "/events/" + bootcamp.slug() + "/recap")) {
            ada.opens(path);
            toldOf(ada);
            ada.reads("Er ligt een wijkplan.");
        }
        browser.mailbox().newest("deelnemer0@mail.example", "Dit kwam eruit");

        var year = bootcamp.start().atZone(ZoneId.of("Europe/Amsterdam")).getYear();
        publishesTheYear(lead, year);
        ada.opens("/networks/" + network.slug() + "/review/" + year);
        toldOf(ada);
        ada.reads("Er ligt een wijkplan.");
        assertThat(faults(ada)).isEmpty();
        withdraws(ada, adasLink);
        eventually(
                () -> !served("/networks/" + network.slug() + "/review/" + year).contains(PLANNING));
        assertThat(served("/events/" + bootcamp.slug() + "/recap"))
                .doesNotContain(PLANNING)
                .contains(SHORTER);
    }

    /** What somebody gets who never was here before. */
    private static String served(String path) {
        return browser.house().visitor().get(path, "Accept-Language", "nl").body();
    }

    /** What two of three lent is there, one of it in other words; what was withdrawn and what was said at first is not. */
    private static void toldOf(Guest guest) {
        guest.reads(PLANNING);
        guest.reads(SHORTER);
        guest.doesNotRead(FACE);
        guest.doesNotRead(LONG);
    }

    /** Goes to the short address with the code, answers, and has sent it. */
    private Guest answering(String code, String words) {
        var guest = browser.guest(Guest.Means.PHONE);
        guest.opens("/f");
        guest.types("Code", code);
        guest.presses("Naar de vragen");
        guest.comesTo("Hoe was het voor u?");
        guest.page().locator("input[type=radio][value='4']").first().check();
        guest.page().locator("textarea").first().fill(words);
        guest.presses("Verstuur mijn antwoorden");
        guest.comesTo("Dank u wel");
        return guest;
    }

    /** A phone that runs no script; the status of the answer. */
    private int phone(String code, int number) {
        var path = "/events/" + bootcamp.slug() + "/feedback";
        var token = TOKEN.matcher(served(path + "?code=" + code));
        assertThat(token.find()).isTrue();
        return browser.house()
                .visitor()
                .post(
                        path,
                        Map.of(
                                "code",
                                code,
                                "token",
                                token.group(1),
                                "version",
                                "1",
                                "device",
                                "phone-number-" + number + "-of-many",
                                "answers[rating]",
                                String.valueOf(3 + number % 3)))
                .statusCode();
    }

    private static void release(Guest lead, String words) {
        var line = lead.page().locator("li").filter(new Locator.FilterOptions().setHasText(words));
        line.getByText("Zet op het scherm").first().click();
        lead.reads("Op het scherm");
    }

    /** Lends a sentence that was just sent; the link to it. */
    private static String lends(Guest guest, String words, String attribution, String email) {
        guest.chooses("“" + words + "”");
        guest.chooses(attribution);
        if (attribution.startsWith("Mijn naam")) {
            guest.types("Uw naam", "Ada de Vries");
        }
        if (!attribution.startsWith("Geen")) {
            guest.types("Wat u doet", "vrijwilliger");
        }
        guest.chooses("In de terugblik van deze bijeenkomst");
        guest.chooses("In de terugblik op het jaar");
        if (!email.isEmpty()) {
            guest.types("Uw e-mailadres", email);
        }
        guest.presses("Ja, dit mag");
        guest.comesTo("Dank u wel. Uw woorden zijn bewaard.");
        return guest.page().locator(".deed a").getAttribute("href");
    }

    /** Approves two, and proposes other words for the third. */
    private void judges(Guest lead) {
        lead.opens(desk("quotes"));
        assertThat(faults(lead)).isEmpty();
        for (var words : List.of(PLANNING, FACE)) {
            lead.opens(desk("quotes"));
            card(lead, words).getByText("Keur goed").click();
            lead.reads("Goedgekeurd. De woorden mogen nu staan");
        }
        lead.opens(desk("quotes"));
        card(lead, LONG).getByText("Stel andere woorden voor").click();
        lead.types("Uw voorstel", SHORTER);
        lead.presses("Leg het voor aan de schrijver");
        lead.reads("Uw voorstel ligt bij de schrijver.");
    }

    private static Locator card(Guest guest, String words) {
        return guest.page().locator(".card").filter(new Locator.FilterOptions().setHasText(words));
    }

    private void agrees(Guest author) {
        var mail = browser.mailbox().newest("mary@mail.example", "Mogen het ook deze woorden zijn?");
        var link = QUOTE.matcher(served("/dev/mail/" + mail + "/html"));
        assertThat(link.find()).isTrue();
        author.opens(link.group());
        author.presses("Ja, dit mag");
        author.reads("Deze woorden mogen er nu staan.");
    }

    private static void withdraws(Guest author, String link) {
        author.opens(link);
        author.presses("Haal mijn woorden weg");
        author.comesTo("Uw woorden zijn weg");
    }

    /** Half an hour goes by, and it is counted who was there. */
    private void ends() {
        var pool = browser.database().pool();
        await(pool.preparedQuery("""
                update event
                   set starts_at = starts_at - interval '30 minutes', ends_at = ends_at - interval '30 minutes'
                 where id = $1
                """).execute(Tuple.of(bootcamp.id())));
        await(TallyJob.of(pool, Clock.systemUTC()).run().get());
    }

    private void publishesTheRecap(Guest lead) {
        lead.opens(desk("recap"));
        lead.page().getByLabel("Een greep uit de resultaten").first().fill("Er ligt een wijkplan.");
        lead.presses("Publiceer");
        lead.reads("De terugblik is gepubliceerd.");
    }

    private void publishesTheYear(Guest lead, int year) {
        lead.opens("/organise/networks/" + network.slug() + "/review/" + year);
        for (var box : lead.page().locator("input[type=checkbox]").all()) {
            box.check();
        }
        lead.presses("Bewaar en publiceer");
        lead.reads("De terugblik is gepubliceerd.");
    }
}
