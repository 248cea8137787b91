package nl.samenkomst.quote;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.event.Event;
import nl.samenkomst.kit.mail.EmailAddress;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.registration.Registration;
import nl.samenkomst.survey.AskedTarget;

/**
 * The way by which somebody comes to give their words: their personal link of the survey, or the room's code.
 *
 * @param action where the form is posted to
 * @param guest whose link it is; empty by the room's code
 * @param code the room's; empty by a personal link
 */
record Door(Event event, String action, Optional<Registration> guest, Optional<String> code) {

    static Door of(Visit visit, Event event, Registration guest) {
        var action = AskedTarget.path(visit.links(), guest) + "/quotes";
        return new Door(event, action, Optional.of(guest), Optional.empty());
    }

    static Door of(Event event, String code) {
        return new Door(event, "/events/" + event.slug() + "/feedback/quotes", Optional.empty(), Optional.of(code));
    }

    /** Of the form token: a form for one gathering is taken by no other. */
    String scope() {
        return "quote " + event.id();
    }

    /** By the code nobody is known, so who wants to be asked about other words says where. */
    boolean asksAddress() {
        return guest.isEmpty();
    }

    /** Where they are written to, with what they typed. */
    Optional<EmailAddress> address(QuoteForm form) {
        return guest.map(one -> one.email().flatMap(EmailAddress::typed)).orElseGet(form::address);
    }

    /** The form with nothing in it but the name that we know. */
    QuoteForm form(List<String> sentences) {
        return QuoteForm.empty(sentences, guest.flatMap(Registration::name).orElse(""));
    }
}
