package nl.samenkomst.kit.mail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Takes a filled-in letter apart into its blocks; an empty line ends a block. */
final class Blocks {

    private static final int LEAF_PARTS = 5;

    private Blocks() {}

    static List<Block> of(String text) {
        return Arrays.stream(text.replace("\r", "").split("\n[ \t]*\n"))
                .map(block -> Arrays.stream(block.split("\n"))
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList())
                .filter(lines -> !lines.isEmpty())
                .map(Blocks::block)
                .toList();
    }

    private static Block block(List<String> lines) {
        if (lines.get(0).startsWith("- ")) {
            return new Block.Facts(lines.stream().map(Blocks::fact).toList());
        }
        var text = String.join(" ", lines);
        if (text.startsWith("# ")) {
            return new Block.Lead(spans(text.substring(2)));
        }
        if (text.startsWith("@ ")) {
            return leaf(text.substring(2));
        }
        if (text.startsWith("> ")) {
            return new Block.Small(spans(text.substring(2)));
        }
        if (text.startsWith("-- ")) {
            return new Block.Why(spans(text.substring(3)));
        }
        var spans = spans(text);
        return spans.size() == 1 && spans.get(0).href().isPresent()
                ? new Block.Button(spans.get(0).words(), spans.get(0).href().get())
                : new Block.Paragraph(spans);
    }

    private static Block.Fact fact(String line) {
        int colon = line.indexOf(": ");
        if (!line.startsWith("- ") || colon < 0) {
            throw new IllegalArgumentException("a fact is \"- label: value | help\", not " + line);
        }
        var value = line.substring(colon + 2);
        int bar = value.indexOf('|');
        return new Block.Fact(
                Inert.restored(line.substring(2, colon)),
                spans(bar < 0 ? value : value.substring(0, bar)),
                bar < 0 ? List.of() : spans(value.substring(bar + 1)));
    }

    private static Block leaf(String text) {
        var parts = Arrays.stream(text.split("\\|", -1))
                .map(String::strip)
                .map(Inert::restored)
                .toList();
        if (parts.size() != LEAF_PARTS) {
            throw new IllegalArgumentException("a leaf is \"@ month | day | weekday | kind | title\", not " + text);
        }
        return new Block.Leaf(parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4));
    }

    /** Words, {@code **bold**} and {@code [links](https://…)}. */
    static List<Block.Span> spans(String text) {
        var spans = new ArrayList<Block.Span>();
        var rest = text.strip();
        while (!rest.isEmpty()) {
            int next = nextSign(rest);
            if (next > 0) {
                spans.add(plain(rest.substring(0, next)));
            }
            rest = next < rest.length() ? signed(rest.substring(next), spans) : "";
        }
        return spans;
    }

    private static int nextSign(String text) {
        int bold = text.indexOf("**");
        int link = text.indexOf('[');
        return Math.min(bold < 0 ? text.length() : bold, link < 0 ? text.length() : link);
    }

    /** Reads what the sign at the beginning opens, and gives what is left of the text; a sign that closes nowhere is a word. */
    private static String signed(String text, List<Block.Span> spans) {
        if (text.startsWith("**")) {
            int end = text.indexOf("**", 2);
            spans.add(
                    end < 0
                            ? plain(text)
                            : new Block.Span(Inert.restored(text.substring(2, end)), true, Optional.empty()));
            return end < 0 ? "" : text.substring(end + 2);
        }
        int middle = text.indexOf("](");
        int end = middle < 0 ? -1 : text.indexOf(')', middle);
        if (end < 0) {
            spans.add(plain(text));
            return "";
        }
        var words = Inert.restored(text.substring(1, middle));
        var href = Inert.restored(text.substring(middle + 2, end).strip());
        spans.add(new Block.Span(words, false, Optional.of(href).filter(Blocks::leadsSomewhere)));
        return text.substring(end + 1);
    }

    private static boolean leadsSomewhere(String href) {
        return href.startsWith("https://")
                || href.startsWith("http://")
                || href.startsWith("mailto:")
                || href.startsWith("webcal:")
                || href.startsWith("tel:");
    }

    private static Block.Span plain(String text) {
        return new Block.Span(Inert.restored(text), false, Optional.empty());
    }
}
