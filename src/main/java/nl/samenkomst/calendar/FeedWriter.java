package nl.samenkomst.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.XProperty;
import nl.samenkomst.calendar.CalendarEntry.Span;
import nl.samenkomst.kit.rule.CleanText;

/** Writes many entries as one calendar that programs follow (METHOD:PUBLISH, with the name and pace of RFC 7986). */
final class FeedWriter {

    /** How often a program should look; most round it up to a pace of their own. */
    static final Duration PACE = Duration.ofHours(1);

    private FeedWriter() {}

    /**
     * The file, in UTF-8, lines of at most 75 octets that end in CRLF; the same entries give the same bytes.
     *
     * @param name what the calendar is called in the reader's program
     * @param entries published ones; the stamp of each is when it last changed
     */
    static byte[] write(String name, List<CalendarEntry> entries) {
        var components = new ArrayList<CalendarComponent>(zones(entries));
        entries.forEach(entry -> components.add(event(entry)));
        var calendar = new Calendar(head(CleanText.line(name)), new ComponentList<>(components));
        return ContentLines.folded(calendar.toString()).getBytes(UTF_8);
    }

    /** One table for each zone, good for all entries in it. */
    private static List<VTimeZone> zones(List<CalendarEntry> entries) {
        var spans = new TreeMap<String, Span>();
        entries.forEach(entry -> spans.merge(entry.span().zone().getId(), entry.span(), FeedWriter::both));
        return spans.values().stream()
                .map(span -> ZoneTable.of(span.zone(), span.start(), span.end()))
                .toList();
    }

    private static Span both(Span one, Span other) {
        return new Span(
                one.start().isBefore(other.start()) ? one.start() : other.start(),
                one.end().isAfter(other.end()) ? one.end() : other.end(),
                one.zone());
    }

    private static VEvent event(CalendarEntry entry) {
        if (entry.method() != CalendarEntry.Method.PUBLISH) {
            throw new IllegalArgumentException("a feed tells what everyone who reads it may see: " + entry.method());
        }
        VEvent event = InviteWriter.event(entry);
        event.add(new LastModified(entry.stamp()));
        return event;
    }

    private static PropertyList head(String name) {
        String pace = PACE.toString();
        List<Property> more = List.of(
                new Method("PUBLISH"),
                new Name(name),
                new XProperty("X-WR-CALNAME", name),
                new RefreshInterval(
                        new net.fortuna.ical4j.model.ParameterList(
                                List.of(net.fortuna.ical4j.model.parameter.Value.DURATION)),
                        pace),
                new XProperty("X-PUBLISHED-TTL", pace));
        var all = new ArrayList<>(InviteWriter.plainHead().getAll());
        all.addAll(more);
        return new PropertyList(all);
    }
}
