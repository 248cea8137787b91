package nl.samenkomst.kit.mail;

import com.github.jknack.handlebars.EscapingStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A letter written once for many people, with holes where each one's own words go.
 *
 * <p>A hole is a character that Unicode keeps for the inner use of programs (a noncharacter, U+FDD0 and on), so no text that is
 * exchanged holds one.
 */
final class Stencil {

    private static final char FIRST = '\uFDD0';
    private static final int MOST = 32;
    private static final List<String> SCHEMES = List.of("https://", "http://");

    private final Sheet subject;
    private final Sheet text;
    private final Sheet html;

    /** @param holed a letter in which each of one's own words is a {@link #hole} */
    Stencil(Written holed) {
        this.subject = Sheet.of(holed.subject());
        this.text = Sheet.of(holed.text());
        this.html = Sheet.of(holed.html());
    }

    /** What stands in for one's own words; a link stays one, as what begins like one is told as a link. */
    static String hole(int number, String words) {
        return words.isEmpty() ? "" : scheme(words) + (char) (FIRST + number);
    }

    /** Whether these words come out of a letter as they go in, so that they can as well be filled in afterwards. */
    static boolean fits(String words) {
        return unholed(words)
                && words.equals(words.strip())
                && words.contentEquals(Inert.restored(new Inert().escape(words).toString()));
    }

    /** Whether no character of it would be taken for a hole. */
    static boolean unholed(String text) {
        return text.chars().noneMatch(Stencil::hole);
    }

    /** The letter to who has these words, in the order of the holes. */
    Written filled(List<String> words) {
        var plain =
                words.stream().map(one -> one.substring(scheme(one).length())).toList();
        return new Written(
                subject.filled(plain, UnaryOperator.identity()),
                text.filled(plain, UnaryOperator.identity()),
                html.filled(plain, one -> EscapingStrategy.DEF.escape(one).toString()));
    }

    private static String scheme(String words) {
        return SCHEMES.stream().filter(words::startsWith).findFirst().orElse("");
    }

    private static boolean hole(int c) {
        return c >= FIRST && c < FIRST + MOST;
    }

    /** A text in pieces, and which hole follows each piece but the last. */
    private record Sheet(List<String> pieces, List<Integer> holes) {

        static Sheet of(String text) {
            var pieces = new ArrayList<String>();
            var holes = new ArrayList<Integer>();
            int from = 0;
            for (int at = 0; at < text.length(); at++) {
                if (hole(text.charAt(at))) {
                    pieces.add(text.substring(from, at));
                    holes.add(text.charAt(at) - FIRST);
                    from = at + 1;
                }
            }
            pieces.add(text.substring(from));
            return new Sheet(pieces, holes);
        }

        String filled(List<String> words, UnaryOperator<String> escape) {
            var whole = new StringBuilder(pieces.get(0));
            for (int i = 0; i < holes.size(); i++) {
                whole.append(escape.apply(words.get(holes.get(i)))).append(pieces.get(i + 1));
            }
            return whole.toString();
        }
    }
}
