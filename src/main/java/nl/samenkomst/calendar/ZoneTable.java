package nl.samenkomst.calendar;

import static java.time.temporal.TemporalAdjusters.nextOrSame;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/**
 * The clock changes of one zone as a calendar file tells them (VTIMEZONE, RFC 5545 section 3.6.5), short enough for
 * every client: the two yearly rules in force, under the zone's own name.
 *
 * <p>iCal4j's own tables put Outlook an hour off and bear other names. Where no pair of yearly rules says the truth (a
 * zone without summer time, or with dates fixed by decree, as Morocco's), the table holds just what the entry needs:
 * the offset at its start, and a change before its end if there is one.
 */
final class ZoneTable {

    /** Far enough back for any entry, and what every client accepts. */
    private static final int FIRST_YEAR = 1970;

    private ZoneTable() {}

    /** The table that makes every local time from {@code start} to {@code end} mean the right instant. */
    static VTimeZone of(ZoneId zone, Instant start, Instant end) {
        ZoneRules rules = zone.getRules();
        List<Observance> observances = yearly(rules, start).orElseGet(() -> justThen(rules, start, end));
        return new VTimeZone(
                new PropertyList(List.of(new TzId(zone.getId()))), new ComponentList<Observance>(observances));
    }

    private static Optional<List<Observance>> yearly(ZoneRules rules, Instant start) {
        if (rules.getTransitionRules().isEmpty() || decreed(rules, start)) {
            return Optional.empty();
        }
        List<Observance> observances = new ArrayList<>();
        for (ZoneOffsetTransitionRule rule : rules.getTransitionRules()) {
            Optional<String> recurrence = recurrence(rule);
            if (recurrence.isEmpty()) {
                return Optional.empty();
            }
            observances.add(observance(
                    rule.createTransition(FIRST_YEAR),
                    rule.getStandardOffset(),
                    List.of(new RRule<>(recurrence.get()))));
        }
        return Optional.of(observances);
    }

    /** Whether single dates still go before the yearly rules in the year of this moment. */
    private static boolean decreed(ZoneRules rules, Instant moment) {
        List<ZoneOffsetTransition> dates = rules.getTransitions();
        return !dates.isEmpty()
                && dates.get(dates.size() - 1).getDateTimeBefore().getYear()
                        >= moment.atOffset(ZoneOffset.UTC).getYear();
    }

    /** The rule as RRULE on the wall clock, or nothing where its week may reach into another month. */
    private static Optional<String> recurrence(ZoneOffsetTransitionRule rule) {
        DayOfWeek named = rule.getDayOfWeek();
        if (named == null) {
            return Optional.empty();
        }
        int length = rule.getMonth().minLength();
        int indicator = rule.getDayOfMonthIndicator();
        LocalDateTime onset = rule.createTransition(FIRST_YEAR).getDateTimeBefore();
        // A time told in UTC, or 24.00 hours, may fall on the wall clock's day before or after.
        int shift = (int) ChronoUnit.DAYS.between(named(rule, named), onset.toLocalDate());
        int first = (indicator > 0 ? indicator : length + 1 + indicator - 6) + shift;
        if (first < 1 || first + 6 > length) {
            return Optional.empty();
        }
        String day = named.plus(shift).name().substring(0, 2);
        return Optional.of("FREQ=YEARLY;BYMONTH=" + rule.getMonth().getValue() + week(first, length, day));
    }

    private static LocalDate named(ZoneOffsetTransitionRule rule, DayOfWeek day) {
        int indicator = rule.getDayOfMonthIndicator();
        LocalDate month = LocalDate.of(FIRST_YEAR, rule.getMonth(), 1);
        return indicator > 0
                ? month.withDayOfMonth(indicator).with(nextOrSame(day))
                : month.withDayOfMonth(month.lengthOfMonth() + 1 + indicator).with(previousOrSame(day));
    }

    private static String week(int first, int length, String day) {
        if (first + 6 == length) {
            return ";BYDAY=-1" + day;
        }
        if (first % 7 == 1) {
            return ";BYDAY=" + (first / 7 + 1) + day;
        }
        String days =
                IntStream.range(first, first + 7).mapToObj(String::valueOf).collect(Collectors.joining(","));
        return ";BYMONTHDAY=" + days + ";BYDAY=" + day;
    }

    private static List<Observance> justThen(ZoneRules rules, Instant start, Instant end) {
        ZoneOffset offset = rules.getOffset(start);
        List<Observance> observances = new ArrayList<>();
        observances.add(new Standard(properties(LocalDateTime.of(FIRST_YEAR, 1, 1, 0, 0), offset, offset, List.of())));
        for (ZoneOffsetTransition change = rules.nextTransition(start);
                change != null && change.getInstant().isBefore(end);
                change = rules.nextTransition(change.getInstant())) {
            observances.add(observance(change, rules.getStandardOffset(change.getInstant()), List.of()));
        }
        return observances;
    }

    private static Observance observance(ZoneOffsetTransition change, ZoneOffset standard, List<Property> more) {
        PropertyList properties =
                properties(change.getDateTimeBefore(), change.getOffsetBefore(), change.getOffsetAfter(), more);
        return change.getOffsetAfter().equals(standard) ? new Standard(properties) : new Daylight(properties);
    }

    private static PropertyList properties(
            LocalDateTime onset, ZoneOffset before, ZoneOffset after, List<Property> more) {
        List<Property> properties =
                new ArrayList<>(List.of(new DtStart<>(onset), new TzOffsetFrom(before), new TzOffsetTo(after)));
        properties.addAll(more);
        return new PropertyList(properties);
    }
}
