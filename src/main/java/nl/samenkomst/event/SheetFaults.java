package nl.samenkomst.event;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.Fault;

/** What is wrong with an event, told at the fields of the planning form rather than at those of the API. */
final class SheetFaults {

    /** Where the API has one field and the form several, or another. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "start", "from",
            "end", "to",
            "timeZone", "date",
            "network", "home",
            "area", "home",
            "format", "title",
            "slug", "title",
            "venue", "venue.name",
            "meeting", "meeting.provider",
            "contact", "contact.name");

    private static final Set<String> MOMENTS = Set.of("start", "end");

    private SheetFaults() {}

    /** One line above the form: where it leads, and what to do there. */
    record Item(String target, String text) {}

    /**
     * Words by field.
     *
     * @param own what the form itself could not read, which says more than what follows from it
     * @param refused what the rules of events say
     */
    static Map<String, String> words(List<Fault> own, List<Fault> refused, Words words) {
        var told = new LinkedHashMap<String, String>();
        var unread = own.stream().map(Fault::field).anyMatch(Set.of("date", "lastDate", "from", "to")::contains);
        Stream.concat(own.stream(), refused.stream().filter(fault -> !(unread && MOMENTS.contains(fault.field()))))
                .forEach(fault -> told.putIfAbsent(field(fault.field()), words.say(text(fault), fault.values())));
        return told;
    }

    /** The way the form means it, where the API speaks of codes. */
    private static String text(Fault fault) {
        return fault.text().equals("error.field.choice") ? "event.desk.choice" : fault.text();
    }

    private static String field(String field) {
        if (field.matches("questions\\[[0-9]+]\\.(choices.*|id)")) {
            return field.replaceFirst("\\.choices.*", ".choices").replaceFirst("\\.id$", ".label");
        }
        return ELSEWHERE.getOrDefault(field, field);
    }

    /** From top to bottom, each with the label of its field. */
    static List<Item> items(Map<String, String> errors, SheetFields fields) {
        return errors.entrySet().stream()
                .sorted(Comparator.comparingInt(error -> place(error.getKey())))
                .map(error -> new Item(
                        Field.id(error.getKey()), fields.of(error.getKey()).label() + ": " + error.getValue()))
                .toList();
    }

    private static int place(String field) {
        var group = field.split("[.\\[]", 2)[0];
        var when = List.of("date", "lastDate", "from", "to").indexOf(field);
        var index = TypedGroups.ALL.indexOf(when < 0 ? group : "when");
        return index * 10 + Math.max(when, 0);
    }
}
