package nl.samenkomst.quote;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.event.EventFacts;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.Links;

/**
 * The page of one quote, for its author.
 *
 * @param title what became of the words, in one sentence
 * @param text what that means
 * @param said the words, with their marks; none once withdrawn
 * @param byline what stands with them
 * @param shown whether they may be seen by others now
 * @param proposal other words that wait for an answer
 * @param reword the form to say it otherwise
 */
record AuthorShown(
        String path,
        EventFacts event,
        Telling.Mark mark,
        String title,
        String text,
        Optional<String> news,
        Optional<String> said,
        String byline,
        List<Telling.Place> places,
        Optional<String> consent,
        boolean shown,
        Optional<Proposal> proposal,
        Optional<Reword> reword,
        Optional<String> withdrawToken) {

    /** What staff would rather say, and what its two buttons bear. */
    record Proposal(String words, String token, long version) {}

    /** The form for other words of the author's own. */
    record Reword(String token, long version, QuoteFields fields, boolean open) {}

    static AuthorShown of(
            Quote quote,
            EventFacts facts,
            Telling telling,
            Links links,
            Optional<String> news,
            Optional<QuoteForm> typed) {
        var words = telling.words();
        var state = quote.state();
        boolean gone = state == Quote.State.WITHDRAWN;
        var form = typed.orElseGet(() -> QuoteForm.of(quote.latest()));
        return new AuthorShown(
                AuthorLinks.path(links, quote),
                facts,
                telling.mark(),
                words.say("quote.author." + state.code() + ".title"),
                text(quote, telling),
                news,
                Optional.of(quote.before().orElse(quote.latest().words())).filter(some -> !gone),
                byline(quote, words),
                telling.places(),
                gone ? Optional.empty() : telling.consent(),
                state == Quote.State.APPROVED,
                Optional.of(quote)
                        .filter(Quote::waiting)
                        .map(one -> new Proposal(
                                one.latest().words(), AuthorLinks.formToken(links, one, "answer"), one.version())),
                Optional.of(quote)
                        .filter(one -> !gone)
                        .map(one -> new Reword(
                                AuthorLinks.formToken(links, one, "words"),
                                one.version(),
                                QuoteFields.of(form, false, words),
                                typed.isPresent())),
                Optional.of(quote).filter(one -> !gone).map(one -> AuthorLinks.formToken(links, one, "withdraw")));
    }

    private static String text(Quote quote, Telling telling) {
        var words = telling.words();
        return switch (quote.state()) {
            case GIVEN -> words.say(quote.held() ? "quote.author.held.text" : "quote.author.given.text");
            case PROPOSED -> words.say("quote.author.proposed.text");
            case APPROVED -> words.say("quote.author.approved.text");
            case REJECTED ->
                quote.reason()
                        .map(why -> words.say("quote.author.rejected.reason", why))
                        .orElseGet(() -> words.say("quote.author.rejected.text"));
            case WITHDRAWN ->
                words.say("quote.author.withdrawn.text", telling.withdrawn().orElse(""));
        };
    }

    private static String byline(Quote quote, Words words) {
        return quote.latest().byline().text().orElseGet(() -> words.say("quote.nameless"));
    }
}
