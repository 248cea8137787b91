package nl.samenkomst.quote;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.kit.i18n.Words;

/**
 * One quote among those of its event, for staff: its words, whether they may be used, and what can be done.
 *
 * @param parts the words in pieces; none once withdrawn
 * @param before the words that a proposal would replace
 * @param byline what stands with them, in bold; empty for nothing
 * @param bare what is said of the rest, such as that no name stands with them
 * @param found what was found in them, in sentences, while it has to be looked at
 * @param gone what is left to say once they are withdrawn
 * @param aside what stands below the places
 */
record Card(
        String path,
        long version,
        String state,
        Telling.Mark mark,
        List<Part> parts,
        Optional<String> before,
        Optional<String> byline,
        String bare,
        List<String> found,
        List<String> gone,
        List<Telling.Place> places,
        List<String> aside,
        boolean reachable,
        Tokens tokens) {

    /** What the forms bear that are posted at once. */
    record Tokens(String approve, String remind, String takeBack) {}

    static Card of(Quote quote, Telling telling, QuoteDesk.Asking asking) {
        var words = telling.words();
        var path = QuoteDesk.path(quote);
        boolean gone = quote.withdrawnAt().isPresent();
        var byline = quote.latest().byline();
        return new Card(
                path,
                quote.version(),
                quote.state().code(),
                mark(quote, telling),
                gone ? List.of() : Part.of(quote.latest().words()),
                quote.before(),
                gone ? Optional.empty() : byline.text(),
                gone || byline.kind() == Byline.Kind.NAME
                        ? ""
                        : words.say("quote.desk.bare." + byline.kind().code()),
                quote.held() && !gone ? found(quote, words) : List.of(),
                gone ? gone(telling) : List.of(),
                gone ? List.of() : telling.places(),
                gone ? List.of(words.say("quote.desk.kept")) : aside(quote, telling),
                quote.reachable(),
                new Tokens(
                        asking.token(path + "/approve"),
                        asking.token(path + "/remind"),
                        asking.token(path + "/take-back")));
    }

    private static Telling.Mark mark(Quote quote, Telling telling) {
        var mark = telling.mark();
        return quote.waiting()
                ? new Telling.Mark(
                        mark.tone(),
                        mark.sign(),
                        telling.words()
                                .say(
                                        "quote.desk.since",
                                        mark.words(),
                                        telling.moments().day(quote.latest().madeAt())))
                : mark;
    }

    private static List<String> found(Quote quote, Words words) {
        return quote.latest().found().stream()
                .map(kind -> words.say("quote.found." + kind.code()))
                .toList();
    }

    private static List<String> gone(Telling telling) {
        var words = telling.words();
        var when = words.say("quote.desk.withdrawn", telling.withdrawn().orElse(""));
        return telling.hoursShown()
                .map(hours -> List.of(when, words.say("quote.desk.wasShown", hours)))
                .orElseGet(() -> List.of(when));
    }

    private static List<String> aside(Quote quote, Telling telling) {
        var words = telling.words();
        var moments = telling.moments();
        if (quote.waiting()) {
            var asked =
                    words.say("quote.desk.proposed", moments.day(quote.latest().madeAt()));
            var more = quote.reachable()
                    ? quote.remindedAt().map(at -> words.say("quote.desk.reminded", moments.day(at)))
                    : Optional.of(words.say("quote.desk.unreachable"));
            return more.map(text -> List.of(asked, text)).orElseGet(() -> List.of(asked));
        }
        var consent = telling.consent().orElse("");
        var more = quote.refusedAt()
                .map(at -> words.say("quote.desk.refused", moments.day(at)))
                .or(() -> quote.reason().map(why -> words.say("quote.desk.reason", why)));
        return more.map(text -> List.of(consent, text)).orElseGet(() -> List.of(consent));
    }
}
