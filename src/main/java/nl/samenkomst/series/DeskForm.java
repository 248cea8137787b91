package nl.samenkomst.series;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.Fault;

/**
 * Makes the fields of a form of the workspace, with what was typed into them and what is wrong with it.
 *
 * @param values by public names, {@code venue.name} within {@code venue}
 */
record DeskForm(Words words, JsonObject values, List<Fault> wrong) {

    /**
     * A field as the template {@code series/field} shows it.
     *
     * @param kind the input's type, {@code textarea} or {@code select}
     */
    record Field(
            String id,
            String name,
            String kind,
            String label,
            String hint,
            String value,
            String error,
            boolean needed,
            List<MemberSheet.Option> options,
            boolean prose) {}

    /** One line above the form for each thing that is wrong. */
    record Item(String id, String text) {}

    static DeskForm empty(Words words) {
        return new DeskForm(words, new JsonObject(), List.of());
    }

    Field needed(String path, String kind) {
        return field(path, kind, true, List.of());
    }

    Field maybe(String path, String kind) {
        return field(path, kind, false, List.of());
    }

    Field choice(String path, List<MemberSheet.Option> options) {
        return field(path, "select", true, options);
    }

    MemberSheet.Option option(String path, String value, String label) {
        return new MemberSheet.Option(value, label, value(path).equals(value));
    }

    private Field field(String path, String kind, boolean needed, List<MemberSheet.Option> options) {
        var key = "series.field." + path;
        return new Field(
                id(path),
                name(path),
                kind,
                words.say(key),
                words.has(key + ".hint") ? words.say(key + ".hint") : "",
                value(path),
                error(path),
                needed,
                options,
                kind.equals("textarea"));
    }

    List<Item> items() {
        return wrong.stream()
                .map(fault -> new Item(
                        id(fault.field()),
                        words.say(fault.text(), fault.values().toArray())))
                .toList();
    }

    String value(String path) {
        var dot = path.indexOf('.');
        var inner = dot < 0
                ? values
                : Optional.ofNullable(values.getValue(path.substring(0, dot)))
                        .filter(JsonObject.class::isInstance)
                        .map(JsonObject.class::cast)
                        .orElseGet(JsonObject::new);
        return Optional.ofNullable(inner.getValue(path.substring(dot + 1)))
                .map(Object::toString)
                .orElse("");
    }

    private String error(String path) {
        return wrong.stream()
                .filter(fault -> fault.field().equals(path))
                .findFirst()
                .map(fault -> words.say(fault.text(), fault.values().toArray()))
                .orElse("");
    }

    private static String id(String path) {
        return path.replace('.', '-');
    }

    private static String name(String path) {
        var dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot) + "[" + path.substring(dot + 1) + "]";
    }

    /** What came under one name, once or several times. */
    static List<String> all(JsonObject values, String field) {
        return Optional.ofNullable(values.getValue(field))
                .map(value -> value instanceof JsonArray several
                        ? several.stream().map(String::valueOf).toList()
                        : List.of(value.toString()))
                .orElse(List.of());
    }
}
