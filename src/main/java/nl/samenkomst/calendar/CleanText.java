package nl.samenkomst.calendar;

import java.util.regex.Pattern;

/** Takes out of people's texts what would break a calendar's line or turn its reading direction. */
final class CleanText {

    private static final Pattern LINE_END = Pattern.compile("\\r\\n?|[\\u2028\\u2029\\u0085\\u000B\\u000C]");
    private static final Pattern SPACE = Pattern.compile("[\\t ]+");

    /** Controls, halves of surrogate pairs, and the marks that embed, override or isolate a direction. */
    private static final Pattern UNWANTED =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF&&[^\\n\\t]]");

    private CleanText() {}

    /** On one line: every line break becomes a space. */
    static String oneLine(String text) {
        return SPACE.matcher(lines(text).replace('\n', ' ')).replaceAll(" ").strip();
    }

    /** With its line breaks, each a single line feed. */
    static String lines(String text) {
        return UNWANTED.matcher(LINE_END.matcher(text).replaceAll("\n"))
                .replaceAll("")
                .strip();
    }
}
