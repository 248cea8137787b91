package nl.samenkomst.quote;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.account.Staff.Admitted;
import nl.samenkomst.event.EventTop;
import nl.samenkomst.kit.rule.CleanText;
import nl.samenkomst.kit.rule.Fault;
import nl.samenkomst.kit.rule.Faults;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.FormShown;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Rule;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;

/** The pages on which staff write something about one quote: other words, why it is rejected; and see what it will look like. */
final class QuoteFormDesk {

    private static final String WORDS = "words";
    private static final String REASON = "reason";
    private static final int LONGEST_REASON = 300;

    private final QuoteDesk desk;

    /**
     * A form about one quote.
     *
     * @param deed the last part of its path, and of the words on it
     * @param field what is written
     * @param sure whether they may say that they looked at what was found, to have their way
     */
    record Writing(
            Card card,
            String deed,
            String action,
            String token,
            String back,
            String field,
            QuoteFields.Text text,
            boolean sure,
            boolean approved,
            boolean stale,
            Optional<FormShown.Wrong> wrong) {}

    /** What it will look like. */
    record Look(PublishedQuote quote, List<Telling.Place> places, String back) {}

    QuoteFormDesk(QuoteDesk desk) {
        this.desk = desk;
    }

    void mount(Site site, Rule<Admitted<Quote>> staff) {
        site.get("/organise/quotes/:id/words", staff, (visit, one) -> form(visit, one, "words", fresh(one, "words")));
        site.post("/organise/quotes/:id/words", staff, this::propose);
        site.get(
                "/organise/quotes/:id/reject", staff, (visit, one) -> form(visit, one, "reject", fresh(one, "reject")));
        site.post("/organise/quotes/:id/reject", staff, this::reject);
        site.get(
                "/organise/quotes/:id/looked", staff, (visit, one) -> form(visit, one, "looked", fresh(one, "looked")));
        site.post("/organise/quotes/:id/looked", staff, this::looked);
        site.get("/organise/quotes/:id/look", staff, this::look);
    }

    /** What was typed, and why it is shown again. */
    private record Typed(String text, Faults faults, boolean stale) {}

    private static Typed fresh(Admitted<Quote> admitted, String deed) {
        return new Typed(deed.equals("words") ? admitted.thing().latest().words() : "", new Faults(), false);
    }

    private Future<Reply> propose(Visit visit, Admitted<Quote> admitted) {
        var typed = typed(visit, WORDS, Wording.LONGEST);
        var byline = admitted.thing().latest().byline();
        if (typed.faults().none()
                && typed.text().equals(admitted.thing().latest().words())) {
            typed.faults().add(WORDS, "quote.desk.words.same");
        }
        if (visit.body().text("sure").isEmpty()) {
            Wording.found(typed.text(), byline).stream().findFirst().ifPresent(kind -> typed.faults()
                    .add(WORDS, "quote.found." + kind.code()));
        }
        return written(visit, admitted, "words", "proposed", typed, (caller, quote, seen) -> desk.deeds()
                .propose(caller, quote, seen, typed.text()));
    }

    private Future<Reply> reject(Visit visit, Admitted<Quote> admitted) {
        var typed = typed(visit, REASON, LONGEST_REASON);
        return written(visit, admitted, "reject", "rejected", typed, (caller, quote, seen) -> desk.deeds()
                .reject(caller, quote, seen, typed.text()));
    }

    /** Nobody approves held words but by saying that they looked. */
    private Future<Reply> looked(Visit visit, Admitted<Quote> admitted) {
        var faults = new Faults();
        if (visit.body().text("sure").isEmpty()) {
            faults.add("sure", "quote.desk.looked.missing");
        }
        return written(
                visit,
                admitted,
                "looked",
                "approved",
                new Typed("", faults, false),
                (caller, quote, seen) -> desk.deeds().approve(caller, quote, seen, true));
    }

    private static Typed typed(Visit visit, String field, int most) {
        var text = CleanText.line(visit.body().text(field).orElse(""));
        var faults = new Faults();
        if (text.isEmpty()) {
            faults.add(field, "quote.desk." + field + ".missing");
        } else if (text.codePointCount(0, text.length()) > most) {
            faults.add(field, "quote.give.long", most);
        }
        return new Typed(text, faults, false);
    }

    /** Does it, or shows the form again with what was typed; beside the words as they are now, where they changed meanwhile. */
    private Future<Reply> written(
            Visit visit, Admitted<Quote> admitted, String deed, String news, Typed typed, QuoteDesk.Deed doing) {
        if (!typed.faults().none()) {
            return form(visit, admitted, deed, typed).map(page -> page.status(422));
        }
        try {
            QuoteDesk.seen(visit).accept(admitted.thing().version());
        } catch (Refusal stale) {
            return form(visit, admitted, deed, new Typed(typed.text(), typed.faults(), true))
                    .map(page -> page.status(stale.status()));
        }
        return desk.done(visit, admitted, news, doing);
    }

    private Future<Reply> form(Visit visit, Admitted<Quote> admitted, String deed, Typed typed) {
        return desk.asking(visit, admitted).compose(asking -> {
            var words = asking.words();
            var quote = admitted.thing();
            var action = QuoteDesk.path(quote) + "/" + deed;
            var field = deed.equals("words") ? WORDS : REASON;
            List<Fault> faults = typed.faults().list();
            var card = Card.of(quote, new Telling(quote, words, asking.event().zone()), asking);
            var shown = new Writing(
                    card,
                    deed,
                    action,
                    asking.token(action),
                    EventTop.Page.QUOTES.of(asking.event()) + "?show="
                            + quote.state().code(),
                    field,
                    new QuoteFields.Text(
                            typed.text(), QuoteFields.error(deed.equals("looked") ? "sure" : field, faults, words)),
                    deed.equals("looked")
                            || faults.stream().anyMatch(fault -> fault.text().startsWith("quote.found.")),
                    quote.state() == Quote.State.APPROVED,
                    typed.stale(),
                    Optional.of(faults).filter(some -> !some.isEmpty()).map(some -> FormShown.Wrong.of(some, words)));
            var title = words.say("quote.desk." + deed + ".title");
            var said = faults.isEmpty() ? title : words.say("frame.fault", title);
            return desk.page(asking, said, "quote/desk-form", shown);
        });
    }

    private Future<Reply> look(Visit visit, Admitted<Quote> admitted) {
        var quote = admitted.thing();
        if (quote.withdrawnAt().isPresent()) {
            throw Refusal.of(409, "withdrawn", "quote.withdrawn");
        }
        return desk.asking(visit, admitted).compose(asking -> {
            var event = asking.event();
            var words = asking.words();
            var shown = new PublishedQuote(
                    quote.id(),
                    event.slug(),
                    event.title(),
                    event.start(),
                    quote.latest().words(),
                    quote.latest().byline().text(),
                    quote.latest().language(),
                    quote.givenAt());
            var look = new Look(
                    shown,
                    new Telling(quote, words, event.zone()).places(),
                    EventTop.Page.QUOTES.of(event) + "?show=" + quote.state().code());
            return desk.page(asking, words.say("quote.desk.look.title"), "quote/desk-look", look);
        });
    }
}
