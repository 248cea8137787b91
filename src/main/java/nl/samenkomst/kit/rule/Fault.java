package nl.samenkomst.kit.rule;

import java.util.List;
import java.util.Objects;

/**
 * One thing that is wrong with what was sent: the field, and the text that says what to do.
 *
 * @param field the field's public name, as in the form and in JSON, such as {@code email} or {@code answers[soup]}
 * @param text a key of the word bundles
 * @param values what fills the holes of the text, in order
 */
public record Fault(String field, String text, List<Object> values) {

    public Fault {
        Objects.requireNonNull(field);
        Objects.requireNonNull(text);
        values = List.copyOf(values);
    }

    public static Fault of(String field, String text, Object... values) {
        return new Fault(field, text, List.of(values));
    }
}
