package nl.samenkomst.calendar;

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
 */
public record Correspondence(Sender from, Optional<String> replyTo, Links links) {

    private static final String PURPOSE = "reply";
    private static final int VERSION = 1;

    Sender from(Organisation organisation) {
        return organisation.name().isEmpty() ? from : from.named(organisation.name());
    }

    /** Where answers about this registration go, if not to the From. */
    Optional<Sender> answers(UUID registration, Contact contact) {
        return replyTo.map(pattern -> pattern.replace("{token}", links.token(PURPOSE, registration, VERSION)))
                .map(address -> new Sender(contact.name(), address));
    }

    Party organizer(UUID registration, Contact contact) {
        return new Party(
                contact.name(),
                answers(registration, contact).map(Sender::address).orElse(from.address()));
    }
}
