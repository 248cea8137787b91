package nl.samenkomst.kit.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gathers what a delivery report tells (RFC 3464), and which of our letters it brings back; servers that know no reports too. */
final class DeliveryReport {

    private static final int LARGEST = 64 * 1024;
    private static final int LONGEST_WORDS = 300;
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{3,250}>");

    private final List<String> returned = new ArrayList<>();
    private Optional<String> status = Optional.empty();
    private Optional<String> prose = Optional.empty();

    /** A leaf of the mail: the report itself, the head of the letter that came back, or words for people. */
    void look(Part part) throws MessagingException, IOException {
        if (part.isMimeType("message/delivery-status")) {
            status = Optional.of(text(part));
        } else if (part.isMimeType("text/rfc822-headers") || part.isMimeType("message/rfc822-headers")) {
            var head = new InternetHeaders(new ByteArrayInputStream(text(part).getBytes(StandardCharsets.UTF_8)));
            returned(head.getHeader("Message-ID", null));
        } else if (part.isMimeType("message/rfc822")) {
            var head = new InternetHeaders(part.getInputStream());
            returned(head.getHeader("Message-ID", null));
        } else if (part.isMimeType("text/plain") && prose.isEmpty()) {
            prose = Optional.of(text(part));
        }
    }

    private static String text(Part part) throws MessagingException, IOException {
        try (var body = part.getInputStream()) {
            return new String(body.readNBytes(LARGEST), StandardCharsets.UTF_8);
        }
    }

    boolean found() {
        return status.isPresent();
    }

    void returned(@Nullable String messageId) {
        if (messageId != null) {
            MESSAGE_ID.matcher(messageId).results().forEach(one -> returned.add(one.group()));
        }
    }

    List<String> returned() {
        return returned;
    }

    /**
     * Whether a letter was not delivered, for good; one that is merely late is no news.
     *
     * @param daemon whether a mail server wrote it: some bring a letter back without any report
     */
    Optional<Bounce> bounce(boolean daemon) {
        if (status.isPresent()) {
            return status.filter(text -> field(text, "action")
                            .filter("failed"::equalsIgnoreCase)
                            .isPresent())
                    .map(text -> new Bounce(oneLine(field(text, "diagnostic-code")
                            .map(code -> code.replaceFirst("^[A-Za-z0-9-]{1,20}\\s*;\\s*", ""))
                            .or(() -> field(text, "status"))
                            .orElse(""))));
        }
        return daemon && !returned.isEmpty() ? Optional.of(new Bounce(oneLine(prose.orElse("")))) : Optional.empty();
    }

    /** The value of the first field of this name, its folded lines joined. */
    private static Optional<String> field(String text, String name) {
        var value = new StringBuilder();
        boolean inside = false;
        for (var line : text.lines().toList()) {
            boolean folded = line.startsWith(" ") || line.startsWith("\t");
            if (inside && !folded) {
                break;
            }
            if (inside) {
                value.append(' ').append(line.strip());
            } else if (line.toLowerCase(Locale.ROOT).startsWith(name + ":")) {
                inside = true;
                value.append(line.substring(name.length() + 1).strip());
            }
        }
        return Optional.of(value.toString()).filter(found -> !found.isEmpty());
    }

    private static String oneLine(String words) {
        var clean = new StringBuilder();
        words.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
                .limit(LONGEST_WORDS)
                .forEach(clean::appendCodePoint);
        return String.join(" ", clean.toString().strip().split(" +"));
    }
}
