package nl.samenkomst.kit.i18n;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Says when, as people of one language write it: "donderdag 10 december 2026, 19.00 tot 21.00 uur".
 *
 * <p>Times are those of the clock on the wall at the place of the gathering, so every text is made in a given zone.
 */
public final class Moments {

    private final Words words;
    private final Locale locale;
    private final ZoneId zone;

    public Moments(Words words, ZoneId zone) {
        this.words = words;
        this.locale = words.locale();
        this.zone = zone;
    }

    /** A calendar leaf: month and weekday short, the day's number, and the date for machines (ISO 8601). */
    public record Leaf(String month, int day, String weekday, String date) {}

    public Leaf leaf(Instant when) {
        var at = when.atZone(zone);
        return new Leaf(
                said(at, "MMM").replace(".", ""),
                at.getDayOfMonth(),
                said(at, "EEE").replace(".", ""),
                at.toLocalDate().toString());
    }

    /** "donderdag 10 december 2026". */
    public String date(Instant when) {
        return said(when.atZone(zone), "EEEE d MMMM yyyy");
    }

    /** "donderdag 10 december". */
    public String day(Instant when) {
        return said(when.atZone(zone), "EEEE d MMMM");
    }

    /** "19.00 uur", "19:00". */
    public String time(Instant when) {
        return words.say("moment.time", clock(when.atZone(zone).toLocalTime()));
    }

    /** "19.00 tot 21.00 uur". An end on another day bears its date. */
    public String hours(Instant from, Instant until) {
        var start = from.atZone(zone);
        var end = until.atZone(zone);
        var last = start.toLocalDate().equals(end.toLocalDate())
                ? clock(end.toLocalTime())
                : day(until) + " " + clock(end.toLocalTime());
        return words.say("moment.hours", clock(start.toLocalTime()), last);
    }

    /** "19.00", "19:00": without the word for o'clock. */
    public String clock(LocalTime time) {
        return DateTimeFormatter.ofPattern(words.say("moment.clock"), locale).format(time);
    }

    /** Date and time with offset, for machines (RFC 3339). */
    public String machine(Instant when) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(when.atZone(zone));
    }

    private String said(ZonedDateTime at, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(at);
    }
}
