package nl.samenkomst.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.calendar.CalendarEntry.Method;
import nl.samenkomst.calendar.CalendarEntry.Status;
import org.junit.jupiter.api.Test;

/** What we write, another's parser reads back as it was meant: every word, number and moment; for zones see {@link ZoneTableTest}. */
class ReadBackTest {

    private static final long SEED = 20261122;

    /** What one entry says, whoever tells it. */
    private record Said(
            String uid,
            int sequence,
            String method,
            String status,
            Instant start,
            Instant end,
            String summary,
            String description,
            String location,
            String name,
            String address) {}

    @Test
    void everyWordAndMomentComesBack() {
        assertThat(SeededEntries.inAmsterdam(SEED, 500))
                .allSatisfy(entry -> assertThat(read(entry)).isEqualTo(meant(entry)));
    }

    @Test
    void noLineIsTooLongAndEveryLineEndsAsTheStandardSays() {
        assertThat(SeededEntries.inAmsterdam(SEED + 1, 200)).allSatisfy(entry -> {
            var text = new String(InviteWriter.write(entry), UTF_8);
            assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
            assertThat(text.split("\r\n"))
                    .allSatisfy(line -> assertThat(line.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(75));
        });
    }

    @Test
    void aFeedTellsTheSameMomentsAsItsEntries() {
        var entries = SeededEntries.inAmsterdam(SEED + 2, 300).stream()
                .map(ReadBackTest::published)
                .sorted(Comparator.comparing(CalendarEntry::uid))
                .toList();

        var read = Biweekly.parse(new String(FeedWriter.write("Alles", entries), UTF_8)).first().getEvents().stream()
                .sorted(Comparator.comparing(event -> event.getUid().getValue()))
                .toList();

        assertThat(read.stream().map(ReadBackTest::moments).toList())
                .isEqualTo(entries.stream().map(ReadBackTest::moments).toList());
    }

    private static CalendarEntry published(CalendarEntry entry) {
        return new CalendarEntry(
                Method.PUBLISH,
                Status.CONFIRMED,
                entry.uid(),
                entry.sequence(),
                entry.stamp(),
                entry.span(),
                entry.words(),
                entry.spot(),
                Optional.empty());
    }

    private static List<Object> moments(CalendarEntry entry) {
        return List.of(entry.uid(), entry.span().start(), entry.span().end());
    }

    private static List<Object> moments(VEvent event) {
        return List.of(
                event.getUid().getValue(),
                event.getDateStart().getValue().toInstant(),
                event.getDateEnd().getValue().toInstant());
    }

    private static Said meant(CalendarEntry entry) {
        var attendee = entry.parties().orElseThrow().attendee();
        return new Said(
                entry.uid(),
                entry.sequence(),
                entry.method().name(),
                entry.status().name(),
                entry.span().start(),
                entry.span().end(),
                entry.words().summary(),
                entry.words().description(),
                entry.spot().location(),
                attendee.name(),
                attendee.address());
    }

    private static Said read(CalendarEntry entry) {
        var calendar =
                Biweekly.parse(new String(InviteWriter.write(entry), UTF_8)).first();
        var event = calendar.getEvents().get(0);
        var attendee = event.getAttendees().get(0);
        return new Said(
                event.getUid().getValue(),
                event.getSequence().getValue(),
                calendar.getMethod().getValue(),
                event.getStatus().getValue(),
                event.getDateStart().getValue().toInstant(),
                event.getDateEnd().getValue().toInstant(),
                event.getSummary().getValue(),
                Optional.ofNullable(event.getDescription())
                        .map(told -> told.getValue())
                        .orElse(""),
                event.getLocation().getValue(),
                attendee.getCommonName(),
                attendee.getEmail());
    }
}
