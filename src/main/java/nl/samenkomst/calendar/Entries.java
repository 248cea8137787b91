package nl.samenkomst.calendar;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenkomst.account.Contact;
import nl.samenkomst.calendar.CalendarEntry.Method;
import nl.samenkomst.calendar.CalendarEntry.Parties;
import nl.samenkomst.calendar.CalendarEntry.Span;
import nl.samenkomst.calendar.CalendarEntry.Spot;
import nl.samenkomst.calendar.CalendarEntry.Status;
import nl.samenkomst.event.Event;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.Links;
import nl.samenkomst.spi.Attendance;
import nl.samenkomst.spi.Gathering;

/** Turns a gathering into an entry of a calendar, with as much in it as its reader may see. */
final class Entries {

    private final Links links;

    Entries(Links links) {
        this.links = links;
    }

    /** What an invitation tells all who attend in this way. */
    record Told(Span span, CalendarEntry.Words words, Spot spot) {}

    Told told(Occasion occasion, Attendance attendance, Words words) {
        return told(occasion, seen(occasion, attendance, words), words);
    }

    /** The invitation of one person, or its end. */
    static CalendarEntry mailed(Method method, Key key, Told told, Parties parties) {
        var status = method == Method.CANCEL ? Status.CANCELLED : Status.CONFIRMED;
        return entry(method, status, key, told, Optional.of(parties));
    }

    /** What one person puts into their calendar by hand. It bears the UID of their invitation, so that it is no second entry. */
    CalendarEntry own(Key key, Occasion occasion, Attendance attendance, Words words) {
        var status = occasion.event().cancelled() ? Status.CANCELLED : Status.CONFIRMED;
        return entry(Method.PUBLISH, status, key, told(occasion, attendance, words), Optional.empty());
    }

    /** What everyone may see: no link to join by, no people, and a UID that belongs to no invitation. */
    CalendarEntry open(Occasion occasion, Words words, Instant now) {
        Event event = occasion.event();
        var key =
                new Key("event-" + event.id() + "@samenkomst", (int) Math.min(event.version(), Integer.MAX_VALUE), now);
        var status = event.cancelled() ? Status.CANCELLED : Status.CONFIRMED;
        return entry(Method.PUBLISH, status, key, told(occasion, shownToAll(occasion, words), words), Optional.empty());
    }

    /** By what a calendar knows an entry, and how new it is. */
    record Key(String uid, int sequence, Instant stamp) {}

    /** Where it is for this reader, and the lines of the story that only this reader gets. */
    private record Seen(Spot spot, List<String> lines) {}

    private static CalendarEntry entry(Method method, Status status, Key key, Told told, Optional<Parties> parties) {
        return new CalendarEntry(
                method,
                status,
                key.uid(),
                key.sequence(),
                key.stamp(),
                told.span(),
                told.words(),
                told.spot(),
                parties);
    }

    private Told told(Occasion occasion, Seen seen, Words words) {
        Event event = occasion.event();
        var text = event.text(words.locale().getLanguage());
        var story = Stream.concat(
                        Stream.of(text.summary()), Stream.concat(seen.lines().stream(), Stream.of(ask(event, words))))
                .filter(line -> !line.isEmpty())
                .toList();
        return new Told(
                new Span(event.start(), event.end(), event.zone()),
                new CalendarEntry.Words(
                        text.title(),
                        String.join("\n\n", story),
                        Optional.of(URI.create(links.url("/events/" + event.slug())))),
                seen.spot());
    }

    private static Seen seen(Occasion occasion, Attendance attendance, Words words) {
        return attendance == Attendance.ON_SITE ? new Seen(room(occasion, words), List.of()) : online(occasion, words);
    }

    private static Seen shownToAll(Occasion occasion, Words words) {
        return occasion.event().attendance() == Gathering.ONLINE
                ? new Seen(new Spot(words.say("calendar.online"), Optional.empty(), Optional.empty()), List.of())
                : new Seen(room(occasion, words), List.of());
    }

    private static Spot room(Occasion occasion, Words words) {
        String place = occasion.facts(words)
                .where()
                .map(where -> where.address()
                        .map(address -> where.name() + ", " + address)
                        .orElse(where.name()))
                .orElse("");
        return new Spot(place, Optional.empty(), Optional.empty());
    }

    private static Seen online(Occasion occasion, Words words) {
        var lines = new ArrayList<String>();
        occasion.joinLink().ifPresent(link -> lines.add(words.say("calendar.join", link)));
        occasion.dialIn().ifPresent(number -> lines.add(words.say("calendar.dialIn", number)));
        return new Seen(
                new Spot(
                        occasion.joinLink().orElseGet(() -> words.say("calendar.online")),
                        occasion.joinLink().flatMap(Entries::web),
                        Optional.empty()),
                lines);
    }

    /** An organiser may have typed an address that is no URI; it is shown as it is then, and not told as a conference. */
    private static Optional<URI> web(String link) {
        try {
            var uri = new URI(link);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            return Optional.of(uri).filter(known -> scheme.equals("https") || scheme.equals("http"));
        } catch (URISyntaxException notOne) {
            return Optional.empty();
        }
    }

    private static String ask(Event event, Words words) {
        Contact contact = event.contact();
        String ways = Stream.concat(contact.phone().stream(), Stream.of(contact.email()))
                .filter(way -> !way.isEmpty())
                .reduce((phone, mail) -> phone + ", " + mail)
                .orElse("");
        return words.say("calendar.ask", contact.name(), ways);
    }
}
