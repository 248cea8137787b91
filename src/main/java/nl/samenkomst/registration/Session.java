package nl.samenkomst.registration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventFacts;
import nl.samenkomst.event.EventSources;
import nl.samenkomst.event.PublicAgenda;
import nl.samenkomst.event.Seats;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.network.Housed;
import nl.samenkomst.spi.EventFormat;

/** One event of a programme that people can register for now, as the programme's form asks for it. */
record Session(Event event, EventFacts facts, Asks asks, List<Seats> seats) {

    /** Those of the programme's events that can be registered for, soonest first. */
    static List<Session> open(
            PublicAgenda.Gatherings found, Housed housed, EventSources sources, Words words, Instant now) {
        return found.events().stream()
                .filter(event -> isOpen(event, sources.formats().find(event.format()), now))
                .map(event -> of(event, housed, sources.formats().find(event.format()), found.of(event), words))
                .toList();
    }

    private static boolean isOpen(Event event, Optional<EventFormat> format, Instant now) {
        var closes = format.map(EventFormat::closesBefore).orElse(Duration.ZERO);
        return event.published() && event.open() && now.isBefore(event.start().minus(closes));
    }

    private static Session of(
            Event event, Housed housed, Optional<EventFormat> format, List<Seats> seats, Words words) {
        return new Session(
                event,
                EventFacts.of(event, housed.network(), format, words),
                Asks.at(event, format, housed.network(), words.locale()),
                seats);
    }

    String slug() {
        return event.slug();
    }

    /** Both cannot be attended by one person. */
    boolean overlaps(Session other) {
        return event.start().isBefore(other.event.end()) && other.event.start().isBefore(event.end());
    }
}
