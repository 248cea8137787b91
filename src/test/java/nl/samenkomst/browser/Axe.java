package nl.samenkomst.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.stream.Stream;

/** Looks over a page for what keeps people out: WCAG 2.2 AA, EN 301 549 and good practice, by axe. */
final class Axe {

    private static final List<String> LAW =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "EN-301-549");
    private static final List<String> LAW_AND_GOOD_PRACTICE =
            Stream.concat(LAW.stream(), Stream.of("best-practice")).toList();

    /** What depends on the colours of a page, and on nothing else. */
    private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

    /** What depends on the words of a page, and not on how it is made. */
    private static final List<String> OF_WORDS = List.of(
            "aria-command-name",
            "button-name",
            "document-title",
            "empty-heading",
            "html-lang-valid",
            "image-alt",
            "input-button-name",
            "label",
            "link-name",
            "svg-img-alt",
            "target-size",
            "valid-lang");

    /** How far the page reaches beyond the screen's sides, in CSS pixels. */
    private static final String OVERFLOW =
            "document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private Axe() {}

    /** What is wrong with the page in these colours, a line for each place. */
    static List<String> faults(Page page, ColorScheme colours) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
        return Stream.concat(violations(new AxeBuilder(page).withTags(LAW_AND_GOOD_PRACTICE), colours), overflow(page))
                .toList();
    }

    /** The same page, looked over in dark colours for what colours alone can spoil. */
    static List<String> faultsInTheDark(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        return violations(new AxeBuilder(page).withRules(OF_COLOURS), ColorScheme.DARK)
                .toList();
    }

    /** The same page, looked over in another language for what words alone can spoil. */
    static List<String> faultsOfWords(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        return Stream.concat(violations(new AxeBuilder(page).withRules(OF_WORDS), ColorScheme.LIGHT), overflow(page))
                .toList();
    }

    /** What is wrong with a letter: it has no landmarks, which good practice asks of a page. */
    static List<String> faultsOfALetter(Page letter) {
        return Stream.concat(violations(new AxeBuilder(letter).withTags(LAW), ColorScheme.LIGHT), overflow(letter))
                .toList();
    }

    /** A caught letter's frame runs no script, so nothing could look into it; its page is looked over by itself. */
    private static Stream<String> violations(AxeBuilder axe, ColorScheme colours) {
        var results = axe.setLegacyMode(true).exclude("iframe.letter").analyze();
        return results.getViolations().stream()
                .flatMap(rule -> rule.getNodes().stream().map(node -> colours + ": " + told(rule, node)));
    }

    private static String told(Rule rule, CheckedNode node) {
        return rule.getId() + " at " + node.getTarget() + ": " + node.getFailureSummary();
    }

    private static Stream<String> overflow(Page page) {
        var beyond = ((Number) page.evaluate(OVERFLOW)).intValue();
        return beyond > 0 ? Stream.of("reaches " + beyond + " px beyond the screen") : Stream.empty();
    }
}
