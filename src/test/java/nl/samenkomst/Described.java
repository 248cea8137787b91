package nl.samenkomst;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The API's description, and what it says about a document: as much of JSON Schema as it uses. */
final class Described {

    private static final Set<String> METHODS = Set.of("get", "post", "patch", "delete", "put");

    private final JsonObject document;

    Described(JsonObject document) {
        this.document = document;
    }

    /** Every call, such as {@code GET /api/v1/events/:event}. */
    Set<String> calls() {
        var calls = new TreeSet<String>();
        paths().fieldNames().forEach(path -> paths().getJsonObject(path).fieldNames().stream()
                .filter(METHODS::contains)
                .forEach(method ->
                        calls.add(method.toUpperCase(Locale.ROOT) + " " + path.replaceAll("\\{(\\w+)}", ":$1"))));
        return calls;
    }

    JsonObject operation(String method, String path) {
        return paths().getJsonObject(path).getJsonObject(method);
    }

    private JsonObject paths() {
        return document.getJsonObject("paths");
    }

    /** Whether the call wants a token. */
    boolean wantsToken(String method, String path) {
        return operation(method, path)
                        .getJsonArray("security", document.getJsonArray("security"))
                        .size()
                > 0;
    }

    JsonObject example(String method, String path) {
        return operation(method, path)
                .getJsonObject("requestBody")
                .getJsonObject("content")
                .getJsonObject("application/json")
                .getJsonObject("example")
                .copy();
    }

    /** What is wrong with this answer by its description; empty when nothing is. */
    List<String> faults(String method, String path, int status, Object answer) {
        var response =
                resolved(operation(method, path).getJsonObject("responses").getJsonObject("" + status));
        var type = status < 400 ? "application/json" : "application/problem+json";
        var faults = new ArrayList<String>();
        check(response.getJsonObject("content").getJsonObject(type).getJsonObject("schema"), answer, "", faults);
        return faults;
    }

    private void check(JsonObject described, Object value, String at, List<String> faults) {
        var schema = resolved(described);
        if (schema.containsKey("oneOf")) {
            if (schema.getJsonArray("oneOf").stream().noneMatch(one -> fits((JsonObject) one, value))) {
                faults.add(at + " is none of what it may be");
            }
        } else if (!ofType(schema.getValue("type"), value)) {
            faults.add(at + " is not of type " + schema.getValue("type"));
        } else if (schema.containsKey("enum") && !schema.getJsonArray("enum").contains(value)) {
            faults.add(at + " is not one of " + schema.getJsonArray("enum"));
        } else if (schema.containsKey("pattern")
                && value instanceof String text
                && !text.matches(schema.getString("pattern"))) {
            faults.add(at + " does not match " + schema.getString("pattern"));
        }
        if (value instanceof JsonObject object && schema.containsKey("properties")) {
            properties(schema, object, at, faults);
        }
        if (value instanceof JsonArray array && schema.containsKey("items")) {
            array.forEach(item -> check(schema.getJsonObject("items"), item, at + "[]", faults));
        }
    }

    private boolean fits(JsonObject schema, Object value) {
        var faults = new ArrayList<String>();
        check(schema, value, "", faults);
        return faults.isEmpty();
    }

    private void properties(JsonObject schema, JsonObject object, String at, List<String> faults) {
        var known = schema.getJsonObject("properties");
        schema.getJsonArray("required", new JsonArray()).stream()
                .filter(name -> !object.containsKey((String) name))
                .forEach(name -> faults.add(at + "/" + name + " is missing"));
        for (Map.Entry<String, Object> field : object) {
            if (known.containsKey(field.getKey())) {
                check(known.getJsonObject(field.getKey()), field.getValue(), at + "/" + field.getKey(), faults);
            } else {
                faults.add(at + "/" + field.getKey() + " is not described");
            }
        }
    }

    private static boolean ofType(Object type, Object value) {
        if (type instanceof JsonArray several) {
            return several.stream().anyMatch(one -> ofType(one, value));
        }
        return switch (String.valueOf(type)) {
            case "string" -> value instanceof String;
            case "integer" -> value instanceof Integer || value instanceof Long;
            case "number" -> value instanceof Number;
            case "boolean" -> value instanceof Boolean;
            case "array" -> value instanceof JsonArray;
            case "object" -> value instanceof JsonObject;
            case "null" -> value == null;
            default -> throw new IllegalArgumentException("no such type: " + type);
        };
    }

    /** What a reference stands for. */
    private JsonObject resolved(JsonObject schema) {
        var reference = schema.getString("$ref");
        if (reference == null) {
            return schema;
        }
        var found = document;
        for (var step : reference.substring(2).split("/")) {
            found = found.getJsonObject(step);
            if (found == null) {
                throw new IllegalStateException("nothing at " + reference);
            }
        }
        return resolved(found);
    }

    /** Follows every reference there is. */
    void resolveAll() {
        walk(document);
    }

    private void walk(Object part) {
        if (part instanceof JsonObject object) {
            resolved(object);
            object.forEach(field -> walk(field.getValue()));
        } else if (part instanceof JsonArray array) {
            array.forEach(this::walk);
        }
    }
}
