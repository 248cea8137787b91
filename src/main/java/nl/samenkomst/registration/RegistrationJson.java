package nl.samenkomst.registration;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import nl.samenkomst.event.Event;
import nl.samenkomst.network.Area;
import nl.samenkomst.network.Network;
import nl.samenkomst.spi.Attendance;

/** A registration in JSON, as staff read it. */
final class RegistrationJson {

    private final Event event;
    private final Network network;

    RegistrationJson(Event event, Network network) {
        this.event = event;
        this.network = network;
    }

    JsonObject of(Registration one) {
        return told(one)
                .put("id", one.id().toString())
                .put("event", event.slug())
                .put("email", one.email().orElse(null))
                .put("shared", one.shared())
                .put("status", one.status().code())
                .put("by", one.by().orElse(null))
                .put("offerUntil", one.offerUntil().map(this::time).orElse(null))
                .put("reply", one.reply())
                .put("place", one.place())
                .put("createdAt", time(one.createdAt()));
    }

    /** The part that staff can change. */
    JsonObject told(Registration one) {
        return new JsonObject()
                .put("name", one.name().orElse(null))
                .put("organisation", one.organisationName().orElse(null))
                .put("sector", one.sector().orElse(null))
                .put("area", one.area().flatMap(network::area).map(Area::slug).orElse(null))
                .put("language", one.language())
                .put("attendance", one.attendance().code())
                .put("wants", one.wants().map(Attendance::code).orElse(null))
                .put("presence", one.presence())
                .put("answers", one.answers());
    }

    /** RFC 3339 wants the seconds, also where there are none. */
    private String time(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                moment.truncatedTo(ChronoUnit.SECONDS).atZone(event.zone()));
    }
}
