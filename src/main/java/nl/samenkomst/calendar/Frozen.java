package nl.samenkomst.calendar;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.spi.Attendance;

/**
 * What was frozen of an invitation when it was first about to leave, so that a repeat is the same.
 *
 * @param was what the last letter showed
 * @param shown the mark of what was written down as shown by this one, see {@link Shown#mark}
 */
record Frozen(String uid, Attendance attendance, Instant stamp, Optional<JsonObject> was, Optional<String> shown) {

    static Frozen of(JsonObject kept) {
        return new Frozen(
                kept.getString("uid"),
                Attendance.of(kept.getString("attendance")).orElseThrow(),
                Instant.parse(kept.getString("stamp")),
                Optional.ofNullable(kept.getJsonObject("was")),
                Optional.ofNullable(kept.getString("shown")));
    }

    JsonObject json() {
        return new JsonObject()
                .put("uid", uid)
                .put("attendance", attendance.code())
                .put("stamp", stamp.toString())
                .put("was", was.orElse(null))
                .put("shown", shown.orElse(null));
    }
}
