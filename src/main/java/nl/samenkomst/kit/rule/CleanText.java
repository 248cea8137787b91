package nl.samenkomst.kit.rule;

import java.util.regex.Pattern;

/** Takes out of a typed text what nobody sees: control characters, broken characters, and marks that turn the reading direction. */
public final class CleanText {

    private static final Pattern LINE_END = Pattern.compile("\\r\\n|[\\r\\n\\x{B}\\x{C}\\x{85}\\x{2028}\\x{2029}]");
    private static final Pattern SPACE = Pattern.compile("[ \\t]+");
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{Cc}\\p{Cs}\\x{61C}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}\\x{FEFF}&&[^\\n\\t]]");

    private CleanText() {}

    /** Several lines, each ended by one line feed; without space at its two ends. */
    public static String lines(String text) {
        if (plain(text)) {
            return text.strip();
        }
        return UNSEEN.matcher(LINE_END.matcher(text).replaceAll("\n"))
                .replaceAll("")
                .strip();
    }

    /** One line: a line end becomes a space. */
    public static String line(String text) {
        var lines = lines(text);
        return plain(lines) && !lines.contains("  ")
                ? lines
                : SPACE.matcher(lines.replace('\n', ' ')).replaceAll(" ");
    }

    /** Nearly every text is such that there is nothing to look for. */
    private static boolean plain(String text) {
        return text.chars().allMatch(letter -> letter >= ' ' && letter <= '~');
    }

    /** Whether it would take more than one line to write this. */
    public static boolean broken(String text) {
        return !plain(text) && LINE_END.matcher(text.strip()).find();
    }
}
