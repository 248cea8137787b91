package nl.samenkomst.event;

import com.github.jknack.handlebars.Handlebars;
import java.util.Locale;

/**
 * A room seen from above, with the chairs that fit in it at the distance people keep.
 *
 * @param fits how many chairs fit, 1 to {@link #MOST}
 * @param given how many of them are given away: these are filled
 */
record RoomDrawing(int fits, int given, String name) {

    /** More would be dots too small to tell apart. */
    static final int MOST = 120;

    private static final int CELL = 26;
    private static final int WALL = 2;

    RoomDrawing {
        if (fits < 1 || fits > MOST || given < 0) {
            throw new IllegalArgumentException(given + " of " + fits + " chairs cannot be drawn");
        }
    }

    /** An {@code svg} element in the current colour, ready to stand in a template without escaping. */
    CharSequence drawing() {
        int across = Math.max(1, (int) Math.ceil(Math.sqrt(fits * 1.8)));
        int down = (fits + across - 1) / across;
        int width = across * CELL + 2 * WALL;
        int height = down * CELL + 2 * WALL;
        var drawn = new StringBuilder(64 * fits)
                .append(String.format(
                        Locale.ROOT,
                        "<svg class=\"chart\" role=\"img\" aria-label=\"%s\" viewBox=\"0 0 %d %d\" fill=\"currentColor\">",
                        escaped(),
                        width,
                        height))
                .append(String.format(
                        Locale.ROOT,
                        "<rect x=\"1\" y=\"1\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"/>",
                        width - 2,
                        height - 2));
        for (int chair = 0; chair < fits; chair++) {
            drawn.append(
                    chair(chair, WALL + chair % across * CELL + CELL / 2, WALL + chair / across * CELL + CELL / 2));
        }
        return new Handlebars.SafeString(drawn.append("</svg>").toString());
    }

    private String chair(int chair, int x, int y) {
        return chair < given
                ? "<circle cx=\"" + x + "\" cy=\"" + y + "\" r=\"5.5\"/>"
                : "<circle cx=\"" + x + "\" cy=\"" + y
                        + "\" r=\"4.75\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\"/>";
    }

    private String escaped() {
        return name.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
