package nl.samenkomst.calendar;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.samenkomst.event.Formats;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.network.Area;
import nl.samenkomst.network.Network;
import nl.samenkomst.spi.EventFormat;

/** Which of a network's gatherings somebody wants to follow: all, those of one area, those of one format, or both. */
record FeedChoice(Optional<Area> area, Optional<EventFormat> format) {

    static final FeedChoice ALL = new FeedChoice(Optional.empty(), Optional.empty());

    /** As the address asks, {@code ?area=&format=}; 404 in words for an area or format that is not there. */
    static FeedChoice of(Visit visit, Network network, Formats formats) {
        return new FeedChoice(
                asked(visit, "area").map(slug -> network.area(slug).orElseThrow(() -> noArea(network))),
                asked(visit, "format").map(id -> formats.find(id).orElseThrow(() -> noFormat(formats))));
    }

    private static Optional<String> asked(Visit visit, String name) {
        return visit.query(name).filter(value -> !value.isBlank());
    }

    private static Refusal noArea(Network network) {
        return Refusal.of(404, "unknown-area", "calendar.feed.noArea", listed(network.areas(), Area::slug));
    }

    private static Refusal noFormat(Formats formats) {
        return Refusal.of(404, "unknown-format", "calendar.feed.noFormat", listed(formats.all(), EventFormat::id));
    }

    private static <T> String listed(List<T> things, java.util.function.Function<T, String> name) {
        return things.isEmpty() ? "-" : things.stream().map(name).collect(Collectors.joining(", "));
    }

    FeedChoice in(Area other) {
        return new FeedChoice(Optional.of(other), format);
    }

    FeedChoice of(EventFormat other) {
        return new FeedChoice(area, Optional.of(other));
    }

    /** What the address bears of it, before the language. */
    String query(String language) {
        return "?"
                + area.map(one -> "area=" + one.slug() + "&").orElse("")
                + format.map(one -> "format=" + one.id() + "&").orElse("")
                + "lang=" + language;
    }
}
