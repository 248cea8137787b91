package nl.samenkomst.series;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a gathering comes back: "every six weeks on Thursday, until July, not in the May holiday". A day that is left out is not moved,
 * and the count goes on.
 *
 * @param weeks between one date and the next
 * @param from the first date is this day, or the first such weekday after it
 * @param until the last day that may be a date
 */
record Rhythm(int weeks, DayOfWeek weekday, LocalDate from, LocalDate until, List<Span> except) {

    static final int MOST_WEEKS = 26;

    /** More dates than this are made in several goes. */
    static final int MOST_DATES = 60;

    Rhythm {
        except = List.copyOf(except);
        if (weeks < 1 || weeks > MOST_WEEKS) {
            throw new IllegalArgumentException("every 1 to " + MOST_WEEKS + " weeks, not " + weeks);
        }
    }

    /** The dates, first to last; at most {@link #MOST_DATES}. */
    List<LocalDate> dates() {
        var first = from.with(TemporalAdjusters.nextOrSame(weekday));
        return Stream.iterate(first, date -> !date.isAfter(until), date -> date.plusWeeks(weeks))
                .filter(date -> except.stream().noneMatch(span -> span.holds(date)))
                .limit(MOST_DATES)
                .toList();
    }
}
