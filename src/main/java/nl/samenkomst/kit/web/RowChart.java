package nl.samenkomst.kit.web;

import com.github.jknack.handlebars.Handlebars;
import java.util.List;
import java.util.Optional;

/**
 * A chart of named numbers under each other, each with its value at the end of its bar; shown with its table by the template
 * {@code kit/web/chart}. Where numbers are compared with earlier ones, these are drawn as empty bars above.
 *
 * @param name what the drawing says, in words, for who does not see it
 * @param of what the rows are, the head of the table's first column
 * @param now what the numbers are, the head of their column
 * @param earlier what the earlier numbers are; may be empty where there are none
 */
public record RowChart(List<Row> rows, String name, String of, String now, String earlier) {

    private static final int WIDTH = 440;
    /** Of a drawing that stands beside a story, where a wide one would be shown too small to read. */
    private static final int NARROW = 340;

    private static final int LABELS = 150;
    private static final int VALUE = 44;
    private static final int BAR = 16;
    private static final int GAP = 14;
    /** What fits beside the axis at this size; where one label is longer, all stand above their bars. */
    private static final int LETTERS = 21;
    /** What fits above a bar; longer labels are cut, and stand whole in the table. */
    private static final int LETTERS_ABOVE = 46;

    private static final int LINE = 20;
    private static final int BESIDE_AXIS = 7;

    /**
     * One number.
     *
     * @param value 0 or more
     * @param earlier 0 or more
     */
    public record Row(String label, int value, Optional<Integer> earlier) {

        public Row {
            if (value < 0 || earlier.orElse(0) < 0) {
                throw new IllegalArgumentException("a bar cannot be drawn for " + value + " and " + earlier);
            }
        }

        public Row(String label, int value) {
            this(label, value, Optional.empty());
        }

        /** For the table: empty where nothing is known. */
        public String before() {
            return earlier.map(String::valueOf).orElse("");
        }
    }

    public RowChart {
        rows = List.copyOf(rows);
        if (rows.isEmpty() || name.isBlank()) {
            throw new IllegalArgumentException("a chart needs rows and a name");
        }
    }

    /** Without anything earlier. */
    public RowChart(List<Row> rows, String name, String of, String now) {
        this(rows, name, of, now, "");
    }

    public boolean compared() {
        return rows.stream().anyMatch(row -> row.earlier().isPresent());
    }

    /** The drawing, ready to stand in a template without escaping. */
    public CharSequence drawing() {
        return drawing(WIDTH);
    }

    /** The same for little room; {@code {{> kit/web/chart narrow=true}}} takes this one. */
    public CharSequence narrowDrawing() {
        return drawing(NARROW);
    }

    private CharSequence drawing(int width) {
        int high = rows.size() * step() + GAP / 2;
        int most = rows.stream()
                .mapToInt(row -> Math.max(row.value(), row.earlier().orElse(0)))
                .max()
                .orElse(0);
        var drawn = new StringBuilder(2_048)
                .append("<svg role=\"img\" aria-label=\"%s\" viewBox=\"0 0 %d %d\" fill=\"currentColor\">"
                        .formatted(Handlebars.Utils.escapeExpression(name), width, high));
        for (int at = 0; at < rows.size(); at++) {
            drawn.append(row(rows.get(at), at * step() + GAP / 2, Math.max(1, most), width));
        }
        return new Handlebars.SafeString(
                drawn.append("<path d=\"M%d.5 0V%d\" class=\"axis\"/></svg>".formatted(axis(), high)));
    }

    private boolean above() {
        return rows.stream().anyMatch(row -> row.label().length() > LETTERS);
    }

    private int axis() {
        return above() ? 0 : LABELS;
    }

    private int step() {
        return (compared() ? 2 * BAR : BAR) + GAP + (above() ? LINE : 0);
    }

    private String row(Row row, int begin, int most, int width) {
        int top = above() ? begin + LINE : begin;
        int down = compared() ? top + BAR : top;
        var drawn = new StringBuilder(label(row, begin));
        row.earlier().ifPresent(earlier -> drawn.append(
                        "<rect x=\"%d.5\" y=\"%d.5\" width=\"%d\" height=\"%d\" class=\"before\"/>"
                                .formatted(axis(), top, length(earlier, most, width), BAR - 2))
                .append(text(
                        axis() + length(earlier, most, width) + 7, top + 13, "font-size=\"13\"", earlier.toString())));
        return drawn.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>"
                        .formatted(axis(), down, length(row.value(), most, width), BAR))
                .append(text(
                        axis() + length(row.value(), most, width) + 8,
                        down + 13,
                        "font-size=\"14\" font-weight=\"700\"",
                        String.valueOf(row.value())))
                .toString();
    }

    private String label(Row row, int begin) {
        if (above()) {
            return text(BESIDE_AXIS, begin + 14, "font-size=\"14\"", cut(row.label()));
        }
        int middle = compared() ? begin + BAR : begin + BAR / 2;
        return text(0, middle + 5, "font-size=\"14\"", row.label());
    }

    private int length(int value, int most, int width) {
        return Math.round((float) value / most * (width - axis() - VALUE));
    }

    private static String cut(String label) {
        return label.length() <= LETTERS_ABOVE
                ? label
                : label.substring(0, LETTERS_ABOVE - 1).stripTrailing() + "…";
    }

    private static String text(int left, int down, String attributes, String inside) {
        return "<text x=\"%d\" y=\"%d\" %s>%s</text>"
                .formatted(left, down, attributes, Handlebars.Utils.escapeExpression(inside));
    }
}
