package nl.samenkomst.registration;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import nl.samenkomst.spi.Attendance;

/**
 * What someone is told who registers: the same for a newcomer, for a known address, and for the same form sent again.
 *
 * @param status confirmed or waitlisted
 * @param attendance what they hold or wait for
 * @param wants the other way, in whose line they stand with a seat in hand
 * @param position in the line they stand in, from 1; empty who stands in none
 */
public record Answer(
        Registration.Status status, Attendance attendance, Optional<Attendance> wants, Optional<Integer> position) {

    public boolean confirmed() {
        return status == Registration.Status.CONFIRMED;
    }

    JsonObject json() {
        var json = new JsonObject().put("status", status.code()).put("attendance", attendance.code());
        wants.ifPresent(way -> json.put("wants", way.code()));
        position.ifPresent(number -> json.put("position", number));
        return json;
    }

    static Answer from(JsonObject json) {
        return new Answer(
                Registration.Status.of(json.getString("status")),
                Attendance.of(json.getString("attendance")).orElseThrow(),
                Optional.ofNullable(json.getString("wants")).flatMap(Attendance::of),
                Optional.ofNullable(json.getInteger("position")));
    }
}
