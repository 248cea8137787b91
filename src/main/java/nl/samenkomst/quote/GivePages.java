package nl.samenkomst.quote;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventSources;
import nl.samenkomst.event.EventStore;
import nl.samenkomst.event.EventTarget;
import nl.samenkomst.event.Seats;
import nl.samenkomst.kit.db.Ids;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Anyone;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Frame;
import nl.samenkomst.kit.web.Holder;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Throttle;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.network.Housed;
import nl.samenkomst.registration.By;
import nl.samenkomst.registration.OwnLinks;
import nl.samenkomst.registration.Registration;
import nl.samenkomst.survey.AskedTarget;
import nl.samenkomst.survey.Survey;
import nl.samenkomst.survey.SurveyStore;

/** Where the form for one's own words is sent to: by the personal link of the survey, or by the room's code. */
public final class GivePages implements Feature {

    /** Where seats have no bound. */
    private static final int MANY = 500;

    private static final int FEW = 30;

    /** A whole room shares one address and makes few slips; who tries every code is stopped early. */
    private static final Throttle.Rate SLIPS = new Throttle.Rate(60, Duration.ofSeconds(3));

    private final Quotes quotes;
    private final EventSources sources;
    private final Throttle throttle;
    private final Ids ids;

    /** Their words are kept. */
    record Given(String link, boolean mailed, boolean held) {}

    /** The form once more, on a page of its own. */
    record Again(GiveForm form) {}

    /** A form that came in. */
    private record Sent(
            Visit visit, Door door, EventSources.Known known, Words words, QuoteForm form, String request) {}

    public GivePages(Quotes quotes, EventSources sources, Throttle throttle) {
        this.quotes = quotes;
        this.sources = sources;
        this.throttle = throttle;
        this.ids = new Ids(quotes.clock());
    }

    @Override
    public void mount(Site site) {
        site.post("/feedback/:token/quotes", Holder.of(AskedTarget.ASKED), this::byLink);
        site.post("/events/:event/feedback/quotes", Anyone.visiting(EventTarget.EVENT), this::byCode);
    }

    private Future<Reply> byLink(Visit visit, Registration guest) {
        if (guest.by().filter(By.ERASED.code()::equals).isPresent()) {
            throw Refusal.of(410, "erased", "registration.own.erased");
        }
        return new EventStore(quotes.pool())
                .find(guest.event())
                .map(found -> found.orElseThrow(() -> new NotFound("event")))
                .compose(event -> {
                    if (OwnLinks.ended(event.end(), quotes.clock().instant())) {
                        throw Refusal.of(410, "expired", "quote.give.expired");
                    }
                    return sent(visit, Door.of(visit, event, guest), List.of(guest.language()));
                });
    }

    /** Whoever was in the room had its code, as long as it is the room's. */
    private Future<Reply> byCode(Visit visit, Event event) {
        var code = visit.body().text("code").orElse("");
        return new SurveyStore(quotes.pool())
                .ofEvent(event.id())
                .compose(found -> found.filter(
                                survey -> survey.open(quotes.clock().instant()))
                        .flatMap(Survey::code)
                        .filter(code::equals)
                        .map(right -> sources.networks().of(event.network()))
                        .orElseGet(() -> slipped(visit)))
                .compose(housed ->
                        sent(visit, Door.of(event, code), housed.organisation().languages()));
    }

    private Future<Housed> slipped(Visit visit) {
        return throttle.fromAddress("quote code", visit, SLIPS)
                .compose(counted -> Future.failedFuture(Refusal.of(409, "closed", "quote.give.code")));
    }

    private Future<Reply> sent(Visit visit, Door door, List<String> languages) {
        return sources.of(door.event()).compose(known -> {
            var form = QuoteForm.read(visit.body(), door.asksAddress());
            var judged = visit.site()
                    .tokens()
                    .judge(door.scope(), visit.body().text("token").orElse(""));
            if (!judged.good()) {
                form.faults()
                        .add("token", "quote.give.token." + judged.age().name().toLowerCase(java.util.Locale.ROOT));
            }
            var words = visit.site().languages().in(visit.language(languages));
            var sent = new Sent(visit, door, known, words, form, judged.nonce());
            return form.faults().none() && form.worries().isEmpty() ? kept(sent) : Future.succeededFuture(again(sent));
        });
    }

    private Future<Reply> kept(Sent sent) {
        return quotes.give(giving(sent), mostByCode(sent.known().seats())).map(quote -> {
            var link = sent.visit().links().url(AuthorLinks.path(sent.visit().links(), quote));
            return Reply.page(
                            frame(sent, sent.words().say("quote.given.title")),
                            "quote/given",
                            new Given(link, quote.reachable(), quote.held()))
                    .personal();
        });
    }

    private Giving giving(Sent sent) {
        var event = sent.door().event();
        return new Giving(
                ids.timed(),
                event.organisation(),
                event.id(),
                sent.door().guest().map(Registration::id),
                sent.door().address(sent.form()),
                sent.door().asksAddress(),
                sent.request(),
                sent.form().said(sent.words().locale().getLanguage()));
    }

    /** Half as many again as there are seats, as for answers. */
    private static int mostByCode(List<Seats> seats) {
        if (seats.isEmpty() || seats.stream().anyMatch(way -> way.capacity().isEmpty())) {
            return MANY;
        }
        int all = seats.stream().mapToInt(way -> way.capacity().orElse(0)).sum();
        return Math.max(FEW, all + all / 2);
    }

    /** With all that was typed, and a fresh token. */
    private static Reply again(Sent sent) {
        var form = GiveForm.of(sent.door(), sent.form(), sent.words());
        var title = sent.words().say("quote.give.title");
        var said = form.fields().wrong().isPresent() ? sent.words().say("frame.fault", title) : title;
        return Reply.page(frame(sent, said), "quote/again", new Again(form))
                .status(422)
                .personal();
    }

    private static Frame frame(Sent sent, String title) {
        return sent.known()
                .housed()
                .frame(Optional.of(sent.door().event().contact()), title)
                .speaking(sent.words().locale().getLanguage())
                .styled("lookback")
                .hidden();
    }
}
