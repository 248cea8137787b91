package nl.samenkomst.calendar;

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
import nl.samenkomst.registration.By;
import nl.samenkomst.registration.OwnLinks;
import nl.samenkomst.registration.Registration;
import nl.samenkomst.spi.Attendance;

/** The values that the letters of this room may name; what does not hold, or is not there, is empty. */
final class LetterValues {

    private static final String YES = "yes";

    private LetterValues() {}

    /** What is told of a gathering to all who attend in this way. */
    static Map<String, String> ofOccasion(Occasion occasion, Attendance attendance, Words words, Links links) {
        var facts = occasion.facts(words);
        var values = new HashMap<String, String>();
        values.putAll(when(
                facts.when(),
                new Moments(words, occasion.event().zone())
                        .time(occasion.event().start())));
        values.putAll(where(occasion, facts, attendance));
        values.putAll(call(occasion.event().contact()));
        values.put("kind", facts.kind());
        values.put("title", facts.title());
        values.put("eventPage", links.url("/events/" + facts.slug()));
        values.put("privacy", links.url("/privacy"));
        return Map.copyOf(values);
    }

    /** What is told to one person of how they stand, mostly as to others. */
    static Map<String, String> ofStanding(Registration registration, Event event, Words words) {
        var values = new HashMap<>(who(registration, event, words));
        values.putAll(until(registration, event, words));
        return values;
    }

    /** What is told to no other. */
    static Map<String, String> ofPerson(Registration registration, Links links) {
        return Map.of("name", registration.name().orElse(""), "ownPage", links.url(OwnLinks.path(links, registration)));
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

    /** Until when they may choose. */
    private static Map<String, String> until(Registration registration, Event event, Words words) {
        var moments = new Moments(words, event.zone());
        var until = registration.offerUntil();
        return Map.of(
                "untilDay", until.map(moments::day).orElse(""),
                "untilTime", until.map(moments::time).orElse(""));
    }

    /** No link to join by for who comes to the room. */
    private static Map<String, String> where(Occasion occasion, EventFacts facts, Attendance attendance) {
        boolean online = attendance == Attendance.ONLINE;
        return Map.of(
                "onSite", said(!online),
                "online", said(online),
                "hall", facts.where().map(EventFacts.Where::name).orElseGet(() -> hall(occasion.event())),
                "venue", occasion.event().venue().map(Venue::name).orElse(""),
                "address", facts.where().flatMap(EventFacts.Where::address).orElse(""),
                "joinLink", online ? occasion.joinLink().orElse("") : "",
                "dialIn", online ? occasion.dialIn().orElse("") : "");
    }

    /** Where it was to be, for who was to come to a room that is gone. */
    private static String hall(Event event) {
        return event.venue().map(Venue::name).orElse("-");
    }

    private static Map<String, String> who(Registration registration, Event event, Words words) {
        var by = registration.by();
        var wants = registration.wants();
        return Map.of(
                "wantsOnSite", said(wants.equals(Optional.of(Attendance.ON_SITE))),
                "wantsOnline", said(wants.equals(Optional.of(Attendance.ONLINE))),
                "registeredOn", new Moments(words, event.zone()).day(registration.createdAt()),
                "byOrganiser", said(by.equals(Optional.of(By.ORGANISER.code()))),
                "erased", said(by.equals(Optional.of(By.ERASED.code()))),
                "undoable", said(by.filter(By::undoable).isPresent()));
    }

    private static Map<String, String> call(Contact contact) {
        return Map.of(
                "contactName", contact.name(),
                "contactPhone", contact.phone().orElse(""),
                "contactEmail", contact.email());
    }

    private static String said(boolean holds) {
        return holds ? YES : "";
    }
}
