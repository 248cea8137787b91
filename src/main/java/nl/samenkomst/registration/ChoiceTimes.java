package nl.samenkomst.registration;

import java.time.Duration;
import java.time.Instant;

/** Until when somebody whose way of attending is gone may say what they want instead: a day, and not into the last two hours. */
final class ChoiceTimes {

    private static final Duration LENGTH = Duration.ofHours(24);
    private static final Duration BEFORE_START = Duration.ofHours(2);
    /** Who hears of it in the last hours has at least this long, or until the start. */
    private static final Duration LEAST = Duration.ofMinutes(30);

    private ChoiceTimes() {}

    static Instant until(Instant now, Instant start) {
        var until = earlier(now.plus(LENGTH), start.minus(BEFORE_START));
        var least = earlier(now.plus(LEAST), start);
        var end = until.isAfter(least) ? until : least;
        return end.isAfter(now) ? end : now;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
