package nl.samenkomst.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import nl.samenkomst.calendar.CalendarEntry;
import nl.samenkomst.calendar.InviteWriter;
import nl.samenkomst.calendar.SeededEntries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Our invitations as ical.js reads them, the parser of Thunderbird and Nextcloud: in every zone, round every clock change. */
class ReadByThunderbirdTest {

    @RegisterExtension
    static final TestBrowser browser = new TestBrowser();

    private static final String READ = """
            files => files.map(file => {
              const calendar = new ICAL.Component(ICAL.parse(file));
              const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent'));
              return [event.uid, String(event.sequence), String(event.startDate.toUnixTime()), String(event.endDate.toUnixTime()),
                      event.summary, event.description || '', event.location || '', event.attendees[0].getParameter('cn'),
                      calendar.getFirstPropertyValue('method')].join('\\u0001');
            })
            """;

    @Test
    void everyWordAndMomentIsReadAsItWasMeant() throws IOException {
        var entries = SeededEntries.everywhere(7);
        var page = browser.guest(Guest.Means.DESKTOP).page();
        page.setContent("<!doctype html><title>ical.js</title>");
        page.addScriptTag(new Page.AddScriptTagOptions().setContent(parser()));
        var files = entries.stream()
                .map(entry -> new String(InviteWriter.write(entry), UTF_8))
                .toList();

        var read = (List<?>) page.evaluate(READ, files);

        assertThat(entries).hasSizeGreaterThan(1_500);
        assertThat(read.stream().map(String::valueOf).toList())
                .isEqualTo(entries.stream().map(ReadByThunderbirdTest::meant).toList());
    }

    private static String meant(CalendarEntry entry) {
        return String.join(
                "\u0001",
                entry.uid(),
                String.valueOf(entry.sequence()),
                String.valueOf(entry.span().start().getEpochSecond()),
                String.valueOf(entry.span().end().getEpochSecond()),
                entry.words().summary(),
                entry.words().description(),
                entry.spot().location(),
                entry.parties().orElseThrow().attendee().name(),
                entry.method().name());
    }

    private static String parser() throws IOException {
        try (var file = ReadByThunderbirdTest.class.getResourceAsStream("ical.es5.min.cjs")) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }
}
