package nl.samenkomst.event;

import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import nl.samenkomst.kit.rule.Faults;

/** When it is, as it was typed: a day and two hours by the clocks of the place. */
record TypedWhen(Typed typed, Faults faults) {

    /** Cannot be read as a moment by anyone, so whoever gets it refuses it. */
    private static final String UNREADABLE = "?";

    Optional<ZoneId> zone() {
        try {
            return typed.said("timeZone").map(ZoneId::of);
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    Optional<LocalDate> day() {
        return TypedTime.day(typed.text("date"));
    }

    Optional<OffsetDateTime> start() {
        return moment(day(), "from");
    }

    Optional<OffsetDateTime> end() {
        return moment(typed.said("lastDate").isPresent() ? TypedTime.day(typed.text("lastDate")) : day(), "to");
    }

    private Optional<OffsetDateTime> moment(Optional<LocalDate> day, String field) {
        return zone().flatMap(zone -> day.flatMap(on -> hour(field).flatMap(at -> TypedTime.moment(on, at, zone))));
    }

    private Optional<LocalTime> hour(String field) {
        return TypedTime.hour(typed.text(field));
    }

    void into(JsonObject json) {
        read("date", day().isPresent(), "event.desk.date");
        if (typed.said("lastDate").isPresent()) {
            read("lastDate", TypedTime.day(typed.text("lastDate")).isPresent(), "event.desk.date");
        }
        read("from", hour("from").isPresent(), "event.desk.hour");
        read("to", hour("to").isPresent(), "event.desk.hour");
        read("from", start().isPresent() || day().isEmpty(), "event.desk.skipped");
        read("to", end().isPresent() || day().isEmpty(), "event.desk.skipped");
        json.put("timeZone", typed.text("timeZone"))
                .put("start", written(start()))
                .put("end", written(end()));
    }

    private void read(String field, boolean sound, String text) {
        if (!sound) {
            faults.add(field, text);
        }
    }

    private static String written(Optional<OffsetDateTime> moment) {
        return moment.map(DateTimeFormatter.ISO_OFFSET_DATE_TIME::format).orElse(UNREADABLE);
    }
}
