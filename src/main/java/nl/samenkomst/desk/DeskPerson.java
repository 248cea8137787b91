package nl.samenkomst.desk;

import java.time.ZoneId;
import java.util.Optional;
import nl.samenkomst.event.EventMark;
import nl.samenkomst.kit.i18n.Moments;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.registration.Participant;

/**
 * One person in the list of an event.
 *
 * @param place their number at arrival, which orders the line
 * @param reply what their calendar answered, empty for nothing
 */
record DeskPerson(
        Optional<String> name,
        Optional<String> organisation,
        String sector,
        String way,
        Optional<String> wants,
        EventMark status,
        int place,
        String reply,
        String since) {

    static DeskPerson of(Participant person, ZoneId zone, Words words) {
        return new DeskPerson(
                person.name(),
                person.organisation(),
                person.sector().map(code -> words.say("desk.sector." + code)).orElse(""),
                words.say("desk.way." + person.attendance().code()),
                person.wants()
                        .map(way -> words.say(
                                "desk.wants." + way.code(), person.inLine().orElse(0))),
                status(person, words),
                person.place(),
                person.reply().equals("none") ? "" : words.say("desk.reply." + person.reply()),
                new Moments(words, zone).day(person.createdAt()));
    }

    private static EventMark status(Participant person, Words words) {
        var text = words.say(
                "desk.status." + person.status().code(), person.inLine().orElse(0));
        return switch (person.status()) {
            case CONFIRMED -> new EventMark("ok", "tick", text);
            case WAITLISTED, OFFERED, CHOOSE -> new EventMark("wait", "hourglass", text);
            case CANCELLED -> new EventMark("off", "dash", text);
        };
    }
}
