package nl.samenkomst.event;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.samenkomst.kit.i18n.Languages;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.spi.Question;

/** Makes the fields of the planning form of what stands in them and what is wrong with it. */
record SheetFields(Typed typed, Map<String, String> errors, Words words) {

    private static final List<String> SINGLE = List.of(
            "title",
            "summary",
            "description",
            "date",
            "lastDate",
            "from",
            "to",
            "home",
            "programme",
            "attendance",
            "visibility",
            "venue.name",
            "venue.address",
            "venue.room",
            "venue.seats",
            "venue.floorArea",
            "venue.distance",
            "capacity.onSite",
            "capacity.online",
            "meeting.provider",
            "meeting.url",
            "meeting.dialIn",
            "contact.name",
            "contact.email",
            "contact.phone",
            "contact.role",
            "contact.hours");

    private static final Set<String> NEEDED = Set.of(
            "title",
            "date",
            "from",
            "to",
            "home",
            "attendance",
            "contact.name",
            "contact.email",
            "speakers.name",
            "agenda.time",
            "agenda.title",
            "questions.label",
            "questions.kind",
            "visibility");

    /** One row of a list, with what its buttons say. */
    record Row(
            int number,
            Map<String, Field> fields,
            List<DeskChoice> kinds,
            Kept kept,
            String ticked,
            boolean required,
            String up,
            String down,
            String remove,
            boolean first,
            boolean last) {}

    /** A value that stays, unseen. */
    record Kept(String name, String value) {}

    /** All that stand alone, by their ids. */
    Map<String, Field> single() {
        return SINGLE.stream().map(this::of).collect(Collectors.toMap(Field::id, Function.identity()));
    }

    Field of(String name) {
        var plain = name.replaceAll("\\[[0-9]+]", "");
        var key = "event.field." + plain.replaceFirst("^texts\\.[a-z]+\\.", "");
        return new Field(
                Field.id(name),
                name,
                words.say(words.has(key) ? key : "event.field"),
                words.has(key + ".hint") ? words.say(key + ".hint") : "",
                typed.text(name),
                errors.getOrDefault(name, ""),
                NEEDED.contains(plain));
    }

    /** The same field in another language, which its label says. */
    Field in(String tag, String name) {
        var field = of("texts." + tag + "." + name);
        return new Field(
                field.id(),
                field.name(),
                field.label() + " (" + Languages.ownName(tag) + ")",
                field.hint(),
                field.value(),
                field.error(),
                field.needed());
    }

    boolean wrong(String beginning) {
        return errors.keySet().stream().anyMatch(field -> field.startsWith(beginning));
    }

    List<Row> rows(String list, List<String> columns) {
        var rows = typed.rows(list).rows();
        return IntStream.range(0, rows.size())
                .mapToObj(i -> row(list, columns, i, rows.size()))
                .toList();
    }

    private Row row(String list, List<String> columns, int i, int all) {
        var at = list + "[" + i + "].";
        var fields = new TreeMap<String, Field>();
        columns.forEach(column -> fields.put(column, of(at + column)));
        return new Row(
                i + 1,
                fields,
                list.equals("questions") ? kinds(typed.text(at + "kind")) : List.of(),
                new Kept(at + "id", typed.text(at + "id")),
                at + "required",
                typed.ticked(at + "required"),
                "up:" + list + ":" + i,
                "down:" + list + ":" + i,
                "remove:" + list + ":" + i,
                i == 0,
                i == all - 1);
    }

    private List<DeskChoice> kinds(String chosen) {
        return Arrays.stream(Question.Kind.values())
                .map(kind -> new DeskChoice(
                        kind.code(),
                        words.say("event.kind." + kind.code()),
                        kind.code().equals(chosen)))
                .toList();
    }
}
