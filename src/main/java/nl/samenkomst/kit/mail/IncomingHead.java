package nl.samenkomst.kit.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the head of a mail that came in tells. */
record IncomingHead(MimeMessage message) {

    private static final List<String> RECIPIENTS =
            List.of("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "X-Forwarded-To");
    private static final Set<String> NOT_WRITTEN_BY_HAND = Set.of("bulk", "junk", "list", "auto_reply", "auto-reply");
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{3,250}>");
    private static final int MOST = 50;

    List<String> senders() throws MessagingException {
        return addresses("From").toList();
    }

    List<String> recipients() throws MessagingException {
        var all = Stream.<String>empty();
        for (var name : RECIPIENTS) {
            all = Stream.concat(all, addresses(name));
        }
        return all.limit(MOST).toList();
    }

    /** The letters it says it answers. */
    List<String> about() throws MessagingException {
        return Stream.concat(values("In-Reply-To"), values("References"))
                .flatMap(value -> MESSAGE_ID.matcher(value).results().map(MatchResult::group))
                .limit(MOST)
                .toList();
    }

    boolean automatic() throws MessagingException {
        return first("Auto-Submitted").filter(value -> !value.startsWith("no")).isPresent()
                || first("Precedence").filter(NOT_WRITTEN_BY_HAND::contains).isPresent()
                || first("X-Autoreply").filter(value -> !value.equals("no")).isPresent()
                || first("X-Autorespond").isPresent()
                || first("X-Auto-Reply").isPresent()
                || daemon();
    }

    /** Whether a mail server wrote it, which gives itself no return address (RFC 5321, section 4.5.5). */
    boolean daemon() throws MessagingException {
        return first("Return-Path").filter("<>"::equals).isPresent()
                || addresses("From")
                        .anyMatch(from -> from.startsWith("mailer-daemon@") || from.startsWith("postmaster@"));
    }

    private Optional<String> first(String header) throws MessagingException {
        return values(header).findFirst().map(value -> value.strip().toLowerCase(Locale.ROOT));
    }

    private Stream<String> values(String header) throws MessagingException {
        return Stream.ofNullable(message.getHeader(header)).flatMap(Arrays::stream);
    }

    /** In lower case; what is no address is left out. */
    private Stream<String> addresses(String header) throws MessagingException {
        return values(header).flatMap(IncomingHead::parsed).map(one -> one.toLowerCase(Locale.ROOT));
    }

    private static Stream<String> parsed(String value) {
        try {
            return Arrays.stream(InternetAddress.parseHeader(value, false))
                    .limit(MOST)
                    .map(InternetAddress::getAddress)
                    .filter(one -> one != null && one.indexOf('@') > 0);
        } catch (jakarta.mail.internet.AddressException malformed) {
            return Stream.empty();
        }
    }
}
