package nl.samenkomst.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.kit.i18n.Words;

/**
 * One event in a list of the workspace.
 *
 * @param place where people meet: a room, online, or both
 * @param mark a status that needs saying; empty for an event that is simply coming
 */
public record DeskRow(EventFacts facts, String place, boolean past, List<DeskSeats> seats, Optional<EventMark> mark) {

    public DeskRow {
        seats = List.copyOf(seats);
    }

    public static DeskRow of(Event event, EventFacts facts, List<Seats> seats, Words words, Instant now) {
        return new DeskRow(
                facts,
                place(facts, words),
                event.phase(now) == Event.Phase.OVER,
                seats.stream().map(one -> DeskSeats.of(one, words)).toList(),
                EventMark.of(event, words, now));
    }

    static String place(EventFacts facts, Words words) {
        return facts.where()
                .map(where -> facts.hybrid() ? words.say("event.place.both", where.name()) : where.name())
                .orElseGet(() -> words.say("event.place.online"));
    }
}
