package nl.samenkomst.demo;

import static java.time.temporal.TemporalAdjusters.nextOrSame;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The dates of the demo, counted from today: what comes always lies ahead, and the year behind has a March and a summer. */
record Almanac(LocalDate today) {

    private static final MonthDay SPRING = MonthDay.of(3, 15);
    private static final MonthDay SUMMER = MonthDay.of(6, 15);
    private static final MonthDay SCHOOL = MonthDay.of(9, 1);
    private static final MonthDay CHRISTMAS = MonthDay.of(12, 23);
    private static final MonthDay NEW_YEAR = MonthDay.of(1, 3);

    /** Nobody opens the demo to find a gathering that is almost over. */
    private static final int SOONEST_DAYS = 2;

    /** How long meeting online has lasted, at least and at most: so much of the year that both ways of it are seen. */
    private static final int ONLINE_LEAST_WEEKS = 4;

    private static final int ONLINE_MOST_WEEKS = 40;

    /** Where people met. */
    enum Manner {
        ROOM,
        ONLINE,
        OUTDOORS
    }

    /** The first such day that lies ahead, or so many weeks after it. */
    LocalDate coming(DayOfWeek day, int weeks) {
        return working(today.plusDays(SOONEST_DAYS).with(nextOrSame(day)), weeks, date -> date.plusWeeks(1));
    }

    /** The last such day that has been, or so many weeks before it. */
    LocalDate past(DayOfWeek day, int weeks) {
        return working(today.minusDays(1).with(previousOrSame(day)), weeks, date -> date.minusWeeks(1));
    }

    /** Weeks in which nobody meets do not count. */
    private static LocalDate working(LocalDate first, int weeks, UnaryOperator<LocalDate> next) {
        return Stream.iterate(first, next)
                .filter(date -> !holiday(date))
                .skip(weeks)
                .findFirst()
                .orElseThrow();
    }

    /** In a room until March, online since, and outdoors in summer. */
    Manner manner(LocalDate date) {
        var day = MonthDay.from(date);
        if (!day.isBefore(SUMMER) && day.isBefore(SCHOOL)) {
            return Manner.OUTDOORS;
        }
        return date.isBefore(sinceOnline()) ? Manner.ROOM : Manner.ONLINE;
    }

    private LocalDate sinceOnline() {
        var thisYear = SPRING.atYear(today.getYear());
        var march = today.isBefore(thisYear) ? thisYear.minusYears(1) : thisYear;
        var latest = today.minusWeeks(ONLINE_LEAST_WEEKS);
        var earliest = today.minusWeeks(ONLINE_MOST_WEEKS);
        return march.isAfter(latest) ? latest : march.isBefore(earliest) ? earliest : march;
    }

    private static boolean holiday(LocalDate date) {
        var day = MonthDay.from(date);
        return day.isAfter(CHRISTMAS) || day.isBefore(NEW_YEAR);
    }
}
