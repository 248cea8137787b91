package nl.samenkomst.kit.web;

import io.vertx.core.json.JsonObject;

/** Changes a document as RFC 7396 says: what the patch names is put in its place, what it names null is gone, the rest stays. */
public final class MergePatch {

    private MergePatch() {}

    /** The changed document; neither of the two is touched. */
    public static JsonObject apply(JsonObject document, JsonObject patch) {
        var merged = document.copy();
        for (var field : patch.fieldNames()) {
            var wanted = patch.getValue(field);
            if (wanted == null) {
                merged.remove(field);
            } else if (wanted instanceof JsonObject inner) {
                var there = merged.getValue(field) instanceof JsonObject object ? object : new JsonObject();
                merged.put(field, apply(there, inner));
            } else {
                merged.put(field, wanted);
            }
        }
        return merged;
    }
}
