package nl.samenkomst.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RhythmTest {

    private static final LocalDate FIRST = LocalDate.of(2027, 1, 5);

    @Test
    void everySixWeeksOnThursdayUntilJulyButNotInTheMayHoliday() {
        var mayHoliday = new Span(LocalDate.of(2027, 4, 24), LocalDate.of(2027, 5, 9));
        var rhythm = new Rhythm(6, DayOfWeek.THURSDAY, FIRST, LocalDate.of(2027, 7, 1), List.of(mayHoliday));

        assertThat(rhythm.dates())
                .containsExactly(
                        LocalDate.of(2027, 1, 7),
                        LocalDate.of(2027, 2, 18),
                        LocalDate.of(2027, 4, 1),
                        LocalDate.of(2027, 5, 13),
                        LocalDate.of(2027, 6, 24));
    }

    @Test
    void aDayThatIsLeftOutIsNotMovedAndTheCountGoesOn() {
        var out = new Span(LocalDate.of(2027, 1, 12), LocalDate.of(2027, 1, 12));
        var rhythm = new Rhythm(1, DayOfWeek.TUESDAY, FIRST, LocalDate.of(2027, 1, 20), List.of(out));

        assertThat(rhythm.dates()).containsExactly(FIRST, LocalDate.of(2027, 1, 19));
    }

    @Test
    void theLastDayCounts() {
        assertThat(new Rhythm(2, DayOfWeek.TUESDAY, FIRST, LocalDate.of(2027, 1, 19), List.of()).dates())
                .containsExactly(FIRST, LocalDate.of(2027, 1, 19));
    }

    @Test
    void noMoreThanSixtyDatesAreMadeInOneGo() {
        assertThat(new Rhythm(1, DayOfWeek.TUESDAY, FIRST, LocalDate.of(2032, 1, 1), List.of()).dates())
                .hasSize(Rhythm.MOST_DATES);
    }

    @Test
    void aSpanEndsAfterItBegins() {
        assertThatThrownBy(() -> new Span(FIRST, FIRST.minusDays(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rhythm(0, DayOfWeek.MONDAY, FIRST, FIRST, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
