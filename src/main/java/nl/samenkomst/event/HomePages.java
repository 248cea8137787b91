package nl.samenkomst.event;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.Anyone;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Frame;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.network.Area;
import nl.samenkomst.network.Housed;
import nl.samenkomst.network.Programme;
import nl.samenkomst.network.ProgrammeShelf;
import nl.samenkomst.spi.EventFormat;

/** The first page: what is coming, per network and area. */
public final class HomePages implements Feature {

    private static final int AREAS_LISTED = 6;

    private final PublicAgenda agenda;
    private final EventSources sources;
    private final ProgrammeShelf programmes;
    private final Clock clock;

    /** All that the page is made from. */
    private record Read(
            List<Housed> networks, PublicAgenda.Gatherings coming, List<Programme> programmes, Words words) {}

    public HomePages(PublicAgenda agenda, EventSources sources, ProgrammeShelf programmes, Clock clock) {
        this.agenda = agenda;
        this.sources = sources;
        this.programmes = programmes;
        this.clock = clock;
    }

    @Override
    public void mount(Site site) {
        site.get("/", Anyone.anywhere(), this::show);
    }

    private Future<Reply> show(Visit visit) {
        var networks = sources.networks().all();
        var coming = agenda.coming(EventFilter.publicly());
        var all = programmes.all();
        return Future.all(networks, coming, all)
                .map(done -> new Read(networks.result(), coming.result(), all.result(), visit.words()))
                .map(read -> Reply.page(frame(visit, read), "event/home", shown(visit, read)));
    }

    private static Frame frame(Visit visit, Read read) {
        var owner = visit.site().owner();
        var contact = owner.contact()
                .or(() -> read.networks().stream().findFirst().flatMap(first -> first.frame(Optional.empty(), "")
                        .contact()));
        var colours = read.networks().stream().map(Housed::accent).distinct().toList();
        return new Frame(
                read.words().say("event.home.title"),
                owner.owner(),
                "/",
                owner.accent(),
                colours,
                contact,
                owner.languages(),
                true);
    }

    private HomeShown shown(Visit visit, Read read) {
        var area = visit.query("area").filter(value -> !value.isBlank());
        var format = visit.query("format")
                .filter(value -> sources.formats().find(value).isPresent());
        var blocks = read.networks().stream()
                .filter(housed ->
                        area.isEmpty() || area.get().startsWith(housed.network().slug() + "/"))
                .map(housed -> block(housed, read, wanted(housed, area, format)))
                .filter(block -> !block.rows().isEmpty() || (area.isEmpty() && format.isEmpty()))
                .toList();
        var filtered = area.isPresent() || format.isPresent();
        return new HomeShown(
                filtered ? Optional.empty() : poster(read), choices(read, area), formats(read), blocks, filtered);
    }

    private static Predicate<Event> wanted(Housed housed, Optional<String> area, Optional<String> format) {
        return event -> event.network().equals(housed.network().id())
                && format.map(event.format()::equals).orElse(true)
                && area.map(value -> event.area()
                                .flatMap(housed.network()::area)
                                .map(one -> value.equals(value(housed, one)))
                                .orElse(false))
                        .orElse(true);
    }

    private HomeShown.Block block(Housed housed, Read read, Predicate<Event> wanted) {
        var network = housed.network();
        var here = read.coming().events().stream()
                .filter(event -> event.network().equals(network.id()))
                .toList();
        var rows = here.stream()
                .filter(wanted)
                .map(event -> row(event, housed, read))
                .toList();
        var areas = network.areas().stream()
                .map(area -> new HomeShown.Count(
                        area.slug(),
                        area.name(),
                        times(count(here, one -> one.area().equals(Optional.of(area.id()))), read)))
                .toList();
        var own = read.programmes().stream()
                .filter(programme -> programme.network().equals(network.id()))
                .map(programme -> new HomeShown.Count(
                        programme.slug(),
                        read.words().say("event.programme", programme.title()),
                        times(count(here, one -> one.programme().equals(Optional.of(programme.id()))), read)))
                .toList();
        boolean many = areas.size() > AREAS_LISTED;
        return new HomeShown.Block(
                network.slug(),
                network.name(),
                network.purpose(),
                housed.accent(),
                own,
                many ? List.of() : areas,
                many,
                rows);
    }

    private static long count(List<Event> events, Predicate<Event> which) {
        return events.stream().filter(which).count();
    }

    private static String times(long count, Read read) {
        return read.words().say("event.times", count);
    }

    private EventRow row(Event event, Housed housed, Read read) {
        Optional<EventFormat> format = sources.formats().find(event.format());
        return EventRow.of(
                event,
                new EventRow.Ingredients(
                        read.words(), housed.network(), format, read.coming().of(event), clock.instant()));
    }

    /** The soonest that one can still join. */
    private Optional<HomeShown.Poster> poster(Read read) {
        Map<java.util.UUID, Housed> byId = read.networks().stream()
                .collect(Collectors.toMap(housed -> housed.network().id(), housed -> housed));
        return read.coming().events().stream()
                .filter(event -> EventShown.stateOf(event, sources.formats().find(event.format()), clock.instant())
                        .isEmpty())
                .filter(event -> read.coming().of(event).stream().anyMatch(seats -> !seats.full()))
                .filter(event -> byId.containsKey(event.network()))
                .min(Comparator.comparing(Event::start))
                .flatMap(event -> Optional.ofNullable(byId.get(event.network()))
                        .map(housed -> HomePoster.of(
                                row(event, housed, read), housed, read.coming().of(event), read.words())));
    }

    private static List<HomeShown.Choices> choices(Read read, Optional<String> chosen) {
        return read.networks().stream()
                .filter(housed -> !housed.network().areas().isEmpty())
                .map(housed -> new HomeShown.Choices(
                        housed.network().name(),
                        housed.network().areas().stream()
                                .map(area -> new HomeShown.Area(
                                        value(housed, area),
                                        area.name(),
                                        chosen.equals(Optional.of(value(housed, area)))))
                                .toList()))
                .toList();
    }

    private static String value(Housed housed, Area area) {
        return housed.network().slug() + "/" + area.slug();
    }

    /** Those of which something is coming. */
    private List<HomeShown.FormatLink> formats(Read read) {
        return read.coming().events().stream()
                .map(Event::format)
                .distinct()
                .flatMap(id -> sources.formats().find(id).stream())
                .map(format -> new HomeShown.FormatLink(
                        format.id(), format.plural(read.words().locale())))
                .toList();
    }
}
