package nl.samenkomst.kit.web;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import nl.samenkomst.kit.i18n.Resources;

/**
 * Tells programs what the API does: {@code /api/v1/openapi.json} (OpenAPI 3.1). Each room describes its own calls in its {@code
 * openapi.json}; here they are put together.
 */
public final class OpenApi implements Feature {

    private static final String FILE = "/openapi.json";
    private static final List<String> PARTS = List.of("paths", "components");

    private final JsonObject document;

    /** Reads what the rooms say; blocks, so that a fault in it stops the start and not a visitor. */
    public OpenApi() {
        this.document = part("kit/web");
        Resources.ending(FILE).stream()
                .filter(room -> !room.equals("kit/web"))
                .map(OpenApi::part)
                .forEach(this::add);
    }

    private static JsonObject part(String room) {
        try (var in = OpenApi.class.getResourceAsStream("/nl/samenkomst/" + room + FILE)) {
            if (in == null) {
                throw new IllegalStateException("no description of the API in " + room);
            }
            return new JsonObject(Buffer.buffer(in.readAllBytes()));
        } catch (IOException cause) {
            throw new UncheckedIOException(room, cause);
        }
    }

    private void add(JsonObject room) {
        if (!PARTS.containsAll(room.fieldNames())) {
            throw new IllegalStateException("a room describes only " + PARTS + ": " + room.fieldNames());
        }
        document.mergeIn(room, true);
    }

    @Override
    public void mount(Site site) {
        var whole = document.copy()
                .put(
                        "servers",
                        new JsonArray()
                                .add(new JsonObject().put("url", site.links().url(""))))
                .toBuffer();
        site.get(
                "/api/v1/openapi.json",
                Anyone.anywhere(),
                visit -> Future.succeededFuture(
                        Reply.bytes("application/json", whole).with("Cache-Control", "no-cache")));
    }
}
