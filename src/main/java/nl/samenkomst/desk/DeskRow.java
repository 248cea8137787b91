package nl.samenkomst.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventFacts;
import nl.samenkomst.event.Seats;
import nl.samenkomst.kit.i18n.Words;

/**
 * One event in the organisers' list.
 *
 * @param place where people meet: a room, online, or both
 * @param mark a status that needs saying; empty for an event that is simply coming
 */
record DeskRow(EventFacts facts, String place, boolean past, List<DeskSeats> seats, Optional<Mark> mark) {

    /**
     * A status.
     *
     * @param tone the class of the template's {@code status}
     */
    record Mark(String tone, String sign, String words) {}

    DeskRow {
        seats = List.copyOf(seats);
    }

    static DeskRow of(Event event, EventFacts facts, List<Seats> seats, Words words, Instant now) {
        return new DeskRow(
                facts,
                place(facts, words),
                event.phase(now) == Event.Phase.OVER,
                seats.stream().map(one -> DeskSeats.of(one, words)).toList(),
                mark(event, now).map(code -> said(code, words)));
    }

    private static String place(EventFacts facts, Words words) {
        return facts.where()
                .map(where -> facts.hybrid() ? words.say("desk.place.both", where.name()) : where.name())
                .orElseGet(() -> words.say("desk.place.online"));
    }

    private static Optional<String> mark(Event event, Instant now) {
        if (event.draft() || event.cancelled()) {
            return Optional.of(event.status().code());
        }
        if (event.phase(now) == Event.Phase.COMING && !event.open()) {
            return Optional.of("shut");
        }
        return event.closed() ? Optional.of("closed") : Optional.empty();
    }

    private static Mark said(String code, Words words) {
        var text = words.say("desk.mark." + code);
        return switch (code) {
            case "draft" -> new Mark("draft", "pencil", text);
            case "cancelled" -> new Mark("error", "warning", text);
            case "shut" -> new Mark("off", "dash", text);
            default -> new Mark("off", "lock", text);
        };
    }
}
