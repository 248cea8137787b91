package nl.samenkomst.kit.mail;

import java.util.List;
import java.util.Optional;

/** A part of a letter, before it becomes text or HTML. */
sealed interface Block {

    /** Some words in a line: plain, bold, or a link. */
    record Span(String words, boolean strong, Optional<String> href) {}

    /** The first sentence: what changed, or what was done. */
    record Lead(List<Span> spans) implements Block {}

    record Paragraph(List<Span> spans) implements Block {}

    /** The date as a calendar leaf, beside what it is. */
    record Leaf(String month, String day, String weekday, String kind, String title) implements Block {}

    /** When, where, and whom to ask. */
    record Facts(List<Fact> facts) implements Block {}

    record Fact(String label, List<Span> value, List<Span> help) {}

    /** The one thing to do. */
    record Button(String label, String href) implements Block {}

    /** What the button or an answer brings about. */
    record Small(List<Span> spans) implements Block {}

    /** Why this person gets this letter. */
    record Why(List<Span> spans) implements Block {}
}
