package nl.samenkomst.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Somebody at a browser of their own, who looks, types and presses as a person does. */
final class Guest implements AutoCloseable {

    private static final int PATIENCE_MS = 10_000;

    private static final int MOST_STOPS = 60;

    /** An outline of two CSS pixels or more, on the thing itself or on the label round it. */
    private static final String FOCUS_IS_SEEN = """
            [document.activeElement, document.activeElement.closest('label')].some(thing => {
              const style = thing && getComputedStyle(thing);
              return style && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
            })
            """;

    private final String base;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private int status;

    /** What somebody browses with; the width in CSS pixels, the language as a BCP 47 tag. */
    record Means(int width, boolean script, boolean dark, String language) {

        static final Means PHONE = new Means(390, true, false, "nl-NL");
        static final Means NARROW = new Means(320, true, false, "nl-NL");
        static final Means DESKTOP = new Means(1280, true, false, "nl-NL");

        Means withoutScript() {
            return new Means(width, false, dark, language);
        }

        Means speaking(String tag) {
            return new Means(width, script, dark, tag);
        }
    }

    private Guest(String base, BrowserContext context) {
        this.base = base;
        this.context = context;
        context.setDefaultTimeout(PATIENCE_MS);
        context.onRequest(this::noteElsewhere);
        context.onResponse(this::noteAnswer);
        context.onConsoleMessage(this::noteComplaint);
        context.onWebError(error -> complaints.add("script: " + error.error()));
        this.page = context.newPage();
    }

    static Guest with(Means means, Browser browser, String base) {
        return new Guest(
                base,
                browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(means.width(), means.width() < 800 ? 844 : 800)
                        .setJavaScriptEnabled(means.script())
                        .setColorScheme(means.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setLocale(means.language())));
    }

    private void noteElsewhere(Request request) {
        var url = request.url();
        if (!url.startsWith(base + "/") && !url.startsWith("data:") && !url.startsWith("about:")) {
            complaints.add("asked elsewhere: " + url);
        }
    }

    private void noteAnswer(Response answer) {
        if (answer.request().isNavigationRequest() && answer.frame().equals(page.mainFrame())) {
            status = answer.status();
        }
        if (answer.status() >= 400 && !answer.request().isNavigationRequest()) {
            complaints.add(answer.status() + " for " + answer.url());
        }
    }

    /** A refused form is a failed load to the console, but not to a person. */
    private void noteComplaint(ConsoleMessage message) {
        var loud = message.type().equals("error") || message.type().equals("warning");
        if (loud && !message.text().startsWith("Failed to load resource")) {
            complaints.add(page.url() + ": " + message.text());
        }
    }

    /** What this browser complained of up to now: its console, files that are not there, other hosts. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** The same, once. */
    List<String> newComplaints() {
        var heard = complaints();
        complaints.clear();
        return heard;
    }

    /** The status of the page that came last. */
    int status() {
        return status;
    }

    Page page() {
        return page;
    }

    /** Has this cookie, as {@code name=value}. */
    Guest bearing(String cookie) {
        var parts = cookie.split("=", 2);
        context.addCookies(List.of(new Cookie(parts[0], parts[1]).setUrl(base)));
        return this;
    }

    List<Cookie> cookies() {
        return context.cookies();
    }

    /** Goes to a path of the installation, or to a link out of a mail. */
    Response opens(String path) {
        return page.navigate(path.startsWith("http") ? path : base + path);
    }

    void follows(String link) {
        link(link).click();
    }

    /** By the Enter key: while a sandboxed frame is drawn late, a press of the mouse may land in it. */
    void followsBesideALetter(String link) {
        link(link).press("Enter");
    }

    private Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    /** Follows the first link that leads to this path. */
    void followsTo(String path) {
        page.locator("main a[href^=\"" + path + "\"]").first().click();
    }

    /** Follows a link to a file; tells what is in it. */
    String downloads(String link) {
        var file = page.waitForDownload(() -> followsBesideALetter(link)).path();
        try {
            return Files.readString(file);
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    /** Goes from stop to stop by the Tab key until here; each stop on the way must show that it has the focus. */
    void tabsTo(String selector) {
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            page.keyboard().press("Tab");
            if (!(Boolean) page.evaluate(FOCUS_IS_SEEN)) {
                throw new AssertionError("no focus to be seen at " + page.evaluate("document.activeElement.outerHTML"));
            }
            if ((Boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
                return;
            }
        }
        throw new AssertionError("the Tab key does not come to " + selector);
    }

    void types(String label, String text) {
        page.getByLabel(label).fill(text);
    }

    void chooses(String label) {
        page.getByLabel(label).first().check();
    }

    void picks(String label, String option) {
        page.getByLabel(label).selectOption(option);
    }

    void presses(String button) {
        button(button).click();
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    /** Fills in what a wijktafel's form asks, without a mistake, and sends it. */
    void fillsInTheForm(String name, String way) {
        chooses(way);
        types("Uw naam", name);
        types("Uw e-mailadres", name.toLowerCase(Locale.ROOT) + "@mail.example");
        chooses("Vrijwilligers of een kleine organisatie");
        page.locator("form[action*='/registrations'] button").click();
    }

    /** Sees a heading that says this, at once or after a moment. */
    void comesTo(String heading) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(heading))
                        .first())
                .isVisible();
    }

    void reads(String text) {
        assertThat(page.getByText(text).first()).isVisible();
    }

    void doesNotRead(String text) {
        assertThat(page.getByText(text)).hasCount(0);
    }

    /** The field holds this. */
    void finds(String label, String text) {
        assertThat(page.getByLabel(label)).hasValue(text);
    }

    void finds(String label) {
        assertThat(page.getByLabel(label).first()).isChecked();
    }

    void seesTitle(String beginning) {
        assertThat(page).hasTitle(Pattern.compile("^" + beginning));
    }

    /** Takes a picture of the whole page. */
    void keepsAPicture(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    @Override
    public void close() {
        context.close();
    }
}
