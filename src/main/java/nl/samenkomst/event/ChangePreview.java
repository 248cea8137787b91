package nl.samenkomst.event;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a change would bring about, shown before it is made.
 *
 * @param tellsAt when people would be told; empty where nobody would
 */
public record ChangePreview(
        Event before, Event after, List<Difference> differences, ChangeEffect effect, Optional<Instant> tellsAt) {

    /**
     * One field as the API names it, {@code venue.name}; a value is empty where there is none, else as JSON has it.
     */
    public record Difference(String field, Optional<Object> before, Optional<Object> after) {}

    static ChangePreview of(Event before, Event after, EventNames names, ChangeEffect effect, Optional<Instant> due) {
        var differences = new ArrayList<Difference>();
        compare("", EventJson.written(before, names), EventJson.written(after, names), differences);
        return new ChangePreview(before, after, List.copyOf(differences), effect, due.filter(there -> !effect.letters()
                .isEmpty()));
    }

    private static void compare(String path, JsonObject before, JsonObject after, List<Difference> found) {
        var fields = new TreeSet<>(before.fieldNames());
        fields.addAll(after.fieldNames());
        for (var field : fields) {
            @Nullable Object one = before.getValue(field);
            @Nullable Object other = after.getValue(field);
            if (one instanceof JsonObject inner && other instanceof JsonObject outer) {
                compare(path + field + ".", inner, outer, found);
            } else if (!java.util.Objects.equals(one, other)) {
                found.add(new Difference(path + field, Optional.ofNullable(one), Optional.ofNullable(other)));
            }
        }
    }

    /** As the API tells it. */
    JsonObject json() {
        return new JsonObject()
                .put("changes", EventParts.array(differences, one -> new JsonObject()
                        .put("field", one.field())
                        .put("before", one.before().orElse(null))
                        .put("after", one.after().orElse(null))))
                .put("letters", EventParts.array(List.copyOf(effect.letters().entrySet()), entry -> new JsonObject()
                        .put("letter", entry.getKey())
                        .put("count", entry.getValue())))
                .put("people", EventParts.array(effect.people(), ChangePreview::told))
                .put("moved", effect.moved())
                .put("choose", effect.choose())
                .put("shortage", effect.shortage())
                .put("tellsAt", tellsAt.map(Instant::toString).orElse(null));
    }

    private static JsonObject told(ChangeEffect.Told one) {
        return new JsonObject()
                .put("name", one.name().orElse(null))
                .put("email", one.email().orElse(null))
                .put("attendance", one.attendance().code())
                .put("letter", one.letter());
    }
}
