package nl.samenkomst.quote;

import io.vertx.core.Future;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import nl.samenkomst.account.Caller;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Staff;
import nl.samenkomst.account.Staff.Admitted;
import nl.samenkomst.account.Workspace;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventStore;
import nl.samenkomst.event.EventTarget;
import nl.samenkomst.event.EventTop;
import nl.samenkomst.event.Formats;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.DeskTop;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.survey.Survey;
import nl.samenkomst.survey.SurveyFigures;
import nl.samenkomst.survey.SurveyStore;

/** The words of one event's participants, as cards to decide on; what is done at once is done here. */
public final class QuoteDesk implements Feature {

    private static final String NEWS = "approved|rejected|proposed|reminded|taken-back|stale";

    private final QuoteDeeds deeds;
    private final Formats formats;

    /** A page, with what stands on top of it. */
    record Page(DeskTop top, EventTop head, Object body) {}

    /**
     * The cards.
     *
     * @param answered how many people answered the survey
     * @param invited how many were asked, where that may be told
     */
    record Cards(
            List<Tab> shelves,
            String current,
            List<Card> cards,
            Optional<String> news,
            int answered,
            Optional<Integer> invited,
            String survey) {}

    /** A shelf, and how many are on it. */
    record Tab(String href, String name, int count, boolean current) {}

    /** Who asks, and about which event. */
    record Asking(Visit visit, Caller caller, Event event) {

        Words words() {
            return Workspace.words(caller, visit);
        }

        String token(String path) {
            return caller.formToken(visit.links(), path);
        }
    }

    public QuoteDesk(QuoteDeeds deeds, Formats formats) {
        this.deeds = deeds;
        this.formats = formats;
    }

    /** Where one quote is worked on. */
    static String path(Quote quote) {
        return "/organise/quotes/" + quote.id();
    }

    @Override
    public void mount(Site site) {
        var staff = Staff.of(QuoteTarget.QUOTE, Role.FACILITATOR);
        site.get("/organise/events/:event/quotes", Staff.of(EventTarget.EVENT, Role.FACILITATOR), this::list);
        site.post("/organise/quotes/:id/approve", staff, (visit, one) -> done(visit, one, "approved", this::approve));
        site.post("/organise/quotes/:id/remind", staff, (visit, one) -> done(visit, one, "reminded", deeds::remind));
        site.post(
                "/organise/quotes/:id/take-back",
                staff,
                (visit, one) -> done(visit, one, "taken-back", deeds::takeBack));
        new QuoteFormDesk(this).mount(site, staff);
    }

    QuoteDeeds deeds() {
        return deeds;
    }

    private Future<Reply> list(Visit visit, Admitted<Event> admitted) {
        var asking = new Asking(visit, admitted.caller(), admitted.thing());
        return cards(asking, visit.query("done").filter(done -> done.matches(NEWS)));
    }

    private Future<Reply> cards(Asking asking, Optional<String> news) {
        var pool = deeds.quotes().pool();
        var quotes = new QuoteStore(pool).ofEvent(asking.event().id());
        var survey = new SurveyStore(pool).ofEvent(asking.event().id());
        var figures = SurveyFigures.of(
                pool, asking.event().id(), deeds.quotes().clock().instant());
        return Future.all(quotes, survey, figures).compose(all -> {
            var words = asking.words();
            var shelf = asking.visit().query("show").flatMap(Shelf::of).orElse(Shelf.GIVEN);
            var cards = new Cards(
                    tabs(asking.event(), quotes.result(), shelf, words),
                    shelf.code(),
                    shelf.of(quotes.result()).stream()
                            .map(quote -> Card.of(
                                    quote,
                                    new Telling(quote, words, asking.event().zone()),
                                    asking))
                            .toList(),
                    news.map(done -> words.say("quote.desk.news." + done)),
                    survey.result().map(Survey::received).orElse(0),
                    figures.result().flatMap(SurveyFigures::invited),
                    EventTop.Page.SURVEY.of(asking.event()));
            return page(asking, words.say("quote.desk.title", asking.event().title()), "quote/desk", cards);
        });
    }

    private static List<Tab> tabs(Event event, List<Quote> quotes, Shelf current, Words words) {
        return Arrays.stream(Shelf.values())
                .map(shelf -> new Tab(
                        EventTop.Page.QUOTES.of(event) + "?show=" + shelf.code(),
                        words.say("quote.desk.shelf." + shelf.code()),
                        shelf.of(quotes).size(),
                        shelf == current))
                .toList();
    }

    /** A page about this event's quotes. */
    Future<Reply> page(Asking asking, String title, String template, Object body) {
        var visit = asking.visit();
        var quotes = deeds.quotes();
        return EventTop.read(
                        quotes.pool(),
                        formats,
                        asking.event(),
                        asking.caller(),
                        visit,
                        EventTop.Page.QUOTES,
                        quotes.clock().instant())
                .map(head -> Reply.page(
                                Workspace.frame(asking.caller(), title),
                                template,
                                new Page(Workspace.top(asking.caller(), visit, Workspace.Part.EVENTS), head, body))
                        .personal());
    }

    /** The quote's event, for whoever was let in to the quote. */
    Future<Asking> asking(Visit visit, Admitted<Quote> admitted) {
        return new EventStore(deeds.quotes().pool())
                .find(admitted.thing().event())
                .map(found -> found.orElseThrow(() -> new NotFound("event")))
                .map(event -> new Asking(visit, admitted.caller(), event));
    }

    private Future<Quote> approve(Caller caller, Quote quote, LongConsumer seen) {
        return deeds.approve(caller, quote, seen, false);
    }

    /** What staff do with a quote as they saw it. */
    interface Deed {
        Future<Quote> on(Caller caller, Quote quote, LongConsumer seen);
    }

    /** Back to the cards; where it changed since it was looked at, nothing is done and the cards say so. */
    Future<Reply> done(Visit visit, Admitted<Quote> admitted, String news, Deed deed) {
        return asking(visit, admitted).compose(asking -> deed.on(admitted.caller(), admitted.thing(), seen(visit))
                .map(now -> Reply.seeOther(
                                EventTop.Page.QUOTES.of(asking.event()) + "?show=" + shelf(now) + "&done=" + news)
                        .personal())
                .recover(failure ->
                        failure instanceof Refusal refusal && refusal.type().equals("stale")
                                ? cards(asking, Optional.of("stale")).map(page -> page.status(409))
                                : Future.failedFuture(failure)));
    }

    private static String shelf(Quote quote) {
        return quote.state().code();
    }

    /** The version that the form was made for. */
    static LongConsumer seen(Visit visit) {
        var typed = visit.body().text("version").filter(text -> text.matches("[0-9]{1,18}"));
        return Quotes.exactly(typed.map(Long::parseLong).orElse(-1L));
    }
}
