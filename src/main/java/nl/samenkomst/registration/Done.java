package nl.samenkomst.registration;

import java.util.Optional;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventFacts;
import nl.samenkomst.event.EventSources;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.mail.EmailAddress;
import nl.samenkomst.kit.web.Frame;
import nl.samenkomst.kit.web.Links;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.spi.Attendance;

/**
 * The page that answers a registration: in, or in line. It shows what was typed and no personal link.
 *
 * @param first the sentence that begins the lead, up to the name
 * @param place in the line, in words, where they stand in one
 * @param line which line that is
 * @param shared the event's address, to pass on
 */
record Done(
        boolean waiting,
        String title,
        String first,
        Optional<String> place,
        String line,
        String last,
        String name,
        Address address,
        Facts facts,
        String change,
        boolean closed,
        String shared) {

    /** An address, with the place where it may be broken. */
    record Address(String local, String domain) {

        static Address of(EmailAddress email) {
            var domain = email.domain();
            return new Address(email.text().substring(0, email.text().length() - domain.length() - 1), domain);
        }
    }

    /** As {@code event/facts} wants them, of the way they chose alone. */
    record Facts(
            String slug,
            String kind,
            String title,
            EventFacts.When when,
            Optional<EventFacts.Where> where,
            Optional<String> online,
            boolean hybrid,
            Optional<Frame.Band> call) {

        static Facts of(EventFacts facts, Attendance way) {
            return new Facts(
                    facts.slug(),
                    facts.kind(),
                    facts.title(),
                    facts.when(),
                    facts.where().filter(where -> way == Attendance.ON_SITE),
                    facts.online().filter(online -> way == Attendance.ONLINE),
                    false,
                    Optional.empty());
        }
    }

    static Reply reply(
            Event event, EventSources.Known known, RegistrationForm form, Answer answer, Words words, Links links) {
        var done = of(event, known, form, answer, words, links);
        var frame =
                known.housed().frame(Optional.of(event.contact()), done.title()).hidden();
        return Reply.page(frame, "registration/done", done).personal();
    }

    private static Done of(
            Event event, EventSources.Known known, RegistrationForm form, Answer answer, Words words, Links links) {
        var facts = EventFacts.of(event, known.housed().network(), known.format(), words);
        var way = answer.attendance().code();
        boolean waiting = !answer.confirmed();
        var line = answer.wants().orElse(answer.attendance()).code();
        return new Done(
                waiting,
                words.say(waiting ? "registration.done.waiting.title" : "registration.done.confirmed.title"),
                words.say(first(answer, way)),
                answer.position().map(number -> words.say("registration.done.place", number)),
                words.say("registration.done.line." + line),
                last(answer, facts, words),
                form.details().name(),
                Address.of(form.email().orElseThrow()),
                Facts.of(facts, answer.attendance()),
                words.say("registration.done.change" + (facts.hybrid() ? "." + way : "")),
                event.closed(),
                links.url("/events/" + event.slug()).replaceFirst("^https?://", ""));
    }

    private static String first(Answer answer, String way) {
        if (!answer.confirmed()) {
            return "registration.done.waiting.first";
        }
        return "registration.done." + (answer.wants().isPresent() ? "both." : "confirmed.") + way;
    }

    private static String last(Answer answer, EventFacts facts, Words words) {
        if (!answer.confirmed()) {
            return words.say("registration.done.waiting.last");
        }
        return answer.wants()
                .map(wanted -> words.say("registration.done.both.last." + wanted.code()))
                .orElseGet(
                        () -> words.say("registration.done.until", facts.when().day()));
    }
}
