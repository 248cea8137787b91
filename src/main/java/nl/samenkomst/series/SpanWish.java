package nl.samenkomst.series;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import nl.samenkomst.event.Event;
import nl.samenkomst.kit.rule.Faults;
import nl.samenkomst.kit.web.Body;
import nl.samenkomst.spi.Gathering;

/**
 * What is to be otherwise at several dates of a series; what is empty stays as it is at each.
 *
 * @param time when each begins, as the clock on the wall says
 * @param venue the parts of the place that are to change
 */
record SpanWish(
        Optional<Gathering> attendance,
        Optional<LocalTime> time,
        Optional<Integer> minutes,
        Optional<JsonObject> venue,
        Optional<String> url) {

    static SpanWish read(Body body, Faults faults) {
        var minutes = body.text("minutes").map(TypedSeries::number);
        if (minutes.filter(one -> !(one instanceof Integer number) || number < 5 || number > 24 * 60)
                .isPresent()) {
            faults.add("minutes", "series.change.minutes");
        }
        var wish = new SpanWish(
                body.text("attendance").flatMap(Gathering::of),
                body.text("time").flatMap(text -> SeriesForm.time(text.strip(), faults)),
                minutes.filter(Integer.class::isInstance).map(Integer.class::cast),
                TypedSeries.inner(body, "venue"),
                body.text("url").map(String::strip));
        if (wish.equals(new SpanWish(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()))) {
            faults.add("attendance", "series.change.nothing");
        }
        return wish;
    }

    /** The merge patch (RFC 7396) for one date; its day stays, and so does the time on the wall unless another was wished for. */
    JsonObject patch(Event event) {
        var patch = new JsonObject();
        attendance.ifPresent(way -> patch.put("attendance", way.code()));
        venue.ifPresent(place -> patch.put("venue", place.copy()));
        url.ifPresent(address -> patch.put("meeting", TypedSeries.meeting(address)));
        if (time.isPresent() || minutes.isPresent()) {
            var before = event.start().atZone(event.zone());
            var start = ZonedDateTime.of(before.toLocalDate(), time.orElse(before.toLocalTime()), event.zone());
            var lasts = minutes.map(Duration::ofMinutes).orElse(Duration.between(event.start(), event.end()));
            patch.put("start", DatePattern.written(start)).put("end", DatePattern.written(start.plus(lasts)));
        }
        return patch;
    }

    /** The same for dates made later. */
    JsonObject pattern() {
        var patch = new JsonObject();
        attendance.ifPresent(way -> patch.put("attendance", way.code()));
        venue.ifPresent(place -> patch.put("venue", place.copy()));
        url.ifPresent(address -> patch.put("meeting", TypedSeries.meeting(address)));
        time.ifPresent(at -> patch.put(DatePattern.TIME, at.toString()));
        minutes.ifPresent(number -> patch.put(DatePattern.MINUTES, number));
        return patch;
    }
}
