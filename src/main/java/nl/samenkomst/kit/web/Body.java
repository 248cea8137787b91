package nl.samenkomst.kit.web;

import io.vertx.core.MultiMap;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.samenkomst.kit.rule.Refusal;

/**
 * What was sent, form or JSON, in one shape: a form's {@code answers[soup]=yes} is {@code {"answers": {"soup": "yes"}}}, and a field
 * that came several times is a list.
 *
 * @param json the fields
 * @param typed whether a person typed it into a form: then every value is text
 */
public record Body(JsonObject json, boolean typed) {

    static Body of(RoutingContext context) {
        var header =
                Optional.ofNullable(context.request().getHeader("Content-Type")).orElse("");
        var type = header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (type) {
            case "application/json", "application/merge-patch+json" -> new Body(parsed(context), false);
            case "application/x-www-form-urlencoded", "multipart/form-data" ->
                new Body(nested(context.request().formAttributes()), true);
            default -> {
                if (context.body() != null && context.body().length() > 0) {
                    throw Refusal.of(415, "media-type", "error.mediaType");
                }
                yield new Body(new JsonObject(), false);
            }
        };
    }

    private static JsonObject parsed(RoutingContext context) {
        try {
            var object = context.body().asJsonObject();
            return object == null ? new JsonObject() : object;
        } catch (DecodeException | ClassCastException malformed) {
            throw Refusal.of(400, "json", "error.json");
        }
    }

    private static JsonObject nested(MultiMap fields) {
        var json = new JsonObject();
        for (var name : fields.names()) {
            var values = fields.getAll(name);
            int open = name.indexOf('[');
            if (open > 0 && name.endsWith("]") && name.length() > open + 2) {
                inner(json, name.substring(0, open)).put(name.substring(open + 1, name.length() - 1), value(values));
            } else {
                json.put(name, value(values));
            }
        }
        return json;
    }

    private static JsonObject inner(JsonObject json, String name) {
        if (!(json.getValue(name) instanceof JsonObject)) {
            json.put(name, new JsonObject());
        }
        return json.getJsonObject(name);
    }

    private static Object value(List<String> values) {
        return values.size() == 1 ? values.get(0) : new JsonArray(List.copyOf(values));
    }

    /** The text in this field; empty where it is absent, blank or no text. */
    public Optional<String> text(String field) {
        return Optional.ofNullable(json.getValue(field))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isBlank());
    }
}
