package nl.samenkomst.kit.mail;

import java.util.List;
import java.util.stream.Collectors;

/** A letter's blocks as text, for those who read mail without HTML. */
final class PlainLetter {

    private PlainLetter() {}

    static String of(List<Block> blocks) {
        return blocks.stream().map(PlainLetter::block).collect(Collectors.joining("\n\n", "", "\n"));
    }

    private static String block(Block block) {
        if (block instanceof Block.Lead lead) {
            return line(lead.spans());
        }
        if (block instanceof Block.Paragraph paragraph) {
            return line(paragraph.spans());
        }
        if (block instanceof Block.Leaf leaf) {
            return leaf.kind().isEmpty() ? leaf.title() : leaf.kind() + "\n" + leaf.title();
        }
        if (block instanceof Block.Facts facts) {
            return facts.facts().stream().map(PlainLetter::fact).collect(Collectors.joining("\n"));
        }
        if (block instanceof Block.Button button) {
            return button.label() + ":\n" + button.href();
        }
        return block instanceof Block.Small small ? line(small.spans()) : "-- \n" + line(((Block.Why) block).spans());
    }

    private static String fact(Block.Fact fact) {
        var first = fact.label() + ": " + line(fact.value());
        return fact.help().isEmpty() ? first : first + "\n  " + line(fact.help());
    }

    private static String line(List<Block.Span> spans) {
        return spans.stream()
                .map(PlainLetter::span)
                .collect(Collectors.joining())
                .strip();
    }

    private static String span(Block.Span span) {
        return span.href()
                .map(href -> href.endsWith(span.words()) ? span.words() : span.words() + ": " + href)
                .orElse(span.words());
    }
}
