package nl.samenkomst.series;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.samenkomst.event.Event;
import nl.samenkomst.kit.rule.Fault;
import nl.samenkomst.kit.rule.Faults;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.JsonReader;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.Series;

/**
 * A series as an organiser described it: its own fields are read here; the rest is an event's, and is judged by making an event of it.
 *
 * @param shared what its dates share, with the names that an event has
 */
record SeriesForm(
        Optional<String> slug,
        Optional<LocalTime> time,
        int minutes,
        int membersFirst,
        JsonObject shared,
        Faults faults) {

    /** By default members are registered so many days before everybody else. */
    static final int MEMBERS_FIRST = 7;

    private static final int LONGEST = 24 * 60;
    private static final int EARLIEST = 60;
    private static final Set<String> OWN = Set.of("slug", DatePattern.TIME, DatePattern.MINUTES, "membersFirst");

    /** What each date has by itself, or is not for a series. */
    private static final Set<String> FOREIGN = Set.of("start", "end", "series", "programme");

    /** What is named in columns of its own. */
    private static final Set<String> NAMED = Set.of("title", "format", "network", "area", "timeZone");

    static SeriesForm read(JsonObject json) {
        var faults = new Faults();
        var own = new JsonObject();
        var shared = json.copy();
        OWN.stream().filter(json::containsKey).forEach(field -> own.put(field, json.getValue(field)));
        OWN.forEach(shared::remove);
        FOREIGN.stream().filter(json::containsKey).forEach(field -> faults.add(field, "error.field.unknown"));
        FOREIGN.forEach(shared::remove);
        var reader = JsonReader.of(own, faults);
        return new SeriesForm(
                reader.slug("slug"),
                reader.needed(DatePattern.TIME, reader.line(DatePattern.TIME, 5))
                        .flatMap(text -> time(text, faults)),
                reader.needed(DatePattern.MINUTES, reader.whole(DatePattern.MINUTES, 5, LONGEST))
                        .orElse(60),
                reader.whole("membersFirst", 0, EARLIEST).orElse(MEMBERS_FIRST),
                shared,
                faults);
    }

    static Optional<LocalTime> time(String text, Faults faults) {
        try {
            return Optional.of(LocalTime.parse(text.length() == 4 ? "0" + text : text));
        } catch (DateTimeParseException malformed) {
            faults.add(DatePattern.TIME, "series.api.time");
            return Optional.empty();
        }
    }

    /** An event like its dates will be, a week from now. */
    JsonObject sample(Instant now) {
        var zone = zone();
        var day = now.atZone(zone).toLocalDate().plusWeeks(1);
        var start = ZonedDateTime.of(day, time.orElse(LocalTime.NOON), zone);
        return shared.copy()
                .put("start", DatePattern.written(start))
                .put("end", DatePattern.written(start.plusMinutes(minutes)));
    }

    private ZoneId zone() {
        return JsonReader.of(shared, new Faults()).zone("timeZone").orElse(ZoneId.of("UTC"));
    }

    /** All that is wrong: here, and with the event that was tried. */
    Refusal refused(List<Fault> others) {
        others.stream()
                .filter(fault -> !FOREIGN.contains(fault.field()))
                .forEach(fault ->
                        faults.add(fault.field(), fault.text(), fault.values().toArray()));
        return Refusal.invalid(faults.list());
    }

    /** @param sample the event that was made of it, which knows who can find it where nobody said */
    JsonObject pattern(Event sample) {
        var pattern = shared.copy();
        NAMED.forEach(pattern::remove);
        return pattern.put("visibility", sample.visibility().code())
                .put(DatePattern.TIME, time.orElse(LocalTime.NOON).toString())
                .put(DatePattern.MINUTES, minutes);
    }

    /** What an organiser can write, as it stands. */
    static JsonObject json(Series series, Network network) {
        return new JsonObject()
                .put("slug", series.slug())
                .put("network", network.slug())
                .put(
                        "area",
                        series.area()
                                .flatMap(network::area)
                                .map(area -> area.slug())
                                .orElse(null))
                .put("format", series.format())
                .put("title", series.title())
                .put("timeZone", series.zone().getId())
                .put("membersFirst", series.membersFirst())
                .mergeIn(series.pattern());
    }
}
