package nl.samenkomst.event;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.account.Contact;
import nl.samenkomst.meeting.Meeting;
import nl.samenkomst.spi.Question;

/** Fills the planning form in with an event as it stands. */
final class TypedEvent {

    /** What stands in a box that is ticked. */
    static final String YES = "yes";

    private final Map<String, String> values = new LinkedHashMap<>();

    private TypedEvent() {}

    static Typed of(Event event, EventNames names) {
        var filled = new TypedEvent();
        filled.home(event, names);
        filled.when(event);
        filled.words(event);
        filled.place(event);
        filled.lists(event);
        filled.contact(event.contact());
        return new Typed(filled.values);
    }

    /** The same as a start for another event: its day is still to be chosen. */
    static Typed copied(Event event, EventNames names) {
        return of(event, names).with("date", "").with("lastDate", "").with("meeting.was", "");
    }

    private void home(Event event, EventNames names) {
        values.put("format", event.format());
        var network = names.network(event);
        values.put("home", names.area(event).map(area -> network + "/" + area).orElse(network));
        values.put("programme", names.programme(event).orElse(""));
        values.put("visibility", event.visibility().code());
        values.put("language", event.language());
    }

    private void when(Event event) {
        var start = event.start().atZone(event.zone());
        var end = event.end().atZone(event.zone());
        values.put("timeZone", event.zone().getId());
        values.put("date", TypedTime.written(start.toLocalDate()));
        values.put("from", TypedTime.written(start.toLocalTime()));
        values.put("to", TypedTime.written(end.toLocalTime()));
        values.put(
                "lastDate", end.toLocalDate().equals(start.toLocalDate()) ? "" : TypedTime.written(end.toLocalDate()));
    }

    private void words(Event event) {
        event.texts().forEach((tag, text) -> {
            var at = tag.equals(event.language()) ? "" : "texts." + tag + ".";
            values.put(at + "title", text.title());
            values.put(at + "summary", text.summary());
            values.put(at + "description", text.description());
        });
    }

    private void place(Event event) {
        values.put("attendance", event.attendance().code());
        values.put("waitlist", event.waitlist() ? YES : "");
        values.put("asksNeeds", event.asksNeeds() ? YES : "");
        event.venue().ifPresent(venue -> {
            values.put("venue.name", venue.name());
            values.put("venue.address", venue.address().orElse(""));
            values.put("venue.room", venue.room().orElse(""));
            values.put("venue.seats", number(venue.seats()));
            values.put("venue.floorArea", number(venue.floorArea()));
            values.put("venue.distance", number(venue.distance()));
        });
        values.put("capacity.onSite", number(event.capacity().onSite()));
        values.put("capacity.online", number(event.capacity().online()));
        event.meeting().ifPresent(this::meeting);
    }

    private void meeting(Meeting meeting) {
        values.put("meeting.was", meeting.provider());
        values.put("meeting.provider", meeting.provider());
        values.put("meeting.url", meeting.url().orElse(""));
        values.put("meeting.dialIn", meeting.dialIn().orElse(""));
    }

    /** With a comma, as it is typed. */
    private static String number(Optional<? extends Number> number) {
        var comma = new DecimalFormat("#.###", DecimalFormatSymbols.getInstance(Locale.forLanguageTag("nl")));
        comma.setGroupingUsed(false);
        return number.map(comma::format).orElse("");
    }

    private void lists(Event event) {
        rows("speakers", event.speakers().stream().map(TypedEvent::row).toList());
        rows(
                "agenda",
                event.agenda().stream()
                        .map(item -> Map.of("time", TypedTime.written(item.time()), "title", item.title()))
                        .toList());
        rows("questions", event.questions().stream().map(TypedEvent::row).toList());
    }

    private static Map<String, String> row(Speaker speaker) {
        return Map.of(
                "name", speaker.name(),
                "role", speaker.role().orElse(""),
                "organisation", speaker.organisation().orElse(""),
                "subject", speaker.subject().orElse(""));
    }

    private static Map<String, String> row(Question question) {
        return Map.of(
                "id", question.id(),
                "label", question.label(),
                "kind", question.kind().code(),
                "required", question.required() ? YES : "",
                "choices", String.join("\n", question.choices()));
    }

    private void rows(String list, List<Map<String, String>> rows) {
        for (int i = 0; i < rows.size(); i++) {
            var row = list + "[" + i + "].";
            rows.get(i).forEach((field, text) -> values.put(row + field, text));
        }
    }

    private void contact(Contact contact) {
        contact(contact, values);
    }

    static void contact(Contact contact, Map<String, String> values) {
        values.put("contact.name", contact.name());
        values.put("contact.email", contact.email());
        values.put("contact.phone", contact.phone().orElse(""));
        values.put("contact.role", contact.role().orElse(""));
        values.put("contact.hours", contact.hours().orElse(""));
    }
}
