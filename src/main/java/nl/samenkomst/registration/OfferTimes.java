package nl.samenkomst.registration;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/** Until when an offered seat is kept: two hours of daytime, and never into the last half hour. */
final class OfferTimes {

    private static final Duration LENGTH = Duration.ofHours(2);
    private static final Duration BEFORE_START = Duration.ofMinutes(30);
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime EVENING = LocalTime.of(21, 0);

    private OfferTimes() {}

    /** @param zone where the event is: its mornings and evenings count */
    static Instant until(Instant now, Instant start, ZoneId zone) {
        var day = now.atZone(zone).toLocalDate();
        var left = LENGTH;
        while (true) {
            var opens = day.atTime(MORNING).atZone(zone).toInstant();
            var from = now.isAfter(opens) ? now : opens;
            var ends = day.atTime(EVENING).atZone(zone).toInstant();
            var today = from.isBefore(ends) ? Duration.between(from, ends) : Duration.ZERO;
            if (today.compareTo(left) >= 0) {
                return earlier(from.plus(left), start.minus(BEFORE_START));
            }
            left = left.minus(today);
            day = day.plusDays(1);
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
