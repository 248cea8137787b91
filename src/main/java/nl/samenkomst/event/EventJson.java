package nl.samenkomst.event;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.account.Contacts;
import nl.samenkomst.meeting.Meeting;
import nl.samenkomst.spi.Attendance;
import nl.samenkomst.spi.EventFormat;

/** An event as JSON: what can be written, and what reading adds. */
final class EventJson {

    private EventJson() {}

    /** What an organiser can write, as it stands now. */
    static JsonObject written(Event event, EventNames names) {
        var text = event.text(event.language());
        return new JsonObject()
                .put("slug", event.slug())
                .put("format", event.format())
                .put("title", text.title())
                .put("summary", text.summary())
                .put("description", text.description())
                .put("network", names.network(event))
                .put("area", names.area(event).orElse(null))
                .put("programme", names.programme(event).orElse(null))
                .put("series", names.series(event).orElse(null))
                .put("language", event.language())
                .put("start", time(event, event.start()))
                .put("end", time(event, event.end()))
                .put("timeZone", event.zone().getId())
                .put("attendance", event.attendance().code())
                .put("visibility", event.visibility().code())
                .put("venue", event.venue().map(EventParts::json).orElse(null))
                .put("meeting", event.meeting().map(EventJson::meeting).orElse(null))
                .put(
                        "capacity",
                        new JsonObject()
                                .put("onSite", event.capacity().onSite().orElse(null))
                                .put("online", event.capacity().online().orElse(null)))
                .put("waitlist", event.waitlist())
                .put("speakers", EventParts.array(event.speakers(), EventParts::json))
                .put("agenda", EventParts.array(event.agenda(), EventParts::json))
                .put("contact", Contacts.write(Optional.of(event.contact())))
                .put("questions", EventParts.array(event.questions(), EventParts::json))
                .put("asksNeeds", event.asksNeeds())
                .put("texts", otherTexts(event));
    }

    private static JsonObject otherTexts(Event event) {
        var texts = EventParts.json(event.texts());
        texts.remove(event.language());
        return texts;
    }

    private static JsonObject meeting(Meeting meeting) {
        return new JsonObject()
                .put("provider", meeting.provider())
                .put("url", meeting.url().orElse(null))
                .put("dialIn", meeting.dialIn().orElse(null));
    }

    private static String time(Event event, Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                moment.atZone(event.zone()).toOffsetDateTime());
    }

    /**
     * What is read along with an event.
     *
     * @param seats as counted, empty for a draft
     */
    record Reading(EventNames names, List<Seats> seats, SeatPlan plan, Instant now, String url) {}

    static JsonObject read(Event event, Reading reading) {
        return written(event, reading.names())
                .put("status", status(event, reading.now()))
                .put("registration", open(event, reading) ? "open" : "closed")
                .put("seats", seats(event, reading))
                .put("url", reading.url());
    }

    /** When people are told, if anybody is, and until when it can be undone. */
    static JsonObject change(ChangeRun run) {
        return new JsonObject()
                .put("tellsAt", run.due().toString())
                .put("undoUntil", run.undoUntil().toString());
    }

    private static String status(Event event, Instant now) {
        return event.published() && event.phase(now) == Event.Phase.OVER
                ? "held"
                : event.status().code();
    }

    private static boolean open(Event event, Reading reading) {
        var closes = reading.plan()
                .formats()
                .find(event.format())
                .map(EventFormat::closesBefore)
                .map(event.start()::minus)
                .orElse(event.start());
        return event.open()
                && !event.cancelled()
                && !event.membersOnly(reading.now())
                && reading.now().isBefore(closes);
    }

    private static JsonObject seats(Event event, Reading reading) {
        var json = new JsonObject();
        for (var way : event.attendance().ways()) {
            var counted = reading.seats().stream()
                    .filter(seats -> seats.attendance() == way)
                    .findFirst()
                    .orElseGet(() -> new Seats(event.id(), way, reading.plan().capacity(event, way), 0, 0));
            json.put(way == Attendance.ON_SITE ? "onSite" : "online", seats(counted));
        }
        if (event.attendance().allows(Attendance.ON_SITE)) {
            json.getJsonObject("onSite")
                    .put("bound", reading.plan().onSite(event).bound().name().toLowerCase(java.util.Locale.ROOT));
        }
        return json;
    }

    private static JsonObject seats(Seats seats) {
        return new JsonObject()
                .put("capacity", seats.capacity().orElse(null))
                .put("taken", seats.held())
                .put("free", seats.free().orElse(null))
                .put("waiting", seats.waiting());
    }
}
