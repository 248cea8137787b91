package nl.samenkomst.event;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.samenkomst.spi.Question;
import org.jspecify.annotations.Nullable;

/** The parts of an event as JSON, the same in the database and in the API: venue, speakers, agenda, questions, words. */
public final class EventParts {

    private EventParts() {}

    static Optional<Venue> venue(@Nullable JsonObject json) {
        return Optional.ofNullable(json)
                .map(place -> new Venue(
                        place.getString("name"),
                        text(place, "address"),
                        text(place, "room"),
                        Optional.ofNullable(place.getInteger("seats")),
                        Optional.ofNullable(place.getDouble("floorArea")),
                        Optional.ofNullable(place.getDouble("distance"))));
    }

    public static JsonObject json(Venue venue) {
        return new JsonObject()
                .put("name", venue.name())
                .put("address", venue.address().orElse(null))
                .put("room", venue.room().orElse(null))
                .put("seats", venue.seats().orElse(null))
                .put("floorArea", venue.floorArea().orElse(null))
                .put("distance", venue.distance().orElse(null));
    }

    static List<Speaker> speakers(JsonArray array) {
        return each(
                array,
                one -> new Speaker(
                        one.getString("name"), text(one, "role"), text(one, "organisation"), text(one, "subject")));
    }

    public static JsonObject json(Speaker speaker) {
        return new JsonObject()
                .put("name", speaker.name())
                .put("role", speaker.role().orElse(null))
                .put("organisation", speaker.organisation().orElse(null))
                .put("subject", speaker.subject().orElse(null));
    }

    static List<AgendaItem> agenda(JsonArray array) {
        return each(array, one -> new AgendaItem(LocalTime.parse(one.getString("time")), one.getString("title")));
    }

    public static JsonObject json(AgendaItem item) {
        return new JsonObject().put("time", item.time().toString()).put("title", item.title());
    }

    static List<Question> questions(JsonArray array) {
        return each(
                array,
                one -> new Question(
                        one.getString("id"),
                        Question.Kind.of(one.getString("kind")).orElseThrow(),
                        one.getString("label"),
                        one.getBoolean("required"),
                        one.getJsonArray("choices").stream()
                                .map(String::valueOf)
                                .toList()));
    }

    public static JsonObject json(Question question) {
        return new JsonObject()
                .put("id", question.id())
                .put("label", question.label())
                .put("kind", question.kind().code())
                .put("required", question.required())
                .put("choices", new JsonArray(question.choices()));
    }

    static Map<String, EventText> texts(JsonObject json) {
        var texts = new LinkedHashMap<String, EventText>();
        for (var language : json.fieldNames()) {
            var text = json.getJsonObject(language);
            texts.put(
                    language,
                    new EventText(
                            text.getString("title"), text.getString("summary", ""), text.getString("description", "")));
        }
        return texts;
    }

    static JsonObject json(Map<String, EventText> texts) {
        var json = new JsonObject();
        texts.forEach((language, text) -> json.put(
                language,
                new JsonObject()
                        .put("title", text.title())
                        .put("summary", text.summary())
                        .put("description", text.description())));
        return json;
    }

    /** A list of things as an array. */
    public static <T> JsonArray array(List<T> things, Function<T, JsonObject> one) {
        var array = new JsonArray();
        things.forEach(thing -> array.add(one.apply(thing)));
        return array;
    }

    private static <T> List<T> each(JsonArray array, Function<JsonObject, T> one) {
        return array.stream().map(item -> one.apply((JsonObject) item)).toList();
    }

    private static Optional<String> text(JsonObject json, String field) {
        return Optional.ofNullable(json.getString(field));
    }
}
