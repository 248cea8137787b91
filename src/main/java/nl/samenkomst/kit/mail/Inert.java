package nl.samenkomst.kit.mail;

import com.github.jknack.handlebars.EscapingStrategy;

/**
 * Keeps what people typed from being read as the letter's own signs: in a value, each sign of the template language is put
 * aside as a private-use character until the letter has been taken apart.
 */
final class Inert implements EscapingStrategy {

    private static final String SIGNS = "*[]()|#>-=@:\\";
    private static final char ASIDE = '\uE000';

    @Override
    public CharSequence escape(CharSequence value) {
        var kept = new StringBuilder(value.length());
        value.chars().forEach(c -> {
            if (Character.isWhitespace(c)) {
                kept.append(' ');
            } else if (SIGNS.indexOf(c) >= 0) {
                kept.append((char) (ASIDE + c));
            } else if (!hidden(c)) {
                kept.append((char) c);
            }
        });
        return kept;
    }

    /** The text as it was typed. */
    static String restored(String text) {
        var restored = new StringBuilder(text.length());
        text.chars().forEach(c -> restored.append((char) (aside(c) ? c - ASIDE : c)));
        return restored.toString();
    }

    private static boolean aside(int c) {
        return c >= ASIDE && c < ASIDE + 128;
    }

    /** Control characters, and those that turn the direction of all that follows. */
    private static boolean hidden(int c) {
        return aside(c)
                || Character.isISOControl(c)
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2066' && c <= '\u2069');
    }
}
