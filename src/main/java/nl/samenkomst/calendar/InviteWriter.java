package nl.samenkomst.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.CuType;
import net.fortuna.ical4j.model.parameter.Feature;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Conference;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Geo;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableAction;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import net.fortuna.ical4j.validate.ValidationResult;

/** Writes an entry as the calendar file that Outlook, Google and Apple read (RFC 5545, iTIP of RFC 5546). */
public final class InviteWriter {

    private static final Duration ALARM_BEFORE = Duration.ofHours(1);
    private static final LoadingCache<CalendarEntry.Span, String> ZONES =
            Caffeine.newBuilder().maximumSize(500).build(InviteWriter::zone);
    private static final Cache<Form, Sheet> FORMS =
            Caffeine.newBuilder().maximumSize(200).build();

    private InviteWriter() {}

    /**
     * The file, in UTF-8, lines of at most 75 octets that end in CRLF.
     *
     * @throws IllegalStateException if the file would break the standard
     */
    public static byte[] write(CalendarEntry entry) {
        return (entry.parties().isPresent() ? filled(entry) : ContentLines.folded(whole(entry))).getBytes(UTF_8);
    }

    /** What many people are sent is written and judged once; each one's own lines are filled in. */
    private static String filled(CalendarEntry entry) {
        var form = new Form(entry.method(), entry.status(), entry.span(), entry.words(), entry.spot());
        return FORMS.get(form, made -> sheet(entry))
                .filled(ContentLines.folded(key(entry)), ContentLines.folded(people(entry)));
    }

    /** What an entry tells everyone alike. */
    private record Form(
            CalendarEntry.Method method,
            CalendarEntry.Status status,
            CalendarEntry.Span span,
            CalendarEntry.Words words,
            CalendarEntry.Spot spot) {}

    /** A file, folded, without the lines by which it is known and those that name people. */
    private record Sheet(String head, String story, String end) {

        String filled(String key, String people) {
            return head + key + story + people + end;
        }
    }

    private static Sheet sheet(CalendarEntry entry) {
        var text = whole(entry);
        int key = text.indexOf(key(entry));
        int story = key + key(entry).length();
        int people = text.indexOf(people(entry), story);
        return new Sheet(
                ContentLines.folded(text.substring(0, key)),
                ContentLines.folded(text.substring(story, people)),
                ContentLines.folded(text.substring(people + people(entry).length())));
    }

    private static String key(CalendarEntry entry) {
        return new PropertyList(identity(entry)).toString();
    }

    private static String people(CalendarEntry entry) {
        return new PropertyList(people(entry.parties().orElseThrow())).toString();
    }

    /** The file by iCal4j alone, judged, its lines not yet folded. */
    static String whole(CalendarEntry entry) {
        var components = new ComponentList<CalendarComponent>(List.of(event(entry)));
        refuseFaults(entry, components);
        var text = new Calendar(head(entry), components).toString();
        int event = text.indexOf("BEGIN:VEVENT");
        return text.substring(0, event) + ZONES.get(entry.span()) + text.substring(event);
    }

    /** All who come to one event get the same table, so it is made and judged once. */
    private static String zone(CalendarEntry.Span span) {
        var table = ZoneTable.of(span.zone(), span.start(), span.end());
        refuse(new Calendar(plainHead(), new ComponentList<>(List.of(table))).validate());
        return table.toString();
    }

    /** RFC 5546 wants an ORGANIZER in a PUBLISH; ours names nobody, so that one is judged as a plain RFC 5545 file. */
    private static void refuseFaults(CalendarEntry entry, ComponentList<CalendarComponent> components) {
        PropertyList head = entry.method() == CalendarEntry.Method.PUBLISH ? plainHead() : head(entry);
        refuse(new Calendar(head, components).validate());
    }

    private static void refuse(ValidationResult faults) {
        if (faults.hasErrors()) {
            throw new IllegalStateException("not a calendar by the standard: " + faults);
        }
    }

    private static PropertyList head(CalendarEntry entry) {
        return plainHead().add(new Method(entry.method().name()));
    }

