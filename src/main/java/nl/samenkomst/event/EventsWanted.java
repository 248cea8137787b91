package nl.samenkomst.event;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.samenkomst.account.Caller;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.CleanText;
import nl.samenkomst.kit.web.DeskTop;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.network.Area;
import nl.samenkomst.network.Network;
import nl.samenkomst.spi.EventFormat;

/**
 * Which of the organisation's events an address of the workspace asks for: {@code ?show=&area=&format=&text=}. What makes no sense is
 * not asked.
 *
 * @param show {@code coming}, {@code past}, {@code drafts} or {@code all}
 * @param area a network's slug, or network and neighbourhood with a slash between
 */
record EventsWanted(
        String organisation,
        Ids ids,
        String show,
        Optional<String> area,
        Optional<String> format,
        Optional<String> text,
        List<Network> networks) {

    private static final List<String> SHOWN = List.of("coming", "past", "drafts", "all");
    private static final int LONGEST = 100;

    /** Of what the address names. */
    record Ids(UUID organisation, Optional<UUID> network, Optional<UUID> area) {}

    /** The form that narrows the list. */
    record Filter(
            String action,
            String organisation,
            String show,
            List<DeskChoice.Group> areas,
            List<DeskChoice> formats,
            String text,
            boolean narrowed,
            String everything) {}

    static EventsWanted of(Visit visit, Caller caller, List<Network> networks) {
        var asked = visit.query("area").orElse("").split("/", 2);
        var network =
                networks.stream().filter(one -> one.slug().equals(asked[0])).findFirst();
        var area = asked.length < 2 ? Optional.<Area>empty() : network.flatMap(one -> one.area(asked[1]));
        return new EventsWanted(
                caller.organisation().slug(),
                new Ids(caller.organisation().id(), network.map(Network::id), area.map(Area::id)),
                visit.query("show").filter(SHOWN::contains).orElse(SHOWN.get(0)),
                network.map(
                        one -> area.map(part -> one.slug() + "/" + part.slug()).orElse(one.slug())),
                visit.query("format").filter(id -> !id.isBlank()),
                visit.query("text")
                        .map(CleanText::line)
                        .map(words -> words.substring(0, Math.min(words.length(), LONGEST)))
                        .filter(words -> !words.isEmpty()),
                List.copyOf(networks));
    }

    boolean narrowed() {
        return Stream.of(area, format, text).anyMatch(Optional::isPresent);
    }

    EventFilter events(Instant now) {
        var filter = EventFilter.of(ids.organisation());
        filter = switch (show) {
            case "coming" -> filter.from(now);
            case "past" -> filter.to(now).latestFirst(true);
            case "drafts" -> filter.withStatus("draft");
            default -> filter.latestFirst(true);
        };
        filter = ids.network().map(filter::in).orElse(filter);
        filter = ids.area().map(filter::inArea).orElse(filter);
        filter = format.map(filter::ofFormat).orElse(filter);
        return text.map(filter::about).orElse(filter);
    }

    List<DeskTop.Tab> tabs(Words words) {
        return SHOWN.stream()
                .map(one -> new DeskTop.Tab(words.say("event.list." + one), address(one), one.equals(show)))
                .toList();
    }

    String next(String after) {
        return address(show) + "&after=" + after;
    }

    private String address(String shown) {
        var parts = new ArrayList<String>();
        parts.add("organisation=" + organisation);
        parts.add("show=" + shown);
        area.ifPresent(one -> parts.add("area=" + encoded(one)));
        format.ifPresent(one -> parts.add("format=" + encoded(one)));
        text.ifPresent(one -> parts.add("text=" + encoded(one)));
        return EventsDesk.PATH + "?" + String.join("&", parts);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    Filter filter(List<EventFormat> known, Words words) {
        return new Filter(
                EventsDesk.PATH,
                organisation,
                show,
                networks.stream()
                        .map(network -> DeskChoice.Group.of(network, area.orElse("")))
                        .toList(),
                known.stream()
                        .map(one -> new DeskChoice(
                                one.id(), one.name(words.locale()), one.id().equals(format.orElse(""))))
                        .toList(),
                text.orElse(""),
                narrowed(),
                EventsDesk.PATH + "?organisation=" + organisation + "&show=" + show);
    }
}
