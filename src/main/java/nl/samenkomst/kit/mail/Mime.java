package nl.samenkomst.kit.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.simplejavamail.api.email.CalendarMethod;
import org.simplejavamail.api.email.EmailPopulatingBuilder;
import org.simplejavamail.converter.EmailConverter;
import org.simplejavamail.email.EmailBuilder;

/**
 * The shape of a mail: text and HTML as alternatives, and where there is an invitation, the calendar as a third alternative,
 * which makes clients show Accept and Decline (RFC 6047), and the same bytes as an attachment for those that do not.
 */
final class Mime {

    private Mime() {}

    static MimeMessage of(Letter letter, Session session) {
        var email = EmailBuilder.startingBlank()
                .fixingMessageId(letter.messageId())
                .from(letter.from().name(), letter.from().address())
                .to(letter.to().text())
                .withSubject(letter.subject())
                .withPlainText(letter.text())
                .withHTMLText(letter.html())
                .withHeader("Auto-Submitted", "auto-generated");
        letter.replyTo().ifPresent(answers -> email.withReplyTo(answers.name(), answers.address()));
        letter.headers().forEach(email::withHeader);
        letter.calendar().ifPresent(invitation -> invite(email, invitation));
        return EmailConverter.emailToMimeMessage(email.buildEmail(), session);
    }

    private static void invite(EmailPopulatingBuilder email, CalendarPart invitation) {
        email.withCalendarText(CalendarMethod.valueOf(invitation.method()), invitation.ics())
                .withAttachment("invite.ics", invitation.ics().getBytes(UTF_8), "application/ics");
    }
}
