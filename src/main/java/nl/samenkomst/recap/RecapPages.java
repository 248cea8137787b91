package nl.samenkomst.recap;

import io.vertx.core.Future;
import java.util.Optional;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventShelf;
import nl.samenkomst.event.Sequel;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.web.Anyone;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Frame;
import nl.samenkomst.kit.web.IfNoneMatch;
import nl.samenkomst.kit.web.Renderer;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.recap.RecapShown.Addresses;

/** The page that tells what came of a gathering, at an address of its own and, once it is published, at the gathering's. */
public final class RecapPages implements Feature, Sequel {

    /** In seconds: words and photos can be withdrawn, and are to be gone everywhere within a minute. */
    static final String KEPT = "public, max-age=30";

    private final EventShelf shelf;
    private final RecapReading reading;

    public RecapPages(EventShelf shelf, RecapReading reading) {
        this.shelf = shelf;
        this.reading = reading;
    }

    @Override
    public void mount(Site site) {
        site.get("/events/:event/recap", Anyone.visiting(shelf), this::show);
    }

    private Future<Reply> show(Visit visit, Event event) {
        return of(visit, event).map(found -> found.orElseThrow(() -> new NotFound("recap")));
    }

    @Override
    public Future<Optional<Reply>> of(Visit visit, Event event) {
        return reading.published(event).map(found -> found.map(from -> answer(visit, event, from)));
    }

    /** Whoever has it already is spared it; another language or cookie may bring another page. */
    private static Reply answer(Visit visit, Event event, RecapReading.Gathered from) {
        var page = (Reply.Page) page(visit, event, from, Addresses.PUBLIC).content();
        var reader = Renderer.Reader.of(visit, page.frame().languages());
        var body = visit.site()
                .renderer()
                .sheet(page.template(), page.model(), page.frame(), reader)
                .filled(visit.site().tokens());
        var reply = Reply.html(body).with("Cache-Control", KEPT).with("Vary", "Accept-Language, Cookie");
        return IfNoneMatch.answer(visit, reply, IfNoneMatch.etag(body));
    }

    static Reply page(Visit visit, Event event, RecapReading.Gathered from, Addresses at) {
        var housed = from.known().housed();
        var languages = housed.organisation().languages();
        var words = visit.site().languages().in(visit.language(languages));
        var shown = RecapShown.of(event, from, words, at);
        var title = words.say("recap.title", shown.facts().title());
        return Reply.page(frame(event, housed.frame(Optional.of(event.contact()), title)), "recap/recap", shown);
    }

    private static Frame frame(Event event, Frame frame) {
        var styled = frame.styled("lookback");
        return event.visibility() == Event.Visibility.PUBLIC ? styled : styled.hidden();
    }
}
