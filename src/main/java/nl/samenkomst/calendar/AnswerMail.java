package nl.samenkomst.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Writes the mail that a calendar program sends when somebody presses Accept, Maybe or Decline (RFC 5546, section 3.2.3; RFC 6047). */
final class AnswerMail {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(UTC);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM uuuu HH:mm:ss '+0000'", Locale.ROOT)
            .withZone(UTC);

    private AnswerMail() {}

    /** Whether this calendar asks for an answer. */
    static boolean asks(String calendar) {
        return CalendarLine.of(calendar).stream().anyMatch(line -> line.is("METHOD", "REQUEST"));
    }

    /**
     * The answer to an invitation, as its addressee gives it.
     *
     * @param invitation the calendar that we sent
     */
    static byte[] to(String invitation, Heard.Partstat answer, Instant now) {
        var lines = CalendarLine.of(invitation);
        var person = address(lines, "ATTENDEE");
        var organizer = address(lines, "ORGANIZER");
        var calendar = List.of(
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Samenkomst//Caught mail//NL",
                "METHOD:REPLY",
                "BEGIN:VEVENT",
                "UID:" + value(lines, "UID"),
                "SEQUENCE:" + value(lines, "SEQUENCE"),
                "DTSTAMP:" + STAMP.format(now),
                "ORGANIZER:mailto:" + organizer,
                "ATTENDEE;PARTSTAT=" + answer.name() + ":mailto:" + person,
                "END:VEVENT",
                "END:VCALENDAR");
        var head = List.of(
                "From: " + person,
                "To: " + organizer,
                "Subject: " + answer.name(),
                "Date: " + DATE.format(now),
                "Message-ID: <" + UUID.randomUUID() + "@caught.example>",
                "MIME-Version: 1.0",
                "Content-Type: text/calendar; charset=utf-8; method=REPLY",
                "Content-Transfer-Encoding: 8bit");
        var body = ContentLines.folded(String.join("\r\n", calendar));
        return (String.join("\r\n", head) + "\r\n\r\n" + body).getBytes(UTF_8);
    }

    private static String address(List<CalendarLine> lines, String name) {
        return value(lines, name).replaceFirst("(?i)^mailto:", "");
    }

    private static String value(List<CalendarLine> lines, String name) {
        return found(lines, name).orElseThrow(() -> new IllegalArgumentException("an invitation without " + name));
    }

    private static Optional<String> found(List<CalendarLine> lines, String name) {
        return lines.stream()
                .filter(line -> line.name().equals(name))
                .findFirst()
                .map(line -> line.value().strip());
    }
}
