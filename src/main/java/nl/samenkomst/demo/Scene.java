package nl.samenkomst.demo;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * One gathering of the demo, ready to be planned.
 *
 * @param event as the API takes it
 * @param shut whether the organiser closed the registration
 */
record Scene(JsonObject event, Instant start, Guests guests, boolean shut) {

    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    /**
     * How many come.
     *
     * @param wants online, and in line for the room
     * @param waiting in line for the room without a seat
     * @param steering of those invited
     */
    record Guests(int onSite, int wants, int waiting, int online, int steering) {

        static Guests of(JsonObject json) {
            return new Guests(
                    json.getInteger("onSite", 0),
                    json.getInteger("wants", 0),
                    json.getInteger("waiting", 0),
                    json.getInteger("online", 0),
                    json.getInteger("steering", 0));
        }

        int all() {
            return onSite + wants + waiting + online;
        }
    }

    /** @param home the network's slug and contact person, for every event of it */
    static Scene on(LocalDate date, String from, String to, JsonObject event, JsonObject home, Guests guests) {
        var start = LocalTime.parse(from).atDate(date).atZone(ZONE);
        var end = LocalTime.parse(to).atDate(date).atZone(ZONE);
        var json = event.copy()
                .mergeIn(home)
                .put("language", "nl")
                .put("timeZone", ZONE.getId())
                .put("start", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(start))
                .put("end", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(end));
        return new Scene(json, start.toInstant(), guests, false);
    }

    Scene shutIf(boolean wanted) {
        return new Scene(event, start, guests, wanted);
    }
}
