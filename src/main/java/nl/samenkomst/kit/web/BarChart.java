package nl.samenkomst.kit.web;

import com.github.jknack.handlebars.Handlebars;
import java.util.List;

/**
 * A small chart of numbers side by side, its value written at the bars that matter; its table stands below it.
 *
 * @param name what the drawing says, in words, for who does not see it
 */
public record BarChart(List<Bar> bars, String name) {

    private static final int WIDTH = 340;
    private static final int HEIGHT = 160;
    private static final int HEAD = 18;
    private static final int FOOT = 24;

    /**
     * One number.
     *
     * @param label below the bar, may be empty
     * @param value 0 or more
     * @param strong drawn full, with its value; the others are drawn soft
     */
    public record Bar(String label, int value, boolean strong) {

        public Bar {
            if (value < 0) {
                throw new IllegalArgumentException("a bar cannot be drawn for " + value);
            }
        }
    }

    public BarChart {
        bars = List.copyOf(bars);
        if (bars.isEmpty() || name.isBlank()) {
            throw new IllegalArgumentException("a chart needs bars and a name");
        }
    }

    /** The drawing, ready to stand in a template without escaping. */
    public CharSequence drawing() {
        int most = Math.max(1, bars.stream().mapToInt(Bar::value).max().orElse(1));
        var drawn = new StringBuilder(2_048)
                .append(
                        "<svg class=\"chart\" role=\"img\" aria-label=\"%s\" viewBox=\"0 0 %d %d\" fill=\"currentColor\">"
                                .formatted(Handlebars.Utils.escapeExpression(name), WIDTH, HEIGHT));
        int room = WIDTH / bars.size();
        for (int i = 0; i < bars.size(); i++) {
            drawn.append(bar(bars.get(i), i * room, room, most));
        }
        return new Handlebars.SafeString(
                drawn.append("<path d=\"M0 %1$d.5H%2$d\" stroke=\"currentColor\" stroke-width=\"1.5\"/></svg>"
                        .formatted(HEIGHT - FOOT, WIDTH)));
    }

    private static String bar(Bar bar, int left, int room, int most) {
        int high = Math.round((float) bar.value() / most * (HEIGHT - HEAD - FOOT));
        int top = HEIGHT - FOOT - high;
        int middle = left + room / 2;
        var drawn = new StringBuilder("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"%s/>"
                .formatted(left + 2, top, room - 4, high, bar.strong() ? "" : " fill-opacity=\".7\""));
        if (bar.strong()) {
            drawn.append(text(middle, top - 5, "<tspan font-weight=\"700\">" + bar.value() + "</tspan>"));
        }
        if (!bar.label().isEmpty()) {
            drawn.append(text(
                    middle,
                    HEIGHT - 6,
                    Handlebars.Utils.escapeExpression(bar.label()).toString()));
        }
        return drawn.toString();
    }

    private static String text(int middle, int down, String inside) {
        int kept = Math.max(28, Math.min(WIDTH - 28, middle));
        return "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>".formatted(kept, down, inside);
    }
}
