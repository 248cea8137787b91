package nl.samenkomst.kit.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import org.simplejavamail.api.email.CalendarMethod;
import org.simplejavamail.api.email.EmailPopulatingBuilder;
import org.simplejavamail.converter.EmailConverter;
import org.simplejavamail.email.EmailBuilder;

/**
 * The shape of a mail: text and HTML as alternatives, and where there is an invitation, the calendar as a third alternative,
 * which makes clients show Accept and Decline (RFC 6047), and the same bytes as an attachment for those that do not.
 */
final class Mime {

    /** The library looks all HTML over for pictures to embed, twice; ours has none, and takes its place afterwards. */
    private static final String PLACE = "…";

    private Mime() {}

    static MimeMessage of(Letter letter, Session session) throws MessagingException {
        var email = EmailBuilder.startingBlank()
                .fixingMessageId(letter.messageId())
                .from(letter.from().name(), letter.from().address())
                .to(letter.to().text())
                .withSubject(letter.subject())
                .withPlainText(letter.text())
                .withHTMLText(PLACE)
                .withHeader("Auto-Submitted", "auto-generated");
        letter.replyTo().ifPresent(answers -> email.withReplyTo(answers.name(), answers.address()));
        letter.headers().forEach(email::withHeader);
        letter.calendar().ifPresent(invitation -> invite(email, invitation));
        var message = EmailConverter.emailToMimeMessage(email.buildEmail(), session);
        // Only then do its parts tell what they are.
        message.saveChanges();
        fill(content(message), letter);
        message.saveChanges();
        return message;
    }

    /** The library writes a calendar in the machine's own character set, whatever its head says; ours are told as they are. */
    private static void fill(Multipart parts, Letter letter) throws MessagingException {
        for (int i = 0; i < parts.getCount(); i++) {
            var part = parts.getBodyPart(i);
            if (part.isMimeType("text/html")) {
                parts.removeBodyPart(i);
                parts.addBodyPart(encoded("text/html; charset=\"UTF-8\"", letter.html()), i);
            } else if (part.isMimeType("text/calendar")) {
                var ics = letter.calendar().map(CalendarPart::ics).orElseThrow();
                var type = part.getContentType();
                parts.removeBodyPart(i);
                parts.addBodyPart(encoded(type, ics), i);
            } else if (part.isMimeType("multipart/*")) {
                fill(content(part), letter);
            }
        }
    }

    /** As it goes over the line. */
    private static MimeBodyPart encoded(String type, String text) throws MessagingException {
        var head = new InternetHeaders();
        head.setHeader("Content-Type", type);
        head.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return new MimeBodyPart(head, QuotedPrintable.of(text));
    }

    private static Multipart content(Part part) throws MessagingException {
        try {
            return (Multipart) part.getContent();
        } catch (IOException impossible) {
            throw new MessagingException("a mail that was just made cannot be read", impossible);
        }
    }

    private static void invite(EmailPopulatingBuilder email, CalendarPart invitation) {
        email.withCalendarText(CalendarMethod.valueOf(invitation.method()), invitation.ics())
                .withAttachment("invite.ics", invitation.ics().getBytes(UTF_8), "application/ics");
    }
}
