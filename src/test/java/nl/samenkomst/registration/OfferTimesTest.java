package nl.samenkomst.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class OfferTimesTest {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    @Test
    void anOfferLastsTwoHoursByDay() {
        assertThat(until("2026-12-10T10:00", "2026-12-10T19:00")).isEqualTo(at("2026-12-10T12:00"));
    }

    @Test
    void theNightDoesNotCount() {
        assertThat(until("2026-12-09T20:30", "2026-12-10T19:00")).isEqualTo(at("2026-12-10T09:30"));
        assertThat(until("2026-12-10T03:00", "2026-12-10T19:00")).isEqualTo(at("2026-12-10T10:00"));
        assertThat(until("2026-12-09T23:00", "2026-12-10T19:00")).isEqualTo(at("2026-12-10T10:00"));
    }

    @Test
    void theLastHalfHourIsNobodys() {
        assertThat(until("2026-12-10T16:59", "2026-12-10T19:00")).isEqualTo(at("2026-12-10T18:30"));
        assertThat(until("2026-12-09T22:00", "2026-12-10T09:00")).isEqualTo(at("2026-12-10T08:30"));
    }

    @Test
    void theMorningIsThatOfTheEventsOwnPlace() {
        var now = Instant.parse("2026-12-10T06:00:00Z");
        var start = Instant.parse("2026-12-10T17:00:00Z");

        assertThat(OfferTimes.until(now, start, AMSTERDAM)).isEqualTo(Instant.parse("2026-12-10T09:00:00Z"));
        assertThat(OfferTimes.until(now, start, ZoneId.of("Europe/Helsinki")))
                .isEqualTo(Instant.parse("2026-12-10T08:00:00Z"));
    }

    @Test
    void theNightInWhichTheClockIsSetChangesNothing() {
        assertThat(until("2026-10-24T20:00", "2026-10-25T19:00")).isEqualTo(at("2026-10-25T09:00"));
        assertThat(until("2026-03-28T20:00", "2026-03-29T19:00")).isEqualTo(at("2026-03-29T09:00"));
    }

    private static Instant until(String now, String start) {
        return OfferTimes.until(at(now), at(start), AMSTERDAM);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(AMSTERDAM).toInstant();
    }
}
