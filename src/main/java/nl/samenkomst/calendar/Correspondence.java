package nl.samenkomst.calendar;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.account.Contact;
import nl.samenkomst.account.Organisation;
import nl.samenkomst.calendar.CalendarEntry.Party;
import nl.samenkomst.kit.mail.Sender;
import nl.samenkomst.kit.web.Links;

/**
 * Under which addresses we write invitations.
 *
 * @param from the From of all mail; clients show Accept and Decline where ORGANIZER is the same
 * @param replyTo {@code name+{token}@host}, where answers are told apart by their address
 * @param heard whether what calendars answer is read, so that letters may say so
 */
public record Correspondence(Sender from, Optional<String> replyTo, Links links, boolean heard) {

    private static final String PURPOSE = "reply";
    private static final int VERSION = 1;
    private static final String TOKEN = "{token}";

    /** Where nobody reads what calendars answer. */
    public Correspondence(Sender from, Optional<String> replyTo, Links links) {
        this(from, replyTo, links, false);
    }

    Sender from(Organisation organisation) {
        return organisation.sender(from);
    }

    /** Where answers about this registration go, if not to the From. */
    Optional<Sender> answers(UUID registration, Contact contact) {
        return replyTo.map(pattern -> pattern.replace(TOKEN, links.token(PURPOSE, registration, VERSION)))
                .map(address -> new Sender(contact.name(), address));
    }

    Party organizer(UUID registration, Contact contact) {
        return new Party(
                contact.name(),
                answers(registration, contact).map(Sender::address).orElse(from.address()));
    }

    /**
     * Whether one of these is an answer address of ours, and none is this registration's. On the way some servers write addresses in
     * lower case, so case does not count.
     */
    boolean contradicts(List<String> recipients, UUID registration) {
        var own = replyTo.map(pattern -> pattern.replace(TOKEN, links.token(PURPOSE, registration, VERSION)));
        return recipients.stream().anyMatch(this::bearsToken)
                && own.filter(address -> recipients.stream().anyMatch(address::equalsIgnoreCase))
                        .isEmpty();
    }

    private boolean bearsToken(String recipient) {
        return replyTo.filter(pattern -> {
                    int token = pattern.indexOf(TOKEN);
                    var before = pattern.substring(0, token);
                    var after = pattern.substring(token + TOKEN.length());
                    return recipient.length() > before.length() + after.length()
                            && recipient.regionMatches(true, 0, before, 0, before.length())
                            && recipient.regionMatches(
                                    true, recipient.length() - after.length(), after, 0, after.length());
                })
                .isPresent();
    }
}
