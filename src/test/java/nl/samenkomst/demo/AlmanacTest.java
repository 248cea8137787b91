package nl.samenkomst.demo;

import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.samenkomst.demo.Almanac.Manner;
import org.junit.jupiter.api.Test;

class AlmanacTest {

    /** Every day of four years, a leap year among them. */
    private static final List<LocalDate> DAYS =
            LocalDate.of(2026, 1, 1).datesUntil(LocalDate.of(2030, 1, 1)).toList();

    @Test
    void whatComesLiesAtLeastTwoDaysAhead() {
        assertThat(DAYS).allSatisfy(today -> assertThat(new Almanac(today).coming(TUESDAY, 0))
                .isAfterOrEqualTo(today.plusDays(2))
                .isBefore(today.plusDays(9 + 2 * 7)));
    }

    @Test
    void whatHasBeenWasYesterdayOrBeforeAndNotOverAYearAgo() {
        assertThat(DAYS).allSatisfy(today -> {
            assertThat(new Almanac(today).past(THURSDAY, 0)).isBefore(today);
            assertThat(new Almanac(today).past(THURSDAY, 49)).isAfter(today.minusWeeks(53));
        });
    }

    @Test
    void nobodyMeetsAtChristmas() {
        assertThat(DAYS).allSatisfy(today -> assertThat(around(new Almanac(today)))
                .extracting(MonthDay::from)
                .doesNotContain(MonthDay.of(12, 24), MonthDay.of(12, 25), MonthDay.of(12, 31), MonthDay.of(1, 1)));
    }

    @Test
    void theYearBehindHasTablesInARoomAndOnlineAndOutdoors() {
        assertThat(DAYS).allSatisfy(today -> {
            var almanac = new Almanac(today);
            assertThat(IntStream.range(0, 50).mapToObj(week -> almanac.manner(almanac.past(THURSDAY, week))))
                    .contains(Manner.ROOM, Manner.ONLINE, Manner.OUTDOORS);
        });
    }

    @Test
    void peopleMeetOnlineSinceMarchButForTheSummer() {
        var almanac = new Almanac(LocalDate.of(2026, 11, 22));

        assertThat(Stream.of("2026-03-12", "2026-03-19", "2026-07-02", "2026-09-03")
                        .map(LocalDate::parse)
                        .map(almanac::manner))
                .containsExactly(Manner.ROOM, Manner.ONLINE, Manner.OUTDOORS, Manner.ONLINE);
    }

    private static Stream<LocalDate> around(Almanac almanac) {
        return IntStream.range(0, 50)
                .boxed()
                .flatMap(week -> Stream.of(almanac.past(THURSDAY, week), almanac.coming(TUESDAY, week)));
    }
}
