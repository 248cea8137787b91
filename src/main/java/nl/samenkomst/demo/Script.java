package nl.samenkomst.demo;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Reads the words of the demo, which stand beside this class as JSON in the shape of the API. */
final class Script {

    private Script() {}

    static List<JsonObject> list(String name) {
        return objects(read(name).toJsonArray());
    }

    static JsonObject object(String name) {
        return read(name).toJsonObject();
    }

    static List<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).toList();
    }

    /** The line whose turn it is, again from the first after the last. */
    static String text(JsonArray lines, int turn) {
        return lines.getString(turn % lines.size());
    }

    /** A file beside this class, as it is. */
    static Buffer file(String name) {
        return read(name);
    }

    private static Buffer read(String name) {
        try (var file = Objects.requireNonNull(Script.class.getResourceAsStream(name), name)) {
            return Buffer.buffer(file.readAllBytes());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
