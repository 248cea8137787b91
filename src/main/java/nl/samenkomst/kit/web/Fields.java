package nl.samenkomst.kit.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.Fault;

/**
 * Makes the fields of a form: labels are words under {@code <base>.<field>}, a hint, where there is one, under {@code
 * <base>.<field>.hint}; a field of a group, such as {@code contact[name]}, has {@code contact.name} for its words.
 *
 * @param values what stands in them, by names as in the API
 * @param errors words by the ids of fields
 */
public record Fields(JsonObject values, Map<String, String> errors, Words words, String base) {

    /**
     * The fields of these values.
     *
     * @param faults what is wrong with them, none where they are as they were saved
     */
    public static Fields of(JsonObject values, List<Fault> faults, Words words, String base) {
        return new Fields(
                values,
                faults.stream()
                        .collect(Collectors.toMap(
                                fault -> Field.id(fault.field()),
                                fault -> words.say(fault.text(), fault.values()),
                                (first, second) -> first)),
                words,
                base);
    }

    /** The same fields, with the words of another form. */
    public Fields based(String other) {
        return new Fields(values, errors, words, other);
    }

    /** A field that must be filled in. */
    public Field needed(String name, String kind) {
        return field(name, kind, true, text(name), "", List.of());
    }

    /** A field that may stay empty. */
    public Field line(String name, String kind) {
        return field(name, kind, false, text(name), "", List.of());
    }

    /**
     * A colour, typed or picked.
     *
     * @param usual the digits that the picker begins with where none was chosen
     */
    public Field colour(String name, String usual) {
        var typed = text(name).replace("#", "");
        var picked = Colour.read(typed).map(Colour::hex).orElse(usual);
        return field(name, "colour", false, typed.isEmpty() ? "" : "#" + typed, "#" + picked, List.of());
    }

    /** A choice among a few; the words of each are {@code <base>.<field>.<choice>}. */
    public Field choice(String name, String kind, List<String> choices) {
        var made = choices.stream()
                .map(choice -> new Field.Choice(choice, words.say(key(name) + "." + choice), chosen(name, choice)))
                .toList();
        var said = made.stream()
                .filter(Field.Choice::chosen)
                .map(Field.Choice::label)
                .collect(Collectors.joining(", "));
        return field(name, kind, true, said, "", made);
    }

    private Field field(
            String name, String kind, boolean needed, String value, String picked, List<Field.Choice> choices) {
        var id = Field.id(name);
        var hint = key(name) + ".hint";
        return new Field(
                id,
                name,
                kind,
                words.say(key(name)),
                words.has(hint) ? words.say(hint) : "",
                value,
                errors.getOrDefault(id, ""),
                needed,
                picked,
                choices);
    }

    private String key(String name) {
        return base + "." + Field.id(name).replace('-', '.');
    }

    private String text(String name) {
        return value(name)
                .map(value -> value instanceof JsonArray lines
                        ? lines.stream().map(String::valueOf).collect(Collectors.joining("\n"))
                        : String.valueOf(value))
                .orElse("");
    }

    private boolean chosen(String name, String choice) {
        return value(name)
                .filter(value -> value instanceof JsonArray several ? several.contains(choice) : choice.equals(value))
                .isPresent();
    }

    private Optional<Object> value(String name) {
        var parts = Field.id(name).split("-", 2);
        var outer = Optional.ofNullable(values.getValue(parts[0]));
        return parts.length == 1
                ? outer
                : outer.filter(JsonObject.class::isInstance)
                        .map(JsonObject.class::cast)
                        .flatMap(inner -> Optional.ofNullable(inner.getValue(parts[1])));
    }
}
