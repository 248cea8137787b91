package nl.samenkomst.quote;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventFacts;
import nl.samenkomst.event.EventSources;
import nl.samenkomst.event.EventStore;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Holder;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;

/** A quote's own page, for its author: see what became of the words, say them otherwise, answer a proposal, withdraw them. */
public final class AuthorPages implements Feature {

    private static final String PATH = "/quotes/:token";
    private static final Set<String> NEWS = Set.of("words", "yes", "no", "withdrawn", "stale");

    private final Quotes quotes;
    private final EventSources sources;

    /** What is known round it. */
    private record Known(Event event, EventSources.Known round, Words words) {}

    public AuthorPages(Quotes quotes, EventSources sources) {
        this.quotes = quotes;
        this.sources = sources;
    }

    @Override
    public void mount(Site site) {
        var author = Holder.of(AuthorTarget.AUTHOR);
        site.get(PATH, author, (visit, quote) -> page(visit, quote, news(visit), Optional.empty()));
        site.post(PATH + "/words", author, this::reword);
        site.post(PATH + "/answer", author, this::answer);
        site.post(PATH + "/withdraw", author, this::withdraw);
    }

    private static Optional<String> news(Visit visit) {
        return visit.query("done").filter(NEWS::contains);
    }

    private Future<Reply> reword(Visit visit, Quote quote) {
        AuthorLinks.check(visit, "words");
        var form = QuoteForm.read(visit.body(), false);
        if (!form.faults().none() || !form.worries().isEmpty()) {
            return page(visit, quote, Optional.empty(), Optional.of(form)).map(again -> again.status(422));
        }
        var language = language(visit, quote);
        return done(visit, quote, quotes.reword(quote, seen(visit), form.said(language)), "words", Optional.of(form));
    }

    private Future<Reply> answer(Visit visit, Quote quote) {
        AuthorLinks.check(visit, "answer");
        boolean yes = visit.body().text("answer").filter("yes"::equals).isPresent();
        return done(visit, quote, quotes.answer(quote, seen(visit), yes), yes ? "yes" : "no", Optional.empty());
    }

    private Future<Reply> withdraw(Visit visit, Quote quote) {
        AuthorLinks.check(visit, "withdraw");
        return done(visit, quote, quotes.withdraw(quote), "withdrawn", Optional.empty());
    }

    /** What the author looked at, as the form says. */
    private static LongConsumer seen(Visit visit) {
        var typed = visit.body().text("version").filter(text -> text.matches("[0-9]{1,18}"));
        return Quotes.exactly(typed.map(Long::parseLong).orElse(-1L));
    }

    /** Back to the page; where the words were changed meanwhile, the page as it is now says so, with what was typed. */
    private Future<Reply> done(Visit visit, Quote quote, Future<Quote> deed, String news, Optional<QuoteForm> typed) {
        return deed.map(now -> Reply.seeOther(AuthorLinks.path(visit.links(), now) + "?done=" + news
                                + visit.askedLanguage()
                                        .map(tag -> "&lang=" + tag)
                                        .orElse(""))
                        .personal())
                .recover(failure -> stale(failure)
                        ? new QuoteStore(quotes.pool())
                                .find(quote.id())
                                .compose(now -> page(visit, now.orElse(quote), Optional.of("stale"), typed))
                                .map(page -> page.status(409))
                        : Future.failedFuture(failure));
    }

    private static boolean stale(Throwable failure) {
        return failure instanceof Refusal refusal && refusal.status() == 409;
    }

    private static String language(Visit visit, Quote quote) {
        return visit.language(List.of(quote.latest().language()));
    }

    private Future<Reply> page(Visit visit, Quote quote, Optional<String> news, Optional<QuoteForm> typed) {
        return known(visit, quote).map(known -> {
            var words = known.words();
            var facts = EventFacts.of(
                    known.event(),
                    known.round().housed().network(),
                    known.round().format(),
                    words);
            var shown = AuthorShown.of(
                    quote,
                    facts,
                    new Telling(quote, words, known.event().zone()),
                    visit.links(),
                    news.map(done -> words.say("quote.author.news." + done)),
                    typed);
            var title = words.say("quote.author.title");
            boolean wrong = shown.reword()
                    .flatMap(form -> form.fields().wrong())
                    .filter(summary -> typed.isPresent())
                    .isPresent();
            var frame = known.round()
                    .housed()
                    .frame(Optional.of(known.event().contact()), wrong ? words.say("frame.fault", title) : title)
                    .speaking(words.locale().getLanguage())
                    .styled("lookback")
                    .hidden();
            return Reply.page(frame, "quote/author", shown).personal();
        });
    }

    private Future<Known> known(Visit visit, Quote quote) {
        var words = visit.site().languages().in(language(visit, quote));
        return new EventStore(quotes.pool())
                .find(quote.event())
                .map(found -> found.orElseThrow(() -> new NotFound("event")))
                .compose(event -> sources.withoutSeats(event).map(round -> new Known(event, round, words)));
    }
}
