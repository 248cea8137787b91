package nl.samenkomst.event;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.web.Anyone;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Panel;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Shown;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.network.Area;
import nl.samenkomst.network.Housed;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.NetworkTarget;

/** A network's public page: its areas, what is coming and what has been. */
public final class NetworkPages implements Feature {

    /** How much of what has been is listed before one asks for all of it. */
    private static final int LATEST = 5;

    private final PublicAgenda agenda;
    private final EventSources sources;
    private final List<Panel<Network>> panels;
    private final Clock clock;

    /**
     * What the page shows.
     *
     * @param area the name of the area that was asked for
     * @param more whether more has been than is listed
     * @param told what stands in the place of the list of what has been
     * @param after what other rooms show after what has been
     */
    record NetworkShown(
            String slug,
            String name,
            String purpose,
            Optional<String> area,
            List<Figure> figures,
            List<Table> tables,
            List<EventRow> coming,
            List<EventRow> past,
            boolean more,
            List<Shown> told,
            List<Shown> panels,
            List<Shown> after) {}

    record Figure(long number, String words) {}

    /** An area with its next gathering. */
    record Table(String slug, String name, Optional<EventRow> next) {}

    private record Read(
            Housed housed,
            Optional<Area> area,
            boolean everything,
            Words words,
            PublicAgenda.Gatherings coming,
            PublicAgenda.Gatherings past,
            List<Shown> panels) {

        /** What other rooms show in this part of the page. */
        List<Shown> of(String place) {
            return panels.stream()
                    .filter(panel -> panel.place().equals(place))
                    .sorted()
                    .toList();
        }
    }

    /**
     * @param panels what other rooms show here: in the {@code head}, in the {@code story}, as {@code told} in the place of the list of what
     *     has been, or after what is {@code past}
     */
    public NetworkPages(PublicAgenda agenda, EventSources sources, List<Panel<Network>> panels, Clock clock) {
        this.agenda = agenda;
        this.sources = sources;
        this.panels = List.copyOf(panels);
        this.clock = clock;
    }

    @Override
    public void mount(Site site) {
        site.get("/networks/:network", Anyone.visiting(NetworkTarget.NETWORK), this::show);
    }

    private Future<Reply> show(Visit visit, Network network) {
        var area = area(visit, network);
        var filter = EventFilter.publicly().in(network.id());
        var housed = sources.networks().of(network.id());
        var coming = agenda.coming(filter);
        var past = agenda.past(filter);
        var given = panels(visit, network);
        return Future.all(housed, coming, past, given)
                .map(done -> new Read(
                        housed.result(),
                        area,
                        visit.query("past").filter("all"::equals).isPresent(),
                        words(visit, housed.result()),
                        coming.result(),
                        past.result(),
                        given.result()))
                .map(this::page);
    }

    private Future<List<Shown>> panels(Visit visit, Network network) {
        var asked =
                panels.stream().map(panel -> panel.on(List.of(network), visit)).toList();
        return Future.all(asked).map(done -> asked.stream()
                .map(Future::result)
                .map((Map<Network, Shown> answer) -> answer.get(network))
                .filter(Objects::nonNull)
                .toList());
    }

    private static Optional<Area> area(Visit visit, Network network) {
        return visit.query("area").filter(slug -> !slug.isBlank()).map(slug -> network.area(slug)
                .orElseThrow(() -> new NotFound("area")));
    }

    private static Words words(Visit visit, Housed housed) {
        return visit.site().languages().in(visit.language(housed.organisation().languages()));
    }

    private Reply page(Read read) {
        var network = read.housed().network();
        var name = read.area().map(Area::name).orElse(network.name());
        var frame = read.housed()
                .frame(Optional.empty(), name)
                .headed(read.of("head"))
                .styled("lookback");
        return Reply.page(frame, "event/network", shown(read));
    }

    private NetworkShown shown(Read read) {
        var network = read.housed().network();
        var coming = rows(read, read.coming());
        var past = rows(read, read.past());
        // What came of the latest says more than that they were.
        var told = read.everything() ? List.<Shown>of() : read.of("told");
        boolean more = !read.everything() && past.size() > (told.isEmpty() ? LATEST : 0);
        return new NetworkShown(
                network.slug(),
                network.name(),
                read.area().isPresent() ? "" : network.purpose(),
                read.area().map(Area::name),
                read.area().isPresent() ? List.of() : figures(read),
                read.area().isPresent() ? List.of() : tables(read),
                coming,
                listed(past, more, told),
                more,
                told,
                read.of("story"),
                read.of("past"));
    }

    private static List<EventRow> listed(List<EventRow> past, boolean more, List<Shown> told) {
        if (!told.isEmpty()) {
            return List.of();
        }
        return more ? past.subList(0, LATEST) : past;
    }

    private List<EventRow> rows(Read read, PublicAgenda.Gatherings gatherings) {
        return gatherings.events().stream()
                .filter(event ->
                        read.area().isEmpty() || event.area().equals(read.area().map(Area::id)))
                .map(event -> row(read, gatherings, event))
                .toList();
    }

    private EventRow row(Read read, PublicAgenda.Gatherings gatherings, Event event) {
        var from = new EventRow.Ingredients(
                read.words(),
                read.housed().network(),
                sources.formats().find(event.format()),
                gatherings.of(event),
                clock.instant());
        return EventRow.of(event, from);
    }

    private static List<Figure> figures(Read read) {
        var figures = new ArrayList<Figure>();
        figure(figures, read.words(), "areas", read.housed().network().areas().size());
        figure(figures, read.words(), "coming", read.coming().events().size());
        figure(figures, read.words(), "past", read.past().events().size());
        return figures;
    }

    private static void figure(List<Figure> figures, Words words, String what, long number) {
        if (number > 0) {
            figures.add(new Figure(number, words.say("event.network.figure." + what, number)));
        }
    }

    /** Areas are shown as tables where something comes in one of them; the others are told by the list alone. */
    private List<Table> tables(Read read) {
        return read.housed().network().areas().stream()
                .map(area -> new Table(area.slug(), area.name(), next(read, area)))
                .toList();
    }

    private Optional<EventRow> next(Read read, Area area) {
        return read.coming().events().stream()
                .filter(event -> event.area().equals(Optional.of(area.id())) && event.published())
                .findFirst()
                .map(event -> row(read, read.coming(), event));
    }
}
