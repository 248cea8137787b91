package nl.samenkomst.quote;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import nl.samenkomst.account.AuditStore;
import nl.samenkomst.account.Caller;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.mail.Outgoing;
import nl.samenkomst.kit.rule.Refusal;

/** What staff do with somebody's words: approve, reject, propose others. Each is noted, and none puts words into anybody's mouth. */
public final class QuoteDeeds {

    private final Quotes quotes;
    private final Outbox outbox;

    public QuoteDeeds(Quotes quotes, Outbox outbox) {
        this.quotes = quotes;
        this.outbox = outbox;
    }

    Quotes quotes() {
        return quotes;
    }

    /**
     * The words may be shown where their author said so.
     *
     * @param looked whether somebody says that they looked at what was found in them
     */
    Future<Quote> approve(Caller caller, Quote quote, LongConsumer seen, boolean looked) {
        return quotes.changed(quote, seen, (tx, now) -> {
            if (now.waiting()) {
                throw Refusal.of(409, "no-consent", "quote.desk.noConsent");
            }
            if (now.held() && !looked) {
                throw Refusal.of(409, "held", "quote.desk.held");
            }
            return new QuoteChangeStore(tx)
                    .approve(now.id(), quotes.clock().instant())
                    .compose(done -> note(tx, caller, "quote.approve", now));
        });
    }

    /**
     * They are shown nowhere; the author reads why on their page.
     *
     * @param reason may be empty
     */
    Future<Quote> reject(Caller caller, Quote quote, LongConsumer seen, String reason) {
        return quotes.changed(quote, seen, (tx, now) -> {
            if (now.waiting()) {
                throw Refusal.of(409, "no-consent", "quote.desk.noConsent");
            }
            return new QuoteChangeStore(tx)
                    .reject(now.id(), reason)
                    .compose(done -> note(tx, caller, "quote.reject", now));
        });
    }

    /** Other words, which nobody may show until the author agrees. */
    Future<Quote> propose(Caller caller, Quote quote, LongConsumer seen, String words) {
        return quotes.changed(quote, seen, (tx, now) -> {
            if (now.state() != Quote.State.GIVEN) {
                throw Quotes.stale();
            }
            var store = new QuoteChangeStore(tx);
            var wording = now.latest().proposed(words, quotes.clock().instant());
            return store.add(now.id(), wording)
                    .compose(added -> store.reopen(now.id(), now.held(), Optional.empty()))
                    .compose(open -> letter(tx, now))
                    .compose(laid -> note(tx, caller, "quote.propose", now));
        });
    }

    /** The author is asked once more. */
    Future<Quote> remind(Caller caller, Quote quote, LongConsumer seen) {
        return quotes.changed(quote, seen, (tx, now) -> {
            if (!now.waiting() || !now.reachable()) {
                throw Quotes.stale();
            }
            return new QuoteChangeStore(tx)
                    .remind(now.id(), quotes.clock().instant())
                    .compose(done -> letter(tx, now))
                    .compose(laid -> note(tx, caller, "quote.remind", now));
        });
    }

    /** The proposal is taken back: the author's own words stand again, to be looked at. */
    Future<Quote> takeBack(Caller caller, Quote quote, LongConsumer seen) {
        return quotes.changed(quote, seen, (tx, now) -> {
            if (!now.waiting()) {
                throw Quotes.stale();
            }
            return outbox.supersede(tx, List.of(Quotes.proposal(now.id())))
                    .compose(done -> quotes.dropped(tx, now, Optional.empty()))
                    .compose(done -> note(tx, caller, "quote.take-back", now));
        });
    }

    /** Nobody is written to who left no address; they see it on their page. */
    private Future<Void> letter(SqlClient tx, Quote quote) {
        return quote.reachable()
                ? outbox.enqueue(
                        tx,
                        List.of(new Outgoing(
                                Optional.of(quote.organisation()),
                                Quotes.proposal(quote.id()),
                                0,
                                Quotes.PROPOSAL,
                                quote.latest().language(),
                                Optional.empty(),
                                Quotes.ids(quote.id(), quote.event()),
                                false,
                                quotes.clock().instant())))
                : Future.succeededFuture();
    }

    private static Future<Void> note(SqlClient tx, Caller caller, String verb, Quote quote) {
        return new AuditStore(tx).note(caller, verb, quote.id().toString());
    }
}
