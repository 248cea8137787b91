package nl.samenkomst.event;

import java.util.List;
import nl.samenkomst.kit.i18n.Words;

/** What stands in a group of fields, in words rather than codes. */
final class ChangeWords {

    private ChangeWords() {}

    static List<String> lines(Typed typed, String group, Words words) {
        return switch (group) {
            case "attendance", "visibility" -> coded(typed, group, words);
            case "waitlist", "asksNeeds" -> List.of(words.say("event.change." + (typed.ticked(group) ? "yes" : "no")));
            case "when" -> List.of(when(typed, words));
            case "capacity" -> List.of(seats(typed, "capacity.onSite", words), seats(typed, "capacity.online", words));
            default -> TypedGroups.lines(typed, group);
        };
    }

    private static List<String> coded(Typed typed, String group, Words words) {
        return typed.said(group)
                .map(code -> "event.field." + group + "." + code)
                .filter(words::has)
                .map(key -> List.of(words.say(key)))
                .orElse(List.of());
    }

    private static String when(Typed typed, Words words) {
        var last = typed.said("lastDate").map(day -> day + " ").orElse("");
        return words.say("event.change.hours", typed.text("date"), typed.text("from"), last + typed.text("to"));
    }

    private static String seats(Typed typed, String field, Words words) {
        return words.say("event.field." + field) + ": "
                + typed.said(field).orElseGet(() -> words.say("event.change.unsaid"));
    }
}