    static PropertyList plainHead() {
        return new PropertyList(List.of(
                new ProdId("-//Samenkomst//Samenkomst//NL"),
                ImmutableVersion.VERSION_2_0,
                ImmutableCalScale.GREGORIAN));
    }

    static VEvent event(CalendarEntry entry) {
        var properties = new ArrayList<>(identity(entry));
        properties.addAll(List.of(
                start(entry.span().start(), entry.span().zone()),
                end(entry.span().end(), entry.span().zone()),
                new Summary(entry.words().summary())));
        properties.addAll(story(entry.words()));
        properties.addAll(place(entry.spot()));
        entry.parties().ifPresent(parties -> properties.addAll(people(parties)));
        properties.add(new Status(entry.status().name()));
        properties.add(ImmutableTransp.OPAQUE);
        return new VEvent(new PropertyList(properties), new ComponentList<>(alarms(entry)));
    }

    /** By which a calendar knows it, and how new it is. */
    private static List<Property> identity(CalendarEntry entry) {
        return List.of(new Uid(entry.uid()), new Sequence(entry.sequence()), new DtStamp(entry.stamp()));
    }

    private static DtStart<LocalDateTime> start(Instant moment, ZoneId zone) {
        return new DtStart<>(in(zone), LocalDateTime.ofInstant(moment, zone)) {
            /** Ours is right by its type; iCal4j's check would load all its own zones into the JVM. */
            @Override
            public ValidationResult validate() {
                return ValidationResult.EMPTY;
            }
        };
    }

    private static DtEnd<LocalDateTime> end(Instant moment, ZoneId zone) {
        return new DtEnd<>(in(zone), LocalDateTime.ofInstant(moment, zone)) {
            @Override
            public ValidationResult validate() {
                return ValidationResult.EMPTY;
            }
        };
    }

    private static ParameterList in(ZoneId zone) {
        return new ParameterList(List.of(new TzId(zone.getId())));
    }

    private static List<Property> story(CalendarEntry.Words words) {
        var properties = new ArrayList<Property>();
        if (!words.description().isEmpty()) {
            properties.add(new Description(words.description()));
        }
        words.page().ifPresent(page -> properties.add(new Url(page)));
        return properties;
    }

    private static List<Property> place(CalendarEntry.Spot spot) {
        var properties = new ArrayList<Property>();
        if (!spot.location().isEmpty()) {
            properties.add(new Location(spot.location()));
        }
        spot.point().ifPresent(point -> properties.add(new Geo(point.latitude(), point.longitude())));
        spot.conference()
                .ifPresent(link -> properties.add(
                        new Conference(new ParameterList(List.of(Value.URI, Feature.VIDEO)), link.toASCIIString())));
        return properties;
    }

    private static List<Property> people(CalendarEntry.Parties parties) {
        List<Parameter> asked = List.of(CuType.INDIVIDUAL, Role.REQ_PARTICIPANT, PartStat.NEEDS_ACTION, Rsvp.TRUE);
        return List.of(
                new Organizer(named(parties.organizer(), List.of()), mailto(parties.organizer())),
                new Attendee(named(parties.attendee(), asked), mailto(parties.attendee())));
    }

    private static ParameterList named(CalendarEntry.Party party, List<Parameter> more) {
        var parameters = new ArrayList<Parameter>();
        if (!party.name().isEmpty()) {
            // A double quote has no place in a parameter, and its later escape (RFC 6868) is read by few.
            parameters.add(new Cn(party.name().replace('"', '\'').replace("^", "")));
        }
        parameters.addAll(more);
        return new ParameterList(parameters);
    }

    private static URI mailto(CalendarEntry.Party party) {
        try {
            return new URI("mailto", party.address(), null);
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException("not one address", impossible);
        }
    }

    /** A reminder of an invitation only: a downloaded or cancelled entry must not ring. */
    private static List<VAlarm> alarms(CalendarEntry entry) {
        if (entry.method() != CalendarEntry.Method.REQUEST) {
            return List.of();
        }
        var alarm = new VAlarm(ALARM_BEFORE.negated());
        alarm.add(ImmutableAction.DISPLAY);
        alarm.add(new Description(entry.words().summary()));
        return List.of(alarm);
    }
}
