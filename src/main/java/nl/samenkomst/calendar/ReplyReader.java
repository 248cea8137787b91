package nl.samenkomst.calendar;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.samenkomst.kit.mail.Incoming;
import nl.samenkomst.kit.rule.CleanText;

/** Makes out what a mail says to us: an answer in one of the many shapes that calendars write, a bounce, or something else. */
final class ReplyReader {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);
    private static final int LONGEST_UID = 255;
    private static final int LONGEST_COMMENT = 500;
    private static final int LONGEST_ZONE = 60;

    private ReplyReader() {}

    /** Never fails: what cannot be read is told as that. */
    static Heard read(byte[] source) {
        try {
            return heard(Incoming.read(source));
        } catch (Incoming.Unreadable why) {
            return new Heard.Unreadable(String.valueOf(why.getMessage()));
        }
    }

    private static Heard heard(Incoming mail) throws Incoming.Unreadable {
        if (mail.bounce().isPresent()) {
            return new Heard.Bounced(mail.about(), mail.bounce().get().words());
        }
        for (var calendar : mail.calendars()) {
            var answer = answer(calendar, mail);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        if (mail.automatic()) {
            return new Heard.Automatic(mail.about());
        }
        return mail.calendars().isEmpty()
                ? new Heard.Letter(mail.about())
                : new Heard.Unreadable("a calendar that is no answer");
    }

    /** Empty where the calendar is something else than an answer, such as our own invitation that came along. */
    private static Optional<Heard> answer(Incoming.CalendarText calendar, Incoming mail) throws Incoming.Unreadable {
        var lines = CalendarLine.of(calendar.text());
        if (lines.stream().noneMatch(line -> line.is("BEGIN", "VCALENDAR"))) {
            throw new Incoming.Unreadable("not a calendar");
        }
        var method = lines.stream()
                .filter(line -> line.name().equals("METHOD"))
                .findFirst()
                .map(line -> line.value().strip())
                .orElse(calendar.method());
        boolean counter = method.equalsIgnoreCase("COUNTER");
        return counter || method.equalsIgnoreCase("REPLY")
                ? Optional.of(answer(event(lines), counter, mail))
                : Optional.empty();
    }

    /** The lines of the first event itself; zones, alarms and whatever else stands in or beside it are left out. */
    private static List<CalendarLine> event(List<CalendarLine> lines) throws Incoming.Unreadable {
        var own = new ArrayList<CalendarLine>();
        var open = new ArrayList<String>();
        for (var line : lines) {
            var kind = line.value().strip().toUpperCase(Locale.ROOT);
            if (line.name().equals("BEGIN")) {
                open.add(kind);
            } else if (line.name().equals("END")) {
                if (kind.equals("VEVENT")) {
                    return own;
                }
                open.remove(kind);
            } else if (!open.isEmpty() && open.get(open.size() - 1).equals("VEVENT")) {
                own.add(line);
            }
        }
        throw new Incoming.Unreadable("an answer without an event");
    }

    private static Heard answer(List<CalendarLine> event, boolean counter, Incoming mail) throws Incoming.Unreadable {
        var uid = value(event, "UID").filter(text -> text.length() <= LONGEST_UID);
        if (uid.isEmpty()) {
            throw new Incoming.Unreadable("an answer without a UID");
        }
        var attendees = event.stream()
                .filter(line -> line.name().equals("ATTENDEE"))
                .map(ReplyReader::attendee)
                .toList();
        if (attendees.isEmpty() && !counter) {
            throw new Incoming.Unreadable("an answer of nobody");
        }
        return new Heard.Answer(
                uid.get(),
                attendees,
                value(event, "SEQUENCE").flatMap(ReplyReader::number).orElse(0),
                value(event, "DTSTAMP").flatMap(ReplyReader::moment),
                counter,
                counter ? proposal(event) : Optional.empty(),
                comment(event),
                mail.senders(),
                mail.recipients());
    }

    private static Optional<String> value(List<CalendarLine> event, String name) {
        return event.stream()
                .filter(line -> line.name().equals(name))
                .map(line -> line.value().strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** Clients write {@code mailto:} in any case or not at all, and some only tell the address in EMAIL (RFC 7986, section 6.2). */
    private static Heard.Attendee attendee(CalendarLine line) {
        var given = line.value().strip();
        var bare = given.regionMatches(true, 0, "mailto:", 0, 7)
                ? given.substring(7).strip()
                : given;
        var address = bare.indexOf('@') > 0 ? bare : line.parameter("EMAIL").orElse(bare);
        return new Heard.Attendee(
                decoded(address).toLowerCase(Locale.ROOT),
                line.parameter("PARTSTAT").flatMap(Heard.Partstat::of));
    }

    private static String decoded(String address) {
        try {
            return URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException plain) {
            return address;
        }
    }

    private static Optional<Integer> number(String text) {
        return text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Optional.of(Integer.parseInt(text))
                : Optional.empty();
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, UTC).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<Heard.Proposal> proposal(List<CalendarLine> event) {
        return time(event, "DTSTART").map(start -> new Heard.Proposal(start, time(event, "DTEND")));
    }

    /** Such as {@code 2026-12-10 19:00 (W. Europe Standard Time)}: a person is to read it, no clock is set by it. */
    private static Optional<String> time(List<CalendarLine> event, String name) {
        return event.stream()
                .filter(line -> line.name().equals(name) && line.value().strip().matches("[0-9]{8}(T[0-9]{6}Z?)?"))
                .findFirst()
                .map(line -> shown(line.value().strip(), line.parameter("TZID")));
    }

    private static String shown(String value, Optional<String> zone) {
        var day = value.substring(0, 4) + "-" + value.substring(4, 6) + "-" + value.substring(6, 8);
        var time = value.length() > 8 ? " " + value.substring(9, 11) + ":" + value.substring(11, 13) : "";
        var where = value.endsWith("Z") ? Optional.of("UTC") : zone.map(name -> brief(name, LONGEST_ZONE));
        return day + time + where.map(name -> " (" + name + ")").orElse("");
    }

    private static Optional<String> comment(List<CalendarLine> event) {
        return event.stream()
                .filter(line -> line.name().equals("COMMENT"))
                .map(line -> brief(line.text(), LONGEST_COMMENT))
                .filter(words -> !words.isEmpty())
                .findFirst();
    }

    /** One clean line of so many characters at most. */
    private static String brief(String text, int most) {
        var line = CleanText.line(text);
        return line.codePointCount(0, line.length()) <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, most - 1)) + "…";
    }
}
