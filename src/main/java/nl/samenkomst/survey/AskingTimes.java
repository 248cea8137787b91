package nl.samenkomst.survey;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import nl.samenkomst.spi.EventFormat.SurveyMail;

/** When people are written to about a survey, by the clock on the wall where they met. */
record AskingTimes(Instant end, ZoneId zone, SurveyMail mail) {

    /** Later in the evening nobody is written to. */
    private static final LocalTime LATEST = LocalTime.of(21, 30);

    /** Somewhat after the latest, so that what was due then is still sent by a job that comes a little later. */
    private static final LocalTime NIGHT = LocalTime.of(22, 0);

    private static final LocalTime MORNING = LocalTime.of(8, 30);
    private static final LocalTime REMINDER = LocalTime.of(9, 0);
    private static final int REMINDER_DAYS = 3;

    /** Whoever heard of it so recently is not reminded yet. */
    static final Duration NOT_TWICE_WITHIN = Duration.ofDays(2);

    /** When they are asked: right after the end, or the next morning. */
    Instant asked() {
        var over = end.atZone(zone);
        return mail == SurveyMail.SAME_EVENING && !over.toLocalTime().isAfter(LATEST) ? end : morning(over, 1, MORNING);
    }

    /** When those who did not answer are reminded, once. */
    Instant reminded() {
        return morning(end.atZone(zone), REMINDER_DAYS, REMINDER);
    }

    private static Instant morning(ZonedDateTime over, int daysAfter, LocalTime time) {
        return over.toLocalDate()
                .plusDays(daysAfter)
                .atTime(time)
                .atZone(over.getZone())
                .toInstant();
    }

    boolean asks(Instant now) {
        return !now.isBefore(asked()) && awake(now, MORNING);
    }

    boolean reminds(Instant now) {
        return !now.isBefore(reminded()) && awake(now, REMINDER);
    }

    /** Whoever is late, such as one who is noted as present on another day, is not written to at night. */
    private boolean awake(Instant now, LocalTime from) {
        var time = now.atZone(zone).toLocalTime();
        return !time.isBefore(from) && time.isBefore(NIGHT);
    }
}
