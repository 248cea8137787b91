package nl.samenkomst.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.samenkomst.kit.db.Awaiting.await;

import nl.samenkomst.account.OrganisationStore;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.SomeStaff;
import nl.samenkomst.event.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pages of the workspace that stay open show by themselves who registers. */
class FollowingJourneyTest {

    @RegisterExtension
    static final TestBrowser browser = new TestBrowser();

    @Test
    void whoRegistersComesUpOnOpenPagesWithoutReloading() {
        var event = browser.event().in(browser.database().pool());
        var today = facilitator(event);
        var people = facilitator(event);
        follows(today, "/organise");
        follows(people, "/organise/events/" + event.slug() + "/people");

        browser.house().visitor().json("POST", "/api/v1/events/" + event.slug() + "/registrations", """
                        {"name": "Hedy", "email": "hedy@mail.example", "attendance": "on_site", "sector": "resident"}
                        """);

        assertThat(today.page().locator("#news .fresh").first()).containsText("Hedy");
        assertThat(people.page().locator("#people tbody tr").first()).containsText("Hedy");
    }

    /** Opens the page, and waits until its line to the server is open. */
    private static void follows(Guest guest, String path) {
        guest.page().waitForResponse(answer -> answer.url().contains("/organise/stream"), () -> guest.opens(path));
    }

    private static Guest facilitator(Event event) {
        var pool = browser.database().pool();
        var ours = await(new OrganisationStore(pool).find(event.organisation())).orElseThrow();
        var staff = new SomeStaff(pool);
        return browser.guest(Guest.Means.DESKTOP).bearing(staff.session(staff.member(ours, Role.FACILITATOR)));
    }
}
