package nl.samenkomst.kit.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A mail that somebody sent us, as far as we read mail: who wrote it, what calendars are in it, and whether it is a letter of ours
 * that came back.
 *
 * @param senders the addresses of From
 * @param recipients every address it was sent to, as far as it tells: To, Cc, and what servers on the way noted
 * @param about the Message-IDs of letters that it answers or brings back, with their angle brackets
 * @param automatic whether no person wrote it (RFC 3834, section 5): such a mail is never answered
 * @param calendars its calendar parts, inline or attached, in the order they stand in
 */
public record Incoming(
        List<String> senders,
        List<String> recipients,
        List<String> about,
        boolean automatic,
        Optional<Bounce> bounce,
        List<CalendarText> calendars) {

    /** What a calendar part may weigh. */
    public static final int LARGEST_CALENDAR = 64 * 1024;

    private static final int DEEPEST = 12;
    private static final int MOST_PARTS = 200;

    /**
     * A calendar part.
     *
     * @param method the {@code method} of its Content-Type (RFC 6047, section 2.4), or empty
     */
    public record CalendarText(String method, String text) {}

    public Incoming {
        senders = List.copyOf(senders);
        recipients = List.copyOf(recipients);
        about = List.copyOf(about);
        calendars = List.copyOf(calendars);
    }

    /** Why a mail cannot be read; what it says names nobody. */
    public static final class Unreadable extends Exception {

        public Unreadable(String why) {
            super(why);
        }
    }

    /** Reads a mail as it came over the line (RFC 5322, MIME). */
    public static Incoming read(byte[] source) throws Unreadable {
        try {
            var message = new MimeMessage(null, new ByteArrayInputStream(source));
            var walk = new Walk();
            walk.into(message, 0);
            var head = new IncomingHead(message);
            var bounce = walk.report.bounce(head.daemon());
            var about = new ArrayList<>(walk.report.returned());
            about.addAll(head.about());
            return new Incoming(head.senders(), head.recipients(), about, head.automatic(), bounce, walk.calendars);
        } catch (MessagingException | IOException | RuntimeException malformed) {
            throw new Unreadable("not a mail by the standard");
        }
    }

    /** Goes through the tree of parts. */
    private static final class Walk {

        private final List<CalendarText> calendars = new ArrayList<>();
        private final DeliveryReport report = new DeliveryReport();
        private int parts;

        void into(Part part, int depth) throws MessagingException, IOException, Unreadable {
            if (depth > DEEPEST || parts++ > MOST_PARTS) {
                throw new Unreadable("more parts in parts than any mail needs");
            }
            if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart many) {
                for (int i = 0; i < many.getCount(); i++) {
                    into(many.getBodyPart(i), depth + 1);
                }
            } else if (calendar(part)) {
                calendars.add(text(part));
            } else if (part.isMimeType("message/rfc822") && !report.found()) {
                var inner = new MimeMessage(null, part.getInputStream());
                report.returned(inner.getMessageID());
                into(inner, depth + 1);
            } else {
                report.look(part);
            }
        }

        private static boolean calendar(Part part) throws MessagingException {
            return part.isMimeType("text/calendar")
                    || part.isMimeType("application/ics")
                    || Optional.ofNullable(part.getFileName())
                            .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(".ics"))
                            .isPresent();
        }

        private static CalendarText text(Part part) throws MessagingException, IOException, Unreadable {
            byte[] bytes;
            try (var body = part.getInputStream()) {
                bytes = body.readNBytes(LARGEST_CALENDAR + 1);
            }
            if (bytes.length > LARGEST_CALENDAR) {
                throw new Unreadable("a calendar of more than 64 kB");
            }
            var type = new ContentType(part.getContentType());
            var method = Optional.ofNullable(type.getParameter("method")).orElse("");
            return new CalendarText(method, new String(bytes, charset(type)));
        }

        private static Charset charset(ContentType type) {
            try {
                return Charset.forName(
                        Optional.ofNullable(type.getParameter("charset")).orElse("UTF-8"));
            } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
                return StandardCharsets.UTF_8;
            }
        }
    }
}
