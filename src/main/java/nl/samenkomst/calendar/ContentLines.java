package nl.samenkomst.calendar;

import java.util.stream.Collectors;

/**
 * The lines of a calendar file as they travel: at most 75 octets each, longer ones folded (RFC 5545 section 3.1).
 *
 * <p>iCal4j folds by characters, so a line of an Asian script or of emoji outgrows the bound, and short lines are cut
 * in the middle of a link for nothing. Here octets are counted, and no character is torn.
 */
final class ContentLines {

    private static final int OCTETS = 75;

    private ContentLines() {}

    /** Folds lines that end in CRLF. */
    static String folded(String lines) {
        return lines.lines().map(ContentLines::fold).collect(Collectors.joining());
    }

    private static String fold(String line) {
        var folded = new StringBuilder(line.length() + 16);
        int octets = 0;
        for (int at = 0; at < line.length(); ) {
            int character = line.codePointAt(at);
            if (octets + octets(character) > OCTETS) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.appendCodePoint(character);
            octets += octets(character);
            at += Character.charCount(character);
        }
        return folded.append("\r\n").toString();
    }

    private static int octets(int character) {
        if (character < 0x80) {
            return 1;
        }
        if (character < 0x800) {
            return 2;
        }
        return character < 0x10000 ? 3 : 4;
    }
}
