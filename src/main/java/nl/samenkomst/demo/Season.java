package nl.samenkomst.demo;

import io.vertx.core.json.JsonObject;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.samenkomst.demo.Almanac.Manner;
import nl.samenkomst.demo.Scene.Guests;

/** All gatherings of one network: those that come as they are written, and a year of those that have been. */
final class Season {

    private static final JsonObject PAST = Script.object("past.json");
    private static final JsonObject PLACES = Script.object("places.json");
    private static final int TENTHS = 17;

    private final Almanac almanac;
    private final JsonObject home;

    /** @param home the network's slug and contact person */
    Season(Almanac almanac, JsonObject home) {
        this.almanac = almanac;
        this.home = home;
    }

    /** @param script the name of the file they are written in */
    List<Scene> coming(String script) {
        return Script.list(script).stream()
                .map(one -> Scene.on(
                                almanac.coming(DayOfWeek.valueOf(one.getString("day")), one.getInteger("weeks")),
                                one.getString("from"),
                                one.getString("to"),
                                one.getJsonObject("event"),
                                home,
                                Guests.of(one.getJsonObject("guests")))
                        .shutIf(one.getBoolean("shut", false)))
                .toList();
    }

    /** About thirty wijktafels and ten meetings of the steering group, the latest first. */
    List<Scene> tablesOfTheYear() {
        var tables = Script.objects(PAST.getJsonArray("wijktafel"));
        var steering = Script.objects(PAST.getJsonArray("stuurgroep"));
        return Stream.concat(
                        IntStream.range(0, tables.size()).mapToObj(at -> table(at, tables.get(at))),
                        IntStream.range(0, steering.size()).mapToObj(at -> steering(at, steering.get(at))))
                .toList();
    }

    List<Scene> webinarsOfTheYear() {
        var scenes = new ArrayList<Scene>();
        for (var one : Script.objects(PAST.getJsonArray("webinar"))) {
            var event = one.copy()
                    .put("format", "webinar")
                    .put("attendance", "online")
                    .put("meeting", meeting("wijkmanagement"));
            var date = almanac.past(DayOfWeek.TUESDAY, 6 + scenes.size());
            scenes.add(Scene.on(date, "16:00", "17:00", event, home, new Guests(0, 0, 0, 64, 0)));
        }
        return scenes;
    }

    /** One in 1.7 weeks is thirty a year. */
    private Scene table(int at, JsonObject words) {
        var date = almanac.past(DayOfWeek.THURSDAY, at * TENTHS / 10);
        var area = words.getString("area");
        var event = words.copy().put("format", "wijktafel");
        return switch (almanac.manner(date)) {
            case ROOM -> Scene.on(date, "19:00", "21:00", inPlace(event, "room", area), home, onSite(at));
            case OUTDOORS -> Scene.on(date, "16:00", "18:00", inPlace(event, "outdoors", area), home, onSite(at));
            case ONLINE ->
                Scene.on(date, "19:00", "20:30", online(event, area), home, new Guests(0, 0, 0, 14 + at * 5 % 18, 0));
        };
    }

    private static Guests onSite(int at) {
        return new Guests(10 + at * 7 % 8, 0, 0, 0, 0);
    }

    private static JsonObject inPlace(JsonObject event, String kind, String area) {
        return event.put("attendance", "on_site")
                .put("venue", PLACES.getJsonObject(kind).getJsonObject(area));
    }

    private static JsonObject online(JsonObject event, String area) {
        return event.put("attendance", "online")
                .put("capacity", new JsonObject().put("online", 60))
                .put("meeting", meeting("wijktafel-" + area));
    }

    private Scene steering(int at, JsonObject words) {
        var date = almanac.past(DayOfWeek.TUESDAY, 1 + at * 5);
        var event = words.copy().put("format", "stuurgroep");
        var here = almanac.manner(date) == Manner.ONLINE
                ? event.put("attendance", "online").put("meeting", meeting("stuurgroep-nieuw-west"))
                : event.put("attendance", "on_site").put("venue", PLACES.getJsonObject("steering"));
        return Scene.on(date, "09:30", "11:00", here, home, new Guests(0, 0, 0, 0, 5 + at % 3));
    }

    private static JsonObject meeting(String room) {
        return new JsonObject().put("provider", "link").put("url", "https://meet.example/" + room);
    }
}
