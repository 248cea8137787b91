package nl.samenkomst.event;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.account.Frames;
import nl.samenkomst.kit.i18n.Languages;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.web.Anyone;
import nl.samenkomst.kit.web.Embedding;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Frame;
import nl.samenkomst.kit.web.Renderer;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.network.Housed;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.NetworkTarget;

/** An event, or what a network has coming, for pages of other sites: no cookie is read or set, and every link leads to a new tab. */
public final class EmbedPages implements Feature {

    private final EventShelf shelf;
    private final PublicAgenda agenda;
    private final EventSources sources;
    private final Clock clock;

    public EmbedPages(EventShelf shelf, PublicAgenda agenda, EventSources sources, Clock clock) {
        this.shelf = shelf;
        this.agenda = agenda;
        this.sources = sources;
        this.clock = clock;
    }

    /**
     * An event.
     *
     * @param sites that may show it, with spaces between
     * @param left the seats, in a line of words
     * @param to where one registers
     */
    record EventEmbed(
            String sites,
            String kind,
            String title,
            EventFacts.When when,
            Optional<EventFacts.Where> where,
            Optional<String> online,
            boolean hybrid,
            Frame.Band call,
            Optional<EventShown.State> state,
            String left,
            String to) {}

    /** What a network has coming. */
    record NetworkEmbed(String sites, String name, String to, List<Row> coming) {}

    /** One gathering, with the address of its page. */
    record Row(EventRow row, String to) {}

    @Override
    public void mount(Site site) {
        site.get("/embed/events/:event", Anyone.visiting(shelf), this::event);
        site.get("/embed/networks/:network", Anyone.visiting(NetworkTarget.NETWORK), this::network);
    }

    private Future<Reply> event(Visit visit, Event event) {
        if (event.closed()) {
            throw new NotFound("event");
        }
        return sources.of(event).map(known -> {
            var words = words(visit, known.housed());
            var title = event.text(words.locale().getLanguage()).title();
            var frame = known.housed().frame(Optional.of(event.contact()), title);
            return reply(visit, known.housed(), frame, words, "event/embed-event", shown(visit, event, known, words));
        });
    }

    private EventEmbed shown(Visit visit, Event event, EventSources.Known known, Words words) {
        var call = Frames.band(event.contact());
        var from = new EventShown.Ingredients(
                words, known.housed().network(), known.format(), known.seats(), List.of(), call, clock.instant());
        var shown = EventShown.of(event, from);
        return new EventEmbed(
                sites(known.housed()),
                shown.kind(),
                shown.title(),
                shown.when(),
                shown.where(),
                shown.online(),
                shown.hybrid(),
                call,
                shown.state(),
                shown.leap(),
                page(visit, "/events/" + event.slug()));
    }

    private Future<Reply> network(Visit visit, Network network) {
        var housed = sources.networks().of(network.id());
        var coming = agenda.coming(EventFilter.publicly().in(network.id()));
        return Future.all(housed, coming).map(both -> {
            var words = words(visit, housed.result());
            var shown = new NetworkEmbed(
                    sites(housed.result()),
                    network.name(),
                    page(visit, "/networks/" + network.slug()),
                    rows(visit, housed.result(), coming.result(), words));
            var frame = housed.result().frame(Optional.empty(), network.name());
            return reply(visit, housed.result(), frame, words, "event/embed-network", shown);
        });
    }

    private List<Row> rows(Visit visit, Housed housed, PublicAgenda.Gatherings coming, Words words) {
        return coming.events().stream()
                .map(event -> {
                    var from = new EventRow.Ingredients(
                            words,
                            housed.network(),
                            sources.formats().find(event.format()),
                            coming.of(event),
                            clock.instant());
                    return new Row(EventRow.of(event, from), page(visit, "/events/" + event.slug()));
                })
                .toList();
    }

    /** In the language that the other site asks for, else the organisation's first: whoever asks, the address says it all. */
    private static String language(Visit visit, Housed housed) {
        var offered = housed.organisation().languages();
        return visit.query("lang")
                .filter(offered::contains)
                .or(() -> offered.stream().findFirst())
                .filter(Languages::known)
                .orElse(Languages.TAGS.get(0));
    }

    private static Words words(Visit visit, Housed housed) {
        return visit.site().languages().in(language(visit, housed));
    }

    private static String sites(Housed housed) {
        return String.join(" ", housed.organisation().manner().embedders());
    }

    private static String page(Visit visit, String path) {
        return visit.links().url(path)
                + visit.query("lang")
                        .filter(Languages::known)
                        .map(tag -> "?lang=" + tag)
                        .orElse("");
    }

    private static Reply reply(Visit visit, Housed housed, Frame frame, Words words, String template, Object model) {
        var reader = new Renderer.Reader(words.locale().getLanguage(), Optional.empty(), visit.path());
        var sheet = visit.site().renderer().sheet(template, model, frame, reader);
        return Embedding.allowed(visit, sheet, housed.organisation().manner().embedders());
    }
}
