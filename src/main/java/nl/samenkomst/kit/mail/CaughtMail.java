package nl.samenkomst.kit.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mail that the embedded catcher keeps, as its pages show it.
 *
 * @param date when it was written, where it says so
 * @param parts the leaves of its MIME tree, in order
 * @param source the whole mail as it came over the line
 */
public record CaughtMail(
        String id,
        String subject,
        String from,
        String to,
        Optional<Instant> date,
        List<MailPart> parts,
        String source) {

    /**
     * A leaf of the MIME tree.
     *
     * @param type the whole Content-Type
     * @param name the attachment's name, or empty
     */
    public record MailPart(String type, String name, Buffer body) {

        boolean is(String media) {
            return type.toLowerCase(Locale.ROOT).startsWith(media);
        }

        String text() {
            return body.toString(UTF_8);
        }
    }

    static CaughtMail read(String id, byte[] source) throws IOException {
        try {
            var message = new MimeMessage(null, new ByteArrayInputStream(source));
            var parts = new ArrayList<MailPart>();
            collect(message, parts);
            return new CaughtMail(
                    id,
                    Optional.ofNullable(message.getSubject()).orElse(""),
                    people(message.getFrom()),
                    people(message.getAllRecipients()),
                    Optional.ofNullable(message.getSentDate()).map(date -> date.toInstant()),
                    List.copyOf(parts),
                    new String(source, UTF_8));
        } catch (MessagingException unreadable) {
            throw new IOException("not a mail: " + id, unreadable);
        }
    }

    /** The invitation in it. */
    public Optional<String> calendar() {
        return part("text/calendar").map(MailPart::text);
    }

    Optional<MailPart> part(String media) {
        return parts.stream().filter(part -> part.is(media)).findFirst();
    }

    private static void collect(Part part, List<MailPart> parts) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart many) {
            for (int i = 0; i < many.getCount(); i++) {
                collect(many.getBodyPart(i), parts);
            }
        } else {
            var name = Optional.ofNullable(part.getFileName()).orElse("");
            var type = part.getContentType().replaceAll("\\s+", " ");
            parts.add(
                    new MailPart(type, name, Buffer.buffer(part.getInputStream().readAllBytes())));
        }
    }

    private static String people(Address @Nullable [] addresses) {
        return Stream.ofNullable(addresses)
                .flatMap(Arrays::stream)
                .map(CaughtMail::person)
                .collect(Collectors.joining(", "));
    }

    private static String person(Address address) {
        return address instanceof InternetAddress person && person.getPersonal() != null
                ? person.getPersonal() + " <" + person.getAddress() + ">"
                : address.toString();
    }
}
