package nl.samenkomst.event;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.Anyone;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Frame;
import nl.samenkomst.kit.web.Panel;
import nl.samenkomst.kit.web.Renderer;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Sheet;
import nl.samenkomst.kit.web.Shown;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.network.Housed;

/**
 * An event's public page.
 *
 * <p>A rendered page is kept for as long as nothing on it changed: the event, its network and organisation, the seats as counted a
 * second ago at most, the language, and whether it has begun. Only form tokens are filled in for each visitor. So a panel on this page
 * may depend on nothing else, save for the holder of an invitation, whose page is never kept.
 */
public final class EventPages implements Feature {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST = 2_000;

    private final EventShelf shelf;
    private final EventSources sources;
    private final List<Panel<Event>> panels;
    private final Sequel sequel;
    private final Clock clock;
    private final Cache<Key, Sheet> kept =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();

    /** All that a kept page depends on. */
    private record Key(
            UUID event,
            long version,
            long network,
            long organisation,
            List<Seats> seats,
            Renderer.Reader reader,
            String phase) {}

    /** Pages that stay as they were announced. */
    public EventPages(EventShelf shelf, EventSources sources, List<Panel<Event>> panels, Clock clock) {
        this(shelf, sources, panels, Sequel.none(), clock);
    }

    /** @param sequel asked for what is over */
    public EventPages(EventShelf shelf, EventSources sources, List<Panel<Event>> panels, Sequel sequel, Clock clock) {
        this.shelf = shelf;
        this.sources = sources;
        this.panels = List.copyOf(panels);
        this.sequel = sequel;
        this.clock = clock;
    }

    @Override
    public void mount(Site site) {
        site.get("/events/:event", Anyone.visiting(shelf), this::show);
    }

    private Future<Reply> show(Visit visit, Event event) {
        if (!event.published() || event.phase(clock.instant()) != Event.Phase.OVER) {
            return announced(visit, event);
        }
        return sequel.of(visit, event)
                .compose(after -> after.map(Future::succeededFuture).orElseGet(() -> announced(visit, event)));
    }

    private Future<Reply> announced(Visit visit, Event event) {
        return sources.of(event).compose(known -> {
            var key = key(visit, event, known);
            var there = kept.getIfPresent(key);
            if (there != null && visit.query("invitation").isEmpty()) {
                return Future.succeededFuture(
                        Reply.html(there.filled(visit.site().tokens())));
            }
            return panels(visit, event)
                    .map(given -> page(visit, event, known, given))
                    .map(page -> keep(visit, key, page));
        });
    }

    /**
     * The event's page with these panels instead of the usual ones. One in the place {@code faults} makes it short: a form that needs
     * another look, and what is wrong with it.
     */
    public Future<Reply> shown(Visit visit, Event event, List<Shown> given) {
        return sources.of(event).map(known -> page(visit, event, known, given)).map(Reply::personal);
    }

    /** As a visitor sees it or, of a draft, will see it; it is not kept. */
    Future<Reply> previewed(Visit visit, Event event) {
        return sources.of(event)
                .compose(known -> panels(visit, event).map(given -> page(visit, event, known, given)))
                .map(Reply::personal);
    }

    private Future<List<Shown>> panels(Visit visit, Event event) {
        var asked =
                panels.stream().map(panel -> panel.on(List.of(event), visit)).toList();
        return Future.all(asked).map(done -> asked.stream()
                .map(answer -> answer.result().get(event))
                .filter(Objects::nonNull)
                .toList());
    }

    private Reply page(Visit visit, Event event, EventSources.Known known, List<Shown> given) {
        var frame = frame(event, known, visit);
        var words = visit.site().languages().in(visit.language(frame.languages()));
        if (event.closed() && EventShown.at("sheet", given).isEmpty()) {
            return closed(frame, words, given);
        }
        var call = frame.contact().orElseThrow();
        var from = new EventShown.Ingredients(
                words, known.housed().network(), known.format(), known.seats(), given, call, clock.instant());
        var shown = EventShown.of(event, from);
        var titled = shown.faults().isEmpty() ? frame : frame.titled(words.say("frame.fault", frame.title()));
        return Reply.page(titled, "event/event", shown);
    }

    private static Reply closed(Frame frame, Words words, List<Shown> given) {
        var shown = new Closed(EventShown.at("faults", given), EventShown.at("closed", given));
        var title = words.say("event.closed.title");
        return Reply.page(
                frame.titled(shown.faults().isEmpty() ? title : words.say("frame.fault", title))
                        .hidden(),
                "event/closed",
                shown);
    }

    private static Frame frame(Event event, EventSources.Known known, Visit visit) {
        Housed housed = known.housed();
        var frame = housed.frame(Optional.of(event.contact()), event.title());
        var titled = frame.titled(event.text(visit.language(frame.languages())).title());
        return event.visibility() == Event.Visibility.PUBLIC ? titled : titled.hidden();
    }

    private Reply keep(Visit visit, Key key, Reply page) {
        if (visit.query("invitation").isPresent()) {
            return page.personal();
        }
        var content = (Reply.Page) page.content();
        var sheet = visit.site().renderer().sheet(content.template(), content.model(), content.frame(), key.reader());
        kept.put(key, sheet);
        return Reply.html(sheet.filled(visit.site().tokens()));
    }

    private Key key(Visit visit, Event event, EventSources.Known known) {
        var organisation = known.housed().organisation();
        return new Key(
                event.id(),
                event.version(),
                known.housed().network().version(),
                organisation.version(),
                known.seats(),
                Renderer.Reader.of(visit, organisation.languages()),
                EventShown.stateOf(event, known.format(), clock.instant()).orElse(""));
    }

    /** What a closed event's page tells strangers: nothing but how to get their link. */
    record Closed(List<Shown> faults, List<Shown> sheets) {}
}
