package nl.samenkomst.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the measurement prints, a row as soon as it is known, and at the end which targets are reached. */
final class Paper {

    private final List<String> verdicts = new ArrayList<>();

    void say(String line) {
        System.out.println(line);
    }

    void head(String title) {
        say("");
        say(title);
    }

    /** A row of what clients of ours did. */
    void row(String what, Crowd.Tally tally, String rest) {
        say(String.format(
                Locale.ROOT,
                "  %-58s %8.0f/s   p50 %6.1f ms   p99 %6.1f ms%s",
                what,
                tally.perSecond(),
                tally.milliseconds(0.5),
                tally.milliseconds(0.99),
                rest));
    }

    void row(String what, double perSecond) {
        say(String.format(Locale.ROOT, "  %-58s %8.0f/s", what, perSecond));
    }

    void ratio(String what, double ratio, double least) {
        verdict(what, ratio, "%.2f ×", "at least", least, ratio >= least);
    }

    void most(String what, double value, String unit, double most) {
        verdict(what, value, "%.1f " + unit, "at most", most, value <= most);
    }

    void least(String what, double value, String unit, double least) {
        verdict(what, value, "%.1f " + unit, "at least", least, value >= least);
    }

    private void verdict(String what, double value, String shape, String bound, double wanted, boolean reached) {
        var format = "  %-58s " + shape + ", wanted: " + bound + " " + shape + "   %s";
        verdicts.add(String.format(Locale.ROOT, format, what, value, wanted, reached ? "reached" : "NOT REACHED"));
    }

    void verdicts() {
        head("Against the targets");
        verdicts.forEach(this::say);
    }
}
