package nl.samenkomst.kit.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class MomentsTest {

    private static final Instant START = Instant.parse("2026-12-10T18:00:00Z");
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private final Languages languages = new Languages(List.of("kit/i18n"));
    private final Moments dutch = new Moments(languages.in("nl"), AMSTERDAM);
    private final Moments english = new Moments(languages.in("en"), AMSTERDAM);

    @Test
    void aDateIsWrittenAsPeopleSayIt() {
        assertThat(dutch.date(START)).isEqualTo("donderdag 10 december 2026");
        assertThat(english.date(START)).isEqualTo("Thursday 10 December 2026");
    }

    @Test
    void hoursAreThoseOfTheClockOnTheWall() {
        assertThat(dutch.hours(START, START.plusSeconds(7200))).isEqualTo("19.00 tot 21.00 uur");
        assertThat(english.hours(START, START.plusSeconds(7200))).isEqualTo("19:00 to 21:00");
    }

    @Test
    void anEndOnAnotherDayBearsItsDate() {
        assertThat(dutch.hours(START, START.plusSeconds(6 * 3600))).isEqualTo("19.00 tot vrijdag 11 december 1.00 uur");
    }

    @Test
    void aLeafIsShort() {
        assertThat(dutch.leaf(START)).isEqualTo(new Moments.Leaf("dec", 10, "do", "2026-12-10"));
    }
}
