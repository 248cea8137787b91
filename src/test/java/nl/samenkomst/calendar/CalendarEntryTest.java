package nl.samenkomst.calendar;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import nl.samenkomst.calendar.CalendarEntry.Method;
import nl.samenkomst.calendar.CalendarEntry.Party;
import nl.samenkomst.calendar.CalendarEntry.Point;
import nl.samenkomst.calendar.CalendarEntry.Span;
import nl.samenkomst.calendar.CalendarEntry.Spot;
import nl.samenkomst.calendar.CalendarEntry.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot stand in a calendar is refused before it is written. */
class CalendarEntryTest {

    private static final Instant NOON = Instant.parse("2026-12-10T12:00:00Z");

    @Test
    void anEntryEndsAfterItStarts() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Span(NOON, NOON, ZoneId.of("Europe/Amsterdam")));
    }

    @Test
    void aBareOffsetIsNoZone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Span(NOON, NOON.plusSeconds(1), ZoneOffset.ofHours(1)));
    }

    @Test
    void anEntryHasATitle() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Words(" \n", "", Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "mailto:a@b.example", "kamer-2"})
    void aConferenceIsALinkToTheWeb(String link) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Spot("", Optional.of(URI.create(link)), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a@b@c",
                "a b@c.example",
                "a@c.example\r\nX:1",
                "<a@c.example>",
                "a@c.example,d@e.example"
            })
    void aPartyHasOneAddress(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Party("Jan", address));
    }

    @Test
    void aPointLiesOnEarth() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Point(BigDecimal.valueOf(91), BigDecimal.ZERO));
    }

    @Test
    void aPublishedEntryNamesNobodyAndAMailedOneSomebody() {
        var mailed = SampleEntries.requestOnSite();
        var published = SampleEntries.published();

        assertThatIllegalArgumentException().isThrownBy(() -> with(mailed, Method.REQUEST, Optional.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> with(published, Method.PUBLISH, mailed.parties()));
    }

    @Test
    void aRequestIsNotStruckOut() {
        var cancel = SampleEntries.cancelInArabic();

        assertThatIllegalArgumentException().isThrownBy(() -> with(cancel, Method.REQUEST, cancel.parties()));
    }

    private static CalendarEntry with(CalendarEntry entry, Method method, Optional<CalendarEntry.Parties> parties) {
        return new CalendarEntry(
                method,
                entry.status(),
                entry.uid(),
                entry.sequence(),
                entry.stamp(),
                entry.span(),
                entry.words(),
                entry.spot(),
                parties);
    }
}
