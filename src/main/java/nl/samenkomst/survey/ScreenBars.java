package nl.samenkomst.survey;

import com.github.jknack.handlebars.Handlebars;
import java.util.List;

/**
 * The bars on the room's screen, to be read from ten metres: drawn in the pixels of a screen that is 1920 wide. Their table stands
 * behind them.
 *
 * @param name what the drawing says, in words, for who does not see it
 */
record ScreenBars(String name, List<Bar> bars) {

    private static final int WIDTH = 1200;
    private static final int AXIS = 190;
    private static final int STEP = 54;
    private static final int BAR = 38;
    private static final int NUMBER = 80;
    private static final int LETTER = 29;

    /**
     * One step of the scale.
     *
     * @param meaning what it means; empty for the steps between
     */
    record Bar(String value, String meaning, int count) {}

    ScreenBars {
        bars = List.copyOf(bars);
    }

    /** The drawing, ready to stand in a template without escaping. */
    public CharSequence drawing() {
        int high = bars.size() * STEP + 12;
        int most = Math.max(1, bars.stream().mapToInt(Bar::count).max().orElse(1));
        var drawn = new StringBuilder("<svg role=\"img\" aria-label=\"%s\" viewBox=\"0 0 %d %d\" font-size=\"%d\">"
                .formatted(Handlebars.Utils.escapeExpression(name), WIDTH, high, LETTER));
        for (int at = 0; at < bars.size(); at++) {
            drawn.append(bar(bars.get(at), at * STEP + 12, most));
        }
        return new Handlebars.SafeString(
                drawn.append("<path class=\"axis\" d=\"M%d 0V%d\"/></svg>".formatted(AXIS, high)));
    }

    private static String bar(Bar bar, int top, int most) {
        int length = Math.round((float) bar.count() / most * (WIDTH - AXIS - NUMBER));
        int line = top + BAR - 9;
        return text(0, line, "", bar.value())
                + text(32, line, "", bar.meaning())
                + "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>".formatted(AXIS, top, length, BAR)
                + text(AXIS + length + 16, line, " font-weight=\"700\"", String.valueOf(bar.count()));
    }

    private static String text(int left, int down, String attributes, String inside) {
        return inside.isEmpty()
                ? ""
                : "<text x=\"%d\" y=\"%d\"%s>%s</text>"
                        .formatted(left, down, attributes, Handlebars.Utils.escapeExpression(inside));
    }
}
