package nl.samenkomst.kit.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param next the value for {@code ?after=} that leads on, empty on the last part
 */
public record Listed<T>(List<T> items, Optional<String> next) {

    public Listed {
        items = List.copyOf(items);
    }

    /**
     * Cuts a part from one thing more than was wanted, which tells whether there is a next part.
     *
     * @param key the opaque sort key of a thing, see {@link Paging#next}
     */
    public static <T> Listed<T> cut(List<T> found, Paging paging, Function<T, String> key) {
        if (found.size() <= paging.limit()) {
            return new Listed<>(found, Optional.empty());
        }
        var items = found.subList(0, paging.limit());
        return new Listed<>(items, Optional.of(key.apply(items.get(items.size() - 1))));
    }

    /** {@code {items, next}}. */
    public JsonObject json(Function<T, JsonObject> one) {
        var array = new JsonArray();
        items.forEach(item -> array.add(one.apply(item)));
        return new JsonObject().put("items", array).put("next", next.orElse(null));
    }
}
