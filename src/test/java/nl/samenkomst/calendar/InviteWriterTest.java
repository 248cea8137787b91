package nl.samenkomst.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenkomst.calendar.CalendarEntry.Method;
import nl.samenkomst.calendar.CalendarEntry.Party;
import nl.samenkomst.calendar.CalendarEntry.Spot;
import nl.samenkomst.calendar.CalendarEntry.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The files people get, held letter for letter, and read back by someone else's parser. */
class InviteWriterTest {

    private static final List<String> NAMES = List.of(
            "",
            "Fatima Bouali",
            "Ayşe Yıldız-Çelik van der Grotestraatweg en de Lange Lindelaan, penningmeester; voorzitter",
            "عبد الرحمن, أبو سلام من أوسدورب، من يعرف الطريق؟",
            "👩🏽‍🤝‍👩".repeat(12),
            "BEGIN:VEVENT \"x\"^n;UID:1",
            "Jan\r\nSTATUS:CANCELLED\u202e");

    static Stream<Arguments> samples() {
        return Stream.of(
                Arguments.of("request-on-site", SampleEntries.requestOnSite()),
                Arguments.of("request-online", SampleEntries.requestOnline()),
                Arguments.of("cancel-in-arabic", SampleEntries.cancelInArabic()),
                Arguments.of("published", SampleEntries.published()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theFileIsTheGoldenOne(String name, CalendarEntry entry) {
        assertThat(text(entry)).isEqualTo(golden(name));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void anotherParserReadsWhatWasMeant(String name, CalendarEntry entry) {
        ICalendar calendar = Biweekly.parse(text(entry)).first();
        VEvent event = calendar.getEvents().get(0);

        assertThat(calendar.getMethod().getValue()).isEqualTo(entry.method().name());
        assertThat(event.getStatus().getValue()).isEqualTo(entry.status().name());
        assertThat(event.getUid().getValue()).isEqualTo(entry.uid());
        assertThat(event.getSequence().getValue()).isEqualTo(entry.sequence());
        assertThat(event.getDateStart().getValue().toInstant())
                .isEqualTo(entry.span().start());
        assertThat(event.getDateEnd().getValue().toInstant())
                .isEqualTo(entry.span().end());
        assertThat(event.getSummary().getValue()).isEqualTo(entry.words().summary());
        assertThat(event.getDescription().getValue()).isEqualTo(entry.words().description());
        assertThat(event.getLocation().getValue()).isEqualTo(entry.spot().location());
        assertThat(event.getAlarms()).hasSize(entry.method() == Method.REQUEST ? 1 : 0);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void noLineIsLongerThan75OctetsAndEachEndsInCrLf(String name, CalendarEntry entry) {
        assertThat(text(entry)).endsWith("\r\n").doesNotContainPattern("[^\r]\n|\r[^\n]");
        assertThat(text(entry).split("\r\n"))
                .allSatisfy(line -> assertThat(line.getBytes(UTF_8)).hasSizeBetween(1, 75));
    }

    @Test
    void aMailedFileNamesTheOneWhoAsksAndTheOneWhoIsAsked() {
        VEvent event = Biweekly.parse(text(SampleEntries.requestOnline()))
                .first()
                .getEvents()
                .get(0);

        assertThat(event.getOrganizer().getEmail()).isEqualTo("aanmelden@wijkzorg.example");
        assertThat(event.getOrganizer().getCommonName()).isEqualTo("Karin Hoekstra");
        assertThat(event.getAttendees()).singleElement().satisfies(attendee -> {
            assertThat(attendee.getEmail()).isEqualTo("ayse+wijk@moskee.example");
            assertThat(attendee.getCommonName()).isEqualTo("Ayşe Yıldız-Çelik");
            assertThat(attendee.getRsvp()).isTrue();
        });
    }

    @Test
    void aDownloadedFileNamesNobodyAndNeverRings() {
        assertThat(text(SampleEntries.published())).doesNotContain("ORGANIZER", "ATTENDEE", "VALARM", "mailto");
    }

    @Test
    void aNameCannotAddALineOrTurnTheReadingDirection() {
        var entry = SampleEntries.entry(
                Method.REQUEST,
                0,
                new Words("Soep\r\nSTATUS:CANCELLED", "Een\rtwee\u2028drie\u0000\u202E!", Optional.empty()),
                new Spot("Zaal\nX-EVIL:1", Optional.empty(), Optional.empty()),
                new Party("Jan\r\nATTENDEE:mailto:x@y.example\u2066 \"de Wit\"^n", "o'neil&co@zorg.example"));

        VEvent event = Biweekly.parse(text(entry)).first().getEvents().get(0);

        assertThat(event.getStatus().getValue()).isEqualTo("CONFIRMED");
        assertThat(event.getExperimentalProperties()).isEmpty();
        assertThat(event.getDescription().getValue()).isEqualTo("Een\ntwee\ndrie!");
        assertThat(event.getAttendees()).singleElement().satisfies(attendee -> {
            assertThat(attendee.getCommonName()).isEqualTo("Jan ATTENDEE:mailto:x@y.example 'de Wit'n");
            assertThat(attendee.getEmail()).isEqualTo("o'neil&co@zorg.example");
        });
    }

    /** Of every zone and script, each written by the form of one entry with the key and the people of another. */
    @Test
    void whatIsWrittenOnceForManyIsTheFileThatIcal4jWritesForEach() {
        var entries = SeededEntries.everywhere(55);
        for (int i = 0; i < entries.size(); i++) {
            var first = entries.get(i);
            var other = to(first, entries.get((i + 1) % entries.size()), NAMES.get(i % NAMES.size()));

            InviteWriter.write(first);

            assertThat(text(first)).isEqualTo(ContentLines.folded(InviteWriter.whole(first)));
            assertThat(text(other)).isEqualTo(ContentLines.folded(InviteWriter.whole(other)));
        }
    }

    private static CalendarEntry to(CalendarEntry entry, CalendarEntry other, String name) {
        var parties = other.parties().orElseThrow();
        return new CalendarEntry(
                entry.method(),
                entry.status(),
                other.uid(),
                other.sequence(),
                other.stamp().plusSeconds(other.sequence() * 86_399L),
                entry.span(),
                entry.words(),
                entry.spot(),
                Optional.of(new CalendarEntry.Parties(
                        new Party(name, parties.organizer().address()),
                        new Party(
                                NAMES.get(name.length() % NAMES.size()),
                                parties.attendee().address()))));
    }

    @Test
    void writingLoadsNoZonesIntoTheJvm() {
        int before = ZoneId.getAvailableZoneIds().size();

        InviteWriter.write(SampleEntries.requestOnSite());

        assertThat(ZoneId.getAvailableZoneIds()).hasSize(before);
    }

    private static String text(CalendarEntry entry) {
        return new String(InviteWriter.write(entry), UTF_8);
    }

    private static String golden(String name) {
        try (InputStream file = InviteWriterTest.class.getResourceAsStream(name + ".ics")) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
