package nl.samenkomst.calendar;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.samenkomst.kit.rule.CleanText;

/**
 * Everything one entry in a calendar shows: when, what, where, and for an invitation from whom and to whom.
 *
 * <p>Texts are cleaned of control and bidi characters on the way in, so that no name can end a line of the file.
 *
 * @param method what the file asks of the calendar (RFC 5546 section 1.4)
 * @param uid known for life, letters, digits and {@code . _ - @}, at most 255 (RFC 5545 section 3.8.4.7)
 * @param sequence 0 or more, raised by every change (RFC 5545 section 3.8.7.4)
 * @param stamp when this state was written
 * @param parties from whom and to whom; there exactly when it is mailed to one person
 */
public record CalendarEntry(
        Method method,
        Status status,
        String uid,
        int sequence,
        Instant stamp,
        Span span,
        Words words,
        Spot spot,
        Optional<Parties> parties) {

    private static final Pattern UID = Pattern.compile("[A-Za-z0-9._@-]{1,255}");

    /** REQUEST and CANCEL are mailed to one person, PUBLISH is for who downloads. */
    public enum Method {
        REQUEST,
        CANCEL,
        PUBLISH
    }

    /** Whether the gathering stands in the calendar or is struck out. */
    public enum Status {
        CONFIRMED,
        CANCELLED
    }

    public CalendarEntry {
        requireNonNull(stamp);
        requireNonNull(span);
        requireNonNull(words);
        requireNonNull(spot);
        if (!UID.matcher(uid).matches()) {
            throw new IllegalArgumentException("not a UID: " + uid);
        }
        if (sequence < 0) {
            throw new IllegalArgumentException("a sequence is not below 0: " + sequence);
        }
        if (method != Method.PUBLISH && (status == Status.CANCELLED) != (method == Method.CANCEL)) {
            throw new IllegalArgumentException(method + " does not go with " + status);
        }
        if (parties.isPresent() == (method == Method.PUBLISH)) {
            throw new IllegalArgumentException(
                    "a mailed entry names its two parties, a published one nobody: " + method);
        }
    }

    /** From when to when, shown in the place's own time; the zone is an IANA name such as Europe/Amsterdam. */
    public record Span(Instant start, Instant end, ZoneId zone) {

        public Span {
            if (!end.isAfter(start)) {
                throw new IllegalArgumentException("an entry ends after it starts: " + start + " .. " + end);
            }
            if (zone instanceof ZoneOffset) {
                throw new IllegalArgumentException("a bare offset is no zone of a calendar: " + zone);
            }
        }
    }

    /** Title, story, and the public page; the page's address must give no power over a registration. */
    public record Words(String summary, String description, Optional<URI> page) {

        public Words {
            summary = CleanText.line(summary);
            description = CleanText.lines(description);
            page.ifPresent(CalendarEntry::refuseUnlessWeb);
            if (summary.isEmpty()) {
                throw new IllegalArgumentException("an entry has a title");
            }
        }
    }

    /** Where to go: an address for who comes to the room, the link for who joins online; may be empty. */
    public record Spot(String location, Optional<URI> conference, Optional<Point> point) {

        public Spot {
            location = CleanText.line(location);
            conference.ifPresent(CalendarEntry::refuseUnlessWeb);
            requireNonNull(point);
        }
    }

    /** A place on earth, in degrees of WGS 84 (RFC 5545 section 3.8.1.6). */
    public record Point(BigDecimal latitude, BigDecimal longitude) {

        public Point {
            if (latitude.abs().compareTo(BigDecimal.valueOf(90)) > 0
                    || longitude.abs().compareTo(BigDecimal.valueOf(180)) > 0) {
                throw new IllegalArgumentException("not on earth: " + latitude + ", " + longitude);
            }
        }
    }

    /** Who asks, and the one person who is asked. */
    public record Parties(Party organizer, Party attendee) {

        public Parties {
            requireNonNull(organizer);
            requireNonNull(attendee);
        }
    }

    /** A person or desk behind one address; the name may be empty. */
    public record Party(String name, String address) {

        private static final Pattern ADDRESS =
                Pattern.compile("[^\\s\\p{Cntrl}@<>\",;:\\\\]{1,64}@[A-Za-z0-9.-]{1,253}");

        public Party {
            name = CleanText.line(name);
            if (!ADDRESS.matcher(address).matches()) {
                throw new IllegalArgumentException("not one address");
            }
        }
    }

    private static void refuseUnlessWeb(URI link) {
        if (!"https".equals(link.getScheme()) && !"http".equals(link.getScheme())) {
            throw new IllegalArgumentException("not a link to the web: " + link.getScheme());
        }
    }
}
