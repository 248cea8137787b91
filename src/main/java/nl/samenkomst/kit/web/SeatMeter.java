package nl.samenkomst.kit.web;

import com.github.jknack.handlebars.Handlebars;
import java.util.Locale;

/**
 * The drawing of the seats of one way of attending: up to 40 a table with a dot for each, above that a bar.
 *
 * @param seats how many there are, at least 1
 * @param taken how many of them are taken, 0 to {@code seats}
 * @param name what the drawing says, in words, for who does not see it
 */
public record SeatMeter(int seats, int taken, String name) {
    private static final int LARGEST_TABLE = 40;
    private static final int CHAIR = 13;
    private static final int NARROWEST = 160;

    public SeatMeter {
        if (seats < 1 || taken < 0 || taken > seats) {
            throw new IllegalArgumentException(taken + " of " + seats + " seats cannot be drawn");
        }
        if (name.isBlank()) {
            throw new IllegalArgumentException("a drawing needs a name");
        }
    }

    /** The drawing, ready to stand in a template without escaping. */
    public CharSequence drawing() {
        return new Handlebars.SafeString(svg());
    }

    /** An {@code svg} element in the current colour, sized in CSS pixels; to be put in a page as it is. */
    public String svg() {
        return seats <= LARGEST_TABLE ? table() : bar();
    }

    /** Filled from the start side, chairs across from each other first: filled is taken, a ring is free. */
    private String table() {
        int length = (seats + 1) / 2 * CHAIR;
        int width = Math.max(NARROWEST, length + 4);
        StringBuilder drawn = new StringBuilder(64 * seats)
                .append(opening("meter"))
                .append(" viewBox=\"0 0 %1$d 36\" width=\"%1$d\" height=\"36\" preserveAspectRatio=\"xMinYMid\">"
                        .formatted(width))
                .append("<rect x=\"2\" y=\"13\" width=\"%d\" height=\"10\" rx=\"1.5\" fill-opacity=\".2\"/>"
                        .formatted(length));
        for (int seat = 0; seat < seats; seat++) {
            drawn.append(chair(seat));
        }
        return drawn.append("</svg>").toString();
    }

    private String chair(int seat) {
        int across = 8 + seat / 2 * CHAIR;
        int down = seat % 2 == 0 ? 5 : 30;
        String place = "<circle cx=\"" + across + ".5\" cy=\"" + down + ".5\" ";
        return seat < taken
                ? place + "r=\"4.5\"/>"
                : place + "r=\"3.75\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\"/>";
    }

    private String bar() {
        return opening("meter bar")
                + String.format(
                        Locale.ROOT,
                        " width=\"160\" height=\"12\"><rect width=\"%.1f%%\" height=\"100%%\"/></svg>",
                        100.0 * taken / seats);
    }

    private String opening(String classes) {
        return "<svg class=\"" + classes + "\" role=\"img\" aria-label=\"" + escaped() + "\" fill=\"currentColor\"";
    }

    private String escaped() {
        return name.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
