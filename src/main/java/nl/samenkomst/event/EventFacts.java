package nl.samenkomst.event;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nl.samenkomst.kit.i18n.Moments;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.network.Area;
import nl.samenkomst.network.Network;
import nl.samenkomst.spi.EventFormat;
import nl.samenkomst.spi.Gathering;

/**
 * What every page about an event says in the same words: what, when and where; shown by the template {@code event/facts}.
 *
 * @param kind the format with its neighbourhood, such as "Wijktafel Osdorp"
 * @param online what stands for the place online; empty where all meet in one room
 */
public record EventFacts(
        String slug,
        String kind,
        String title,
        When when,
        Optional<Where> where,
        Optional<String> online,
        boolean hybrid) {

    /** The time, in the ways that pages say it. */
    public record When(Moments.Leaf leaf, String date, String day, String hours, String machine) {}

    /**
     * The place where people meet.
     *
     * @param search the words to look the address up by, ready to stand in a link
     */
    public record Where(String name, Optional<String> address, Optional<String> search) {}

    public static EventFacts of(Event event, Network network, Optional<EventFormat> format, Words words) {
        return new EventFacts(
                event.slug(),
                kind(event, network, format, words),
                event.text(words.locale().getLanguage()).title(),
                when(event, words),
                event.venue()
                        .filter(venue -> event.attendance() != Gathering.ONLINE)
                        .map(EventFacts::where),
                event.attendance() == Gathering.ON_SITE
                        ? Optional.empty()
                        : Optional.of(words.say("event.online.value")),
                event.attendance() == Gathering.HYBRID);
    }

    private static String kind(Event event, Network network, Optional<EventFormat> format, Words words) {
        var name = EventRow.formatName(event, format, words);
        return event.area()
                .flatMap(network::area)
                .map(Area::name)
                .map(area -> name + " " + area)
                .orElse(name);
    }

    private static When when(Event event, Words words) {
        var moments = new Moments(words, event.zone());
        return new When(
                moments.leaf(event.start()),
                moments.date(event.start()),
                moments.day(event.start()),
                moments.hours(event.start(), event.end()),
                moments.machine(event.start()));
    }

    private static Where where(Venue venue) {
        var name = venue.room().map(room -> venue.name() + ", " + room).orElse(venue.name());
        var search = venue.address().map(address -> URLEncoder.encode(address, StandardCharsets.UTF_8));
        return new Where(name, venue.address(), search);
    }
}
