package nl.samenkomst.series;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.kit.web.Body;
import nl.samenkomst.network.Network;

/** What an organiser typed to make a series, brought into the shape that the API takes, so that both are judged alike. */
final class TypedSeries {

    private static final List<String> TEXTS =
            List.of("title", "summary", "description", "format", "time", "attendance", "visibility");

    private TypedSeries() {}

    /** @param networks those of the organisation */
    static JsonObject json(Body body, List<Network> networks) {
        var json = new JsonObject();
        TEXTS.forEach(field -> body.text(field).ifPresent(text -> json.put(field, text.strip())));
        var place = body.text("place").orElse("").split("/", 2);
        json.put("network", place[0]);
        Optional.of(place).filter(parts -> parts.length > 1).ifPresent(parts -> json.put("area", parts[1]));
        networks.stream()
                .filter(network -> network.slug().equals(place[0]))
                .findFirst()
                .ifPresent(network -> json.put("timeZone", network.zone().getId()));
        body.text("minutes").ifPresent(text -> json.put("minutes", number(text)));
        var capacity = new JsonObject();
        body.text("onSite").ifPresent(text -> capacity.put("onSite", number(text)));
        body.text("online").ifPresent(text -> capacity.put("online", number(text)));
        json.put("capacity", capacity);
        inner(body, "venue").ifPresent(venue -> json.put("venue", venue));
        inner(body, "contact").ifPresent(contact -> json.put("contact", contact));
        body.text("url").ifPresent(url -> json.put("meeting", meeting(url)));
        return json;
    }

    static JsonObject meeting(String url) {
        return new JsonObject().put("provider", "link").put("url", url.strip());
    }

    /** As typed where it is no number, which is refused by the name of its field. */
    static Object number(String text) {
        return text.strip().matches("[0-9]{1,9}") ? Integer.valueOf(text.strip()) : text;
    }

    /** The fields of a part that are filled in; empty where none is. */
    static Optional<JsonObject> inner(Body body, String part) {
        if (!(body.json().getValue(part) instanceof JsonObject typed)) {
            return Optional.empty();
        }
        var filled = new JsonObject();
        typed.fieldNames().stream()
                .filter(field -> !typed.getValue(field).toString().isBlank())
                .forEach(field ->
                        filled.put(field, typed.getValue(field).toString().strip()));
        return Optional.of(filled).filter(some -> !some.isEmpty());
    }
}
