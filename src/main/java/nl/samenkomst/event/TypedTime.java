package nl.samenkomst.event;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads days and hours as people write them: 10-12-2026, 10/12/2026, 2026-12-10; 19.00, 19:00, 19. */
final class TypedTime {

    private static final Pattern DAY = Pattern.compile("([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})");
    private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})");
    private static final Pattern HOUR =
            Pattern.compile("([0-9]{1,2})(?:[.:]?([0-9]{2}))?(?: ?(?:uur|u))?", Pattern.CASE_INSENSITIVE);

    private TypedTime() {}

    static Optional<LocalDate> day(String text) {
        var day = DAY.matcher(text.strip());
        if (day.matches()) {
            return date(day.group(3), day.group(2), day.group(1));
        }
        var iso = ISO.matcher(text.strip());
        return iso.matches() ? date(iso.group(1), iso.group(2), iso.group(3)) : Optional.empty();
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    static Optional<LocalTime> hour(String text) {
        var hour = HOUR.matcher(text.strip());
        if (!hour.matches()) {
            return Optional.empty();
        }
        try {
            var minutes =
                    Optional.ofNullable(hour.group(2)).map(Integer::valueOf).orElse(0);
            return Optional.of(LocalTime.of(Integer.parseInt(hour.group(1)), minutes));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** That moment by the clocks of the place; empty for an hour that a change of clocks skips. */
    static Optional<OffsetDateTime> moment(LocalDate day, LocalTime hour, ZoneId zone) {
        var local = LocalDateTime.of(day, hour);
        return zone.getRules().getValidOffsets(local).stream().findFirst().map(local::atOffset);
    }

    /** As people in the Netherlands write a day: 10-12-2026. */
    static String written(LocalDate day) {
        return "%02d-%02d-%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    static String written(LocalTime hour) {
        return "%02d.%02d".formatted(hour.getHour(), hour.getMinute());
    }
}
