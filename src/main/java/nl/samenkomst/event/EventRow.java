package nl.samenkomst.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.kit.i18n.Moments;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.network.Area;
import nl.samenkomst.network.Network;
import nl.samenkomst.spi.EventFormat;
import nl.samenkomst.spi.Gathering;

/** One gathering in a list: its leaf, what and where, and the seats that are left. */
public record EventRow(
        String slug,
        Moments.Leaf leaf,
        String kind,
        String title,
        String date,
        String day,
        String hours,
        String place,
        List<SeatWords> left,
        boolean past,
        boolean cancelled,
        boolean shut) {

    /** What the row is made from, besides the event. */
    public record Ingredients(
            Words words, Network network, Optional<EventFormat> format, List<Seats> seats, Instant now) {}

    public static EventRow of(Event event, Ingredients from) {
        var words = from.words();
        var moments = new Moments(words, event.zone());
        var past = event.phase(from.now()) != Event.Phase.COMING;
        var shut = !event.open() || event.membersOnly(from.now());
        return new EventRow(
                event.slug(),
                moments.leaf(event.start()),
                kind(event, from),
                event.text(words.locale().getLanguage()).title(),
                moments.date(event.start()),
                moments.day(event.start()),
                moments.hours(event.start(), event.end()),
                place(event, words),
                past || event.cancelled() || shut ? List.of() : SeatWords.of(from.seats(), words),
                past,
                event.cancelled(),
                shut);
    }

    private static String kind(Event event, Ingredients from) {
        var parts = new ArrayList<String>();
        parts.add(formatName(event, from.format(), from.words()));
        event.area().flatMap(from.network()::area).map(Area::name).ifPresent(parts::add);
        return String.join(" · ", parts);
    }

    /** An event whose plugin is gone still has a name. */
    static String formatName(Event event, Optional<EventFormat> format, Words words) {
        return format.map(known -> known.name(words.locale())).orElse(event.format());
    }

    private static String place(Event event, Words words) {
        var hall = event.venue().map(Venue::name);
        if (event.attendance() == Gathering.ONLINE || hall.isEmpty()) {
            return words.say("event.row.onlyOnline");
        }
        return event.attendance() == Gathering.HYBRID ? words.say("event.row.hybrid", hall.get()) : hall.get();
    }
}
