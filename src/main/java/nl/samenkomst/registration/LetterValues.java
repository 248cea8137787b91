package nl.samenkomst.registration;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.account.Contact;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventFacts;
import nl.samenkomst.event.Venue;
import nl.samenkomst.kit.i18n.Moments;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.Links;
import nl.samenkomst.meeting.Meeting;
import nl.samenkomst.spi.Attendance;

/** The values that a letter about one registration may name; what does not hold, or is not there, is empty. */
public final class LetterValues {

    private static final String YES = "yes";

    private LetterValues() {}

    /**
     * What is told of a gathering to one person.
     *
     * @param attendance the way that the letter tells of
     */
    public static Map<String, String> of(
            Event event, EventFacts facts, Registration registration, Attendance attendance, Words words, Links links) {
        var values = ofEvent(event, facts, attendance, words, links);
        values.putAll(who(registration, event, words));
        values.put("ownPage", links.url(OwnLinks.path(links, registration)));
        return values;
    }

    /** What is told of a gathering to anyone who is written to about it. */
    static Map<String, String> ofEvent(Event event, EventFacts facts, Attendance attendance, Words words, Links links) {
        var values = new HashMap<String, String>();
        values.putAll(when(facts.when(), new Moments(words, event.zone()).time(event.start())));
        values.putAll(where(event, facts, attendance));
        values.putAll(call(event.contact()));
        values.put("kind", facts.kind());
        values.put("title", facts.title());
        values.put("eventPage", links.url("/events/" + facts.slug()));
        values.put("privacy", links.url("/privacy"));
        return values;
    }

    private static Map<String, String> when(EventFacts.When when, String time) {
        return Map.of(
                "month", when.leaf().month(),
                "dayNumber", String.valueOf(when.leaf().day()),
                "weekday", when.leaf().weekday(),
                "day", when.day(),
                "date", when.date(),
                "time", time,
                "hours", when.hours());
    }

    /** No link to join by for who comes to the room. */
    private static Map<String, String> where(Event event, EventFacts facts, Attendance attendance) {
        boolean online = attendance == Attendance.ONLINE;
        var meeting = event.meeting().filter(place -> online);
        return Map.of(
                "onSite", said(!online),
                "online", said(online),
                "hall", facts.where().map(EventFacts.Where::name).orElseGet(() -> hall(event)),
                "venue", event.venue().map(Venue::name).orElse(""),
                "address", facts.where().flatMap(EventFacts.Where::address).orElse(""),
                "joinLink", meeting.flatMap(Meeting::url).orElse(""),
                "dialIn", meeting.flatMap(Meeting::dialIn).orElse(""));
    }

    /** Where it was to be, for who was to come to a room that is gone. */
    private static String hall(Event event) {
        return event.venue().map(Venue::name).orElse("-");
    }

    private static Map<String, String> call(Contact contact) {
        return Map.of(
                "contactName", contact.name(),
                "contactPhone", contact.phone().orElse(""),
                "contactEmail", contact.email());
    }

    private static Map<String, String> who(Registration registration, Event event, Words words) {
        var by = registration.by();
        var wants = registration.wants();
        return Map.of(
                "name", registration.name().orElse(""),
                "wantsOnSite", said(wants.equals(Optional.of(Attendance.ON_SITE))),
                "wantsOnline", said(wants.equals(Optional.of(Attendance.ONLINE))),
                "registeredOn", new Moments(words, event.zone()).day(registration.createdAt()),
                "byOrganiser", said(by.equals(Optional.of(By.ORGANISER.code()))),
                "erased", said(by.equals(Optional.of(By.ERASED.code()))),
                "undoable", said(by.filter(By::undoable).isPresent()));
    }

    static String said(boolean holds) {
        return holds ? YES : "";
    }
}
