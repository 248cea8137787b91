package nl.samenkomst.event;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.account.Contacts;
import nl.samenkomst.meeting.Meeting;
import nl.samenkomst.spi.Gathering;

/** A whole event as JSON and back, to go back to; what it names it names by id. */
final class EventMemory {

    private EventMemory() {}

    static JsonObject json(Event event) {
        return new JsonObject()
                .put("id", event.id().toString())
                .put("organisation", event.organisation().toString())
                .put("slug", event.slug())
                .put("network", event.network().toString())
                .put("area", event.area().map(UUID::toString).orElse(null))
                .put("programme", event.programme().map(UUID::toString).orElse(null))
                .put("series", event.series().map(one -> one.id().toString()).orElse(null))
                .put(
                        "opens",
                        event.series()
                                .flatMap(Event.OfSeries::opens)
                                .map(Instant::toString)
                                .orElse(null))
                .put("format", event.format())
                .put("version", event.version())
                .put("status", event.status().name())
                .put("open", event.open())
                .put("visibility", event.visibility().name())
                .put("language", event.language())
                .put("start", event.start().toString())
                .put("end", event.end().toString())
                .put("zone", event.zone().getId())
                .put("attendance", event.attendance().code())
                .put("venue", event.venue().map(EventParts::json).orElse(null))
                .put("meeting", event.meeting().map(EventMemory::meeting).orElse(null))
                .put("onSite", event.capacity().onSite().orElse(null))
                .put("online", event.capacity().online().orElse(null))
                .put("waitlist", event.waitlist())
                .put("texts", EventParts.json(event.texts()))
                .put("speakers", EventParts.array(event.speakers(), EventParts::json))
                .put("agenda", EventParts.array(event.agenda(), EventParts::json))
                .put("contact", Contacts.write(Optional.of(event.contact())))
                .put("questionsVersion", event.questionsVersion())
                .put("questions", EventParts.array(event.questions(), EventParts::json))
                .put("asksNeeds", event.asksNeeds());
    }

    private static JsonObject meeting(Meeting meeting) {
        return new JsonObject()
                .put("id", meeting.id().toString())
                .put("organisation", meeting.organisation().toString())
                .put("provider", meeting.provider())
                .put("url", meeting.url().orElse(null))
                .put("dialIn", meeting.dialIn().orElse(null))
                .put("foreignId", meeting.foreignId().orElse(null));
    }

    static Event event(JsonObject json) {
        return new Event(
                id(json, "id"),
                id(json, "organisation"),
                json.getString("slug"),
                id(json, "network"),
                text(json, "area").map(UUID::fromString),
                text(json, "programme").map(UUID::fromString),
                text(json, "series")
                        .map(id -> new Event.OfSeries(
                                UUID.fromString(id), text(json, "opens").map(Instant::parse))),
                json.getString("format"),
                json.getLong("version"),
                Event.Status.valueOf(json.getString("status")),
                json.getBoolean("open"),
                Event.Visibility.valueOf(json.getString("visibility")),
                json.getString("language"),
                Instant.parse(json.getString("start")),
                Instant.parse(json.getString("end")),
                ZoneId.of(json.getString("zone")),
                Gathering.of(json.getString("attendance")).orElseThrow(),
                EventParts.venue(json.getJsonObject("venue")),
                Optional.ofNullable(json.getJsonObject("meeting")).map(EventMemory::meeting),
                new Capacity(
                        Optional.ofNullable(json.getInteger("onSite")), Optional.ofNullable(json.getInteger("online"))),
                json.getBoolean("waitlist"),
                EventParts.texts(json.getJsonObject("texts")),
                EventParts.speakers(json.getJsonArray("speakers")),
                EventParts.agenda(json.getJsonArray("agenda")),
                Contacts.read(json.getJsonObject("contact")).orElseThrow(),
                json.getInteger("questionsVersion"),
                EventParts.questions(json.getJsonArray("questions")),
                json.getBoolean("asksNeeds", false));
    }

    private static Meeting meeting(JsonObject json) {
        return new Meeting(
                id(json, "id"),
                id(json, "organisation"),
                json.getString("provider"),
                text(json, "url"),
                text(json, "dialIn"),
                text(json, "foreignId"));
    }

    private static UUID id(JsonObject json, String field) {
        return UUID.fromString(json.getString(field));
    }

    private static Optional<String> text(JsonObject json, String field) {
        return Optional.ofNullable(json.getString(field));
    }
}
