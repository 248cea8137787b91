package nl.samenkomst.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The fields of the planning form in groups that change together, so that what two organisers typed can be laid side by side. */
final class TypedGroups {

    /** In the order of the form. */
    static final List<String> ALL = List.of(
            "title",
            "summary",
            "description",
            "texts",
            "when",
            "home",
            "programme",
            "attendance",
            "venue",
            "capacity",
            "waitlist",
            "visibility",
            "meeting",
            "speakers",
            "agenda",
            "questions",
            "asksNeeds",
            "contact");

    private static final Set<String> WHEN = Set.of("date", "lastDate", "from", "to", "timeZone");

    private TypedGroups() {}

    private static String group(String field) {
        return WHEN.contains(field) ? "when" : field.split("[.\\[]", 2)[0];
    }

    /** What was typed in one group, in an order of its own; spaces at the ends do not count, nor does what is empty. */
    static Map<String, String> of(Typed typed, String group) {
        var found = new TreeMap<String, String>();
        typed.values().forEach((field, text) -> {
            var clean = text.replace("\r\n", "\n").strip();
            if (group(field).equals(group) && !clean.isEmpty() && !field.equals("meeting.was")) {
                found.put(field, clean);
            }
        });
        return found;
    }

    /** The groups in which the two differ. */
    static List<String> differing(Typed one, Typed other) {
        return ALL.stream()
                .filter(group -> !of(one, group).equals(of(other, group)))
                .toList();
    }

    /** A mark of how each group stood, for a form to bear. */
    static String marks(Typed typed) {
        return ALL.stream().map(group -> group + ":" + mark(typed, group)).collect(Collectors.joining(","));
    }

    private static String mark(Typed typed, String group) {
        return Integer.toHexString(Objects.hashCode(of(typed, group)));
    }

    /** The groups that stand otherwise than when these marks were made. */
    static List<String> changedSince(String marks, Typed typed) {
        var then = new LinkedHashMap<String, String>();
        Arrays.stream(marks.split(",", -1))
                .map(one -> one.split(":", 2))
                .filter(one -> one.length == 2)
                .forEach(one -> then.put(one[0], one[1]));
        return ALL.stream()
                .filter(group -> !mark(typed, group).equals(then.get(group)))
                .toList();
    }

    /** What was typed, but these groups as the other has them. */
    static Typed merged(Typed typed, Typed other, List<String> fromOther) {
        var values = new LinkedHashMap<String, String>();
        typed.values().forEach((field, text) -> {
            if (!fromOther.contains(group(field))) {
                values.put(field, text);
            }
        });
        other.values().forEach((field, text) -> {
            if (fromOther.contains(group(field))) {
                values.put(field, text);
            }
        });
        return new Typed(values);
    }

    /** As lines to read: a list's rows each on their own. */
    static List<String> lines(Typed typed, String group) {
        if (!TypedRows.LISTS.contains(group)) {
            return List.copyOf(of(typed, group).values());
        }
        var lines = new ArrayList<String>();
        for (var row : typed.rows(group).rows()) {
            var words = new TreeMap<>(row);
            words.keySet().removeAll(Set.of("id", "kind", "required"));
            lines.add(words.values().stream()
                    .filter(text -> !text.isBlank())
                    .map(text -> text.strip().replaceAll("\\s*\\R\\s*", " / "))
                    .collect(Collectors.joining(", ")));
        }
        return lines;
    }
}
