package nl.samenkomst.kit.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * What a mail server said to a letter, dug out of the mail library's exception.
 *
 * @param code the reply code (RFC 5321, section 4.2), or 0 when the conversation broke off without one
 */
record SmtpReply(int code, String words) {

    private static final int LONGEST = 500;
    private static final int PERMANENT = 500;

    static SmtpReply of(MessagingException failure) {
        return find(failure).orElseGet(() -> new SmtpReply(0, words(failure)));
    }

    /** Only what is said of this very letter is final: a refused password or greeting may be mended, so the letter waits. */
    Outcome outcome() {
        return code >= PERMANENT ? new Outcome.Refused(words) : new Outcome.Later(words, code == 0);
    }

    private static Optional<SmtpReply> find(Exception failure) {
        // A wrong password is our own setting's fault, not the letter's.
        if (failure instanceof AuthenticationFailedException) {
            return Optional.empty();
        }
        // The refusal of the one address stands behind the refusal of the whole letter, and says more.
        if (failure instanceof MessagingException messaging && messaging.getNextException() != null) {
            var behind = find(messaging.getNextException());
            if (behind.isPresent()) {
                return behind;
            }
        }
        return code(failure).filter(code -> code > 0).map(code -> new SmtpReply(code, words(failure)));
    }

    private static Optional<Integer> code(Exception failure) {
        if (failure instanceof SMTPAddressFailedException address) {
            return Optional.of(address.getReturnCode());
        }
        if (failure instanceof SMTPSenderFailedException sender) {
            return Optional.of(sender.getReturnCode());
        }
        return failure instanceof SMTPSendFailedException send ? Optional.of(send.getReturnCode()) : Optional.empty();
    }

    private static String words(Exception failure) {
        var said = Optional.ofNullable(failure.getMessage()).orElse("").strip();
        var words = said.isEmpty() ? failure.getClass().getSimpleName() : said;
        return words.length() > LONGEST ? words.substring(0, LONGEST) : words;
    }
}
