package nl.samenkomst.calendar;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.event.Event;
import nl.samenkomst.spi.Attendance;

/**
 * What an invitation makes a calendar show, as far as people plan by it: when, where, and how they attend. Title, words and contact
 * are not in it; they go along with the next one.
 *
 * @param place for who comes to the room
 * @param link a digest of how to join, for who attends online
 */
record Shown(Instant start, Instant end, ZoneId zone, Attendance way, String place, String link) {

    /** What the calendar of somebody shows to whom the end of it was told. */
    static final JsonObject NOTHING = new JsonObject().put("cancelled", true);

    static Shown of(Event event, Attendance way) {
        return new Shown(
                event.start(),
                event.end(),
                event.zone(),
                way,
                way == Attendance.ON_SITE ? place(event) : "",
                way == Attendance.ONLINE ? digest(link(event)) : "");
    }

    private static String place(Event event) {
        return event.venue()
                .map(venue -> Stream.of(Optional.of(venue.name()), venue.room(), venue.address())
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(", ")))
                .orElse("");
    }

    private static String link(Event event) {
        return event.meeting()
                .map(meeting ->
                        meeting.url().orElse("") + "\n" + meeting.dialIn().orElse(""))
                .orElse("");
    }

    private static String digest(String text) {
        return HexFormat.of().formatHex(sha256(text));
    }

    /** Two are the same where and only where these are. */
    Buffer hash() {
        var all = List.of(start, end, zone, way.code(), place, link);
        return Buffer.buffer(sha256(all.stream().map(String::valueOf).collect(Collectors.joining("\n"))));
    }

    /** By which what a letter shows is known again; one word where it shows that nothing is left. */
    static String mark(Optional<Shown> shown) {
        return shown.map(one -> HexFormat.of().formatHex(one.hash().getBytes())).orElse("nothing");
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    JsonObject json() {
        return new JsonObject()
                .put("start", start.toString())
                .put("end", end.toString())
                .put("zone", zone.getId())
                .put("attendance", way.code())
                .put("place", place)
                .put("link", link);
    }

    /** What {@link #json} made. */
    static Shown of(JsonObject json) {
        return new Shown(
                Instant.parse(json.getString("start")),
                Instant.parse(json.getString("end")),
                ZoneId.of(json.getString("zone")),
                Attendance.of(json.getString("attendance")).orElseThrow(),
                json.getString("place"),
                json.getString("link"));
    }
}
