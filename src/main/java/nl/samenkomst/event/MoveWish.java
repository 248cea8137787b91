package nl.samenkomst.event;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.samenkomst.spi.Attendance;
import nl.samenkomst.spi.EventFormat;
import nl.samenkomst.spi.Gathering;

/** What organisers do in a hurry: all go online, or back into the room. */
enum MoveWish {
    ONLINE,
    ROOM;

    /** The last part of its address. */
    String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How people would gather then: as far as the format allows it, the room beside the online place. */
    Optional<Gathering> gathering(Event event, Formats formats) {
        var allowed = formats.find(event.format()).map(EventFormat::gatherings).orElse(List.of(Gathering.values()));
        var wanted = this == ONLINE ? List.of(Gathering.ONLINE) : List.of(Gathering.HYBRID, Gathering.ON_SITE);
        return wanted.stream().filter(allowed::contains).findFirst();
    }

    boolean possible(Event event, Formats formats) {
        var there = event.attendance().allows(Attendance.ON_SITE);
        return (this == ONLINE) == there
                && (this == ONLINE || event.venue().isPresent())
                && gathering(event, formats).isPresent();
    }

    JsonObject patch(Event event, Formats formats) {
        return gathering(event, formats)
                .map(way -> new JsonObject().put("attendance", way.code()))
                .orElseGet(JsonObject::new);
    }
}
