package nl.samenkomst.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Stream;
import nl.samenkomst.calendar.CalendarEntry.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every zone of the JDK, told in a short table, means the right instants to another parser. */
class ZoneTableTest {

    /** Where summer time is not one hour, which the other parser takes for granted. */
    private static final Set<String> OTHER_THAN_AN_HOUR =
            Set.of("Australia/LHI", "Australia/Lord_Howe", "Antarctica/Troll");

    /** Winter, Ramadan (which Morocco's clock follows), summer, between Europe's change and America's, a past year. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-15T11:00:00Z",
                "2026-03-03T11:00:00Z",
                "2026-07-15T11:00:00Z",
                "2026-10-30T21:30:00Z",
                "2021-05-12T17:00:00Z"
            })
    void everyZoneKeepsItsInstants(String moment) {
        assertThat(zones()).hasSizeGreaterThan(550).allSatisfy(zone -> keepsItsInstants(moment, zone));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2027-03-28T00:59:00Z", "2027-03-28T01:00:00Z", "2026-10-24T21:30:00Z", "2026-10-25T03:00:00Z"})
    void amsterdamKeepsItsInstantsRoundBothChanges(String moment) {
        keepsItsInstants(moment, ZoneId.of("Europe/Amsterdam"));
    }

    @Test
    void halfAnHourOfSummerTimeIsToldAsHalfAnHour() {
        assertThat(text(evening("Australia/Lord_Howe")))
                .contains("TZOFFSETFROM:+1100\r\nTZOFFSETTO:+1030\r\n", "TZOFFSETFROM:+1030\r\nTZOFFSETTO:+1100\r\n");
    }

    @Test
    void aRuleThatMayReachIntoAnotherMonthGivesWayToTheOffsetOfTheEntry() {
        assertThat(text(evening("Africa/Cairo")))
                .contains("TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0200\r\n")
                .doesNotContain("RRULE");
    }

    @Test
    void amsterdamIsTwoYearlyRulesUnderItsOwnName() {
        assertThat(text(SampleEntries.EVENING))
                .contains(
                        "TZID:Europe/Amsterdam\r\n",
                        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n",
                        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n",
                        "DTSTART:19700329T020000\r\n",
                        "DTSTART:19701025T030000\r\n")
                .doesNotContain("RDATE", "Brussels")
                .containsOnlyOnce("BEGIN:STANDARD")
                .containsOnlyOnce("BEGIN:DAYLIGHT");
    }

    @Test
    void aZoneWithoutSummerTimeIsOneOffset() {
        assertThat(text(evening("Asia/Tokyo")))
                .contains("TZOFFSETFROM:+0900\r\nTZOFFSETTO:+0900\r\n")
                .containsOnlyOnce("BEGIN:STANDARD")
                .doesNotContain("BEGIN:DAYLIGHT", "RRULE");
    }

    private static void keepsItsInstants(String moment, ZoneId zone) {
        var span = new Span(Instant.parse(moment), Instant.parse(moment).plus(Duration.ofHours(2)), zone);
        VEvent read = Biweekly.parse(text(span)).first().getEvents().get(0);
        assertThat(read.getDateStart().getValue().toInstant()).isEqualTo(span.start());
        assertThat(read.getDateEnd().getValue().toInstant()).isEqualTo(span.end());
    }

    private static Span evening(String zone) {
        return new Span(SampleEntries.EVENING.start(), SampleEntries.EVENING.end(), ZoneId.of(zone));
    }

    private static Stream<ZoneId> zones() {
        return Stream.of(TimeZone.getAvailableIDs())
                .filter(ZoneId.getAvailableZoneIds()::contains)
                .filter(id -> !OTHER_THAN_AN_HOUR.contains(id))
                .map(ZoneId::of);
    }

    private static String text(Span span) {
        return new String(InviteWriter.write(SampleEntries.at(span)), UTF_8);
    }
}
