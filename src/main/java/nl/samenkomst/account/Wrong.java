package nl.samenkomst.account;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.Refusal;

/**
 * What was wrong with a form: the summary above it, and the words at each field.
 *
 * @param title says what did not happen
 */
record Wrong(String title, List<Item> items) {

    /**
     * One fault.
     *
     * @param target the field's id; empty where no field is to blame
     */
    record Item(String target, String text) {}

    /** A field with what was typed, and what is wrong with it. */
    record Line(String value, Optional<String> problem) {

        static Line holding(String value) {
            return new Line(value, Optional.empty());
        }
    }

    static Wrong of(String title, Refusal refusal, Words words) {
        if (refusal.faults().isEmpty()) {
            return new Wrong(title, List.of(new Item("", words.say(refusal.text(), refusal.values()))));
        }
        return new Wrong(
                title,
                refusal.faults().stream()
                        .map(fault -> new Item(fault.field(), words.say(fault.text(), fault.values())))
                        .toList());
    }

    /** The field with this id: what was typed, and its fault where it has one. */
    static Line line(Optional<Wrong> wrong, String id, String typed) {
        return new Line(
                typed,
                wrong.stream()
                        .flatMap(all -> all.items().stream())
                        .filter(item -> item.target().equals(id))
                        .map(Item::text)
                        .findFirst());
    }

    /** Whether this is an answer to what was sent, and no fault of ours. */
    static boolean answers(Throwable failure) {
        return failure instanceof Refusal refusal && (refusal.status() == 422 || refusal.status() == 409);
    }
}
