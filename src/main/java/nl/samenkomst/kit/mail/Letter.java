package nl.samenkomst.kit.mail;

import java.util.Map;
import java.util.Optional;

/**
 * A mail ready to leave, to exactly one person.
 *
 * @param messageId with its angle brackets (RFC 5322, section 3.6.4); the outbox row's own
 * @param calendar the invitation that shows Accept and Decline, where there is one
 * @param headers further header lines, such as List-Unsubscribe; {@code Auto-Submitted} is on every letter without being named
 */
public record Letter(
        String messageId,
        Sender from,
        Optional<Sender> replyTo,
        EmailAddress to,
        String subject,
        String text,
        String html,
        Optional<CalendarPart> calendar,
        Map<String, String> headers) {

    public Letter {
        headers = Map.copyOf(headers);
        if (!messageId.startsWith("<") || !messageId.endsWith(">")) {
            throw new IllegalArgumentException("a Message-ID stands in angle brackets: " + messageId);
        }
        oneLine(messageId);
        oneLine(subject);
        headers.forEach((name, value) -> {
            oneLine(name);
            oneLine(value);
        });
    }

    /** A plain letter for this row of the outbox: no calendar, no answer address of its own. */
    public static Letter of(OutboxRow row, Sender from, EmailAddress to, Written written) {
        return new Letter(
                row.messageId(),
                from,
                Optional.empty(),
                to,
                written.subject(),
                written.text(),
                written.html(),
                Optional.empty(),
                Map.of());
    }

    /** The same letter with an invitation in it. */
    public Letter inviting(CalendarPart invitation) {
        return new Letter(messageId, from, replyTo, to, subject, text, html, Optional.of(invitation), headers);
    }

    /** The same letter, answered to another address than the sender's. */
    public Letter answeredTo(Sender answers) {
        return new Letter(messageId, from, Optional.of(answers), to, subject, text, html, calendar, headers);
    }

    /** The same letter with these further header lines. */
    public Letter headed(Map<String, String> more) {
        return new Letter(messageId, from, replyTo, to, subject, text, html, calendar, more);
    }

    private static void oneLine(String header) {
        if (header.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a header line holds no control character");
        }
    }
}
