package nl.samenkomst.kit.mail;

import java.util.List;
import java.util.Map;

/** A letter's blocks as plain maps, which is all that a layout gets to see. */
final class LetterModel {

    private LetterModel() {}

    static Map<String, Object> of(
            Letterhead head, String language, String direction, String subject, List<Block> blocks) {
        return Map.of(
                "organisation", head.organisation(),
                "accent", head.accent(),
                "language", language,
                "direction", direction,
                "subject", subject,
                "blocks",
                        blocks.stream()
                                .filter(block -> !(block instanceof Block.Why))
                                .map(LetterModel::block)
                                .toList(),
                "reasons",
                        blocks.stream()
                                .filter(Block.Why.class::isInstance)
                                .map(why -> spans(((Block.Why) why).spans()))
                                .toList());
    }

    private static Map<String, Object> block(Block block) {
        if (block instanceof Block.Lead lead) {
            return Map.of("lead", spans(lead.spans()));
        }
        if (block instanceof Block.Paragraph paragraph) {
            return Map.of("paragraph", spans(paragraph.spans()));
        }
        if (block instanceof Block.Leaf leaf) {
            return Map.of(
                    "leaf",
                    Map.of(
                            "month", leaf.month(),
                            "day", leaf.day(),
                            "weekday", leaf.weekday(),
                            "kind", leaf.kind(),
                            "title", leaf.title()));
        }
        if (block instanceof Block.Facts facts) {
            return Map.of("facts", facts.facts().stream().map(LetterModel::fact).toList());
        }
        if (block instanceof Block.Button button) {
            return Map.of("button", Map.of("label", button.label(), "target", button.href()));
        }
        return Map.of("small", spans(((Block.Small) block).spans()));
    }

    private static Map<String, Object> fact(Block.Fact fact) {
        return Map.of("label", fact.label(), "value", spans(fact.value()), "help", spans(fact.help()));
    }

    private static List<Map<String, Object>> spans(List<Block.Span> spans) {
        return spans.stream()
                .<Map<String, Object>>map(span -> Map.of(
                        "words",
                        span.words(),
                        "strong",
                        span.strong(),
                        "href",
                        span.href().orElse("")))
                .toList();
    }
}
