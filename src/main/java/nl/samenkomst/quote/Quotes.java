package nl.samenkomst.quote;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.mail.Outgoing;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Links;
import nl.samenkomst.kit.web.Seal;

/** What authors do with their words: give them, say them anew, answer a proposal, withdraw them. Each in one transaction. */
public final class Quotes {

    /** Your words, and the link to them; goes out once they are given. */
    public static final String GIVEN = "quote/given";
    /** Would you rather say it so? With the link on which to answer; as long as it waits for one. */
    public static final String PROPOSAL = "quote/proposal";

    /** The kinds of letters, each with its words in {@code mail-templates}. */
    public static final List<String> LETTERS = List.of(GIVEN, PROPOSAL);

    /** How many one person may give at one gathering. */
    static final int MOST = 5;

    private final Pool pool;
    private final Outbox outbox;
    private final Seal seal;
    private final Clock clock;
    private final Consumer<UUID> changed;

    /** @param changed told, after the commit, that open pages about this event should read themselves again */
    public Quotes(Pool pool, Outbox outbox, Links links, Clock clock, Consumer<UUID> changed) {
        this.pool = pool;
        this.outbox = outbox;
        this.seal = seal(links);
        this.clock = clock;
        this.changed = changed;
    }

    /** The one that addresses are sealed with. */
    public static Seal seal(Links links) {
        return new Seal(links, "quote address");
    }

    Pool pool() {
        return pool;
    }

    Clock clock() {
        return clock;
    }

    /** A step within a transaction, on a quote as it is now. */
    interface Step {
        Future<Void> on(SqlClient tx, Quote now);
    }

    /**
     * Keeps what somebody gives; the same form sent again gives nothing more.
     *
     * @param byCode how many may be given by the room's code at this event
     */
    Future<Quote> give(Giving giving, int byCode) {
        return pool.withTransaction(tx -> new QuoteChangeStore(tx)
                        .serialise(giving.registration().orElse(giving.event()))
                        .compose(alone -> new QuoteStore(tx).byRequest(giving.event(), giving.request()))
                        .compose(before -> before.map(Future::succeededFuture).orElseGet(() -> known(tx, giving)
                                .compose(there -> room(tx, giving, byCode))
                                .compose(free -> insert(tx, giving)))))
                .onSuccess(quote -> changed.accept(quote.event()));
    }

    /** Whoever erases themselves meanwhile waits, and takes these words along; whoever just did gives nothing more. */
    private static Future<Void> known(SqlClient tx, Giving giving) {
        return giving.registration()
                .map(who -> new QuoteChangeStore(tx).hold(who).<Void>map(there -> {
                    if (!there) {
                        throw Refusal.of(410, "erased", "registration.own.erased");
                    }
                    return null;
                }))
                .orElseGet(Future::succeededFuture);
    }

    private static Future<Void> room(SqlClient tx, Giving giving, int byCode) {
        var store = new QuoteStore(tx);
        var given = giving.registration().map(store::countBy).orElseGet(() -> store.countByCode(giving.event()));
        boolean alone = giving.registration().isPresent();
        int most = alone ? MOST : byCode;
        return given.map(count -> {
            if (count >= most) {
                throw Refusal.of(409, "full", alone ? "quote.give.most" : "quote.give.room", most);
            }
            return null;
        });
    }

    private Future<Quote> insert(SqlClient tx, Giving giving) {
        var now = clock.instant();
        var said = giving.said();
        var wording = Wording.given(1, said.words(), said.byline(), said.scopes(), said.language(), now);
        var address = giving.address().map(to -> seal.close(to.text().getBytes(StandardCharsets.UTF_8), giving.id()));
        var store = new QuoteChangeStore(tx);
        return store.insert(giving, address, wording.suspicious(), now)
                .compose(inserted -> store.add(giving.id(), wording))
                .compose(added -> giving.address().isPresent()
                        ? outbox.enqueue(tx, List.of(given(giving, now)))
                        : Future.succeededFuture())
                .compose(laid -> existing(tx, giving.id()));
    }

    /** An address that was just typed may be anybody's, so a letter to it counts. */
    private static Outgoing given(Giving giving, Instant now) {
        return new Outgoing(
                Optional.of(giving.organisation()),
                subject(giving.id()),
                0,
                GIVEN,
                giving.said().language(),
                giving.address().filter(to -> giving.typed()),
                ids(giving.id(), giving.event()),
                giving.typed(),
                now);
    }

    static String subject(UUID quote) {
        return "quote:" + quote;
    }

    /** Apart from the letter with the link, which leaves whatever becomes of a proposal. */
    static String proposal(UUID quote) {
        return "proposal:" + quote;
    }

    static JsonObject ids(UUID quote, UUID event) {
        return new JsonObject().put("quote", quote.toString()).put("event", event.toString());
    }

    private static Future<Quote> existing(SqlClient sql, UUID id) {
        return new QuoteStore(sql).find(id).map(found -> found.orElseThrow(() -> new NotFound("quote")));
    }

    /** The author says it otherwise: a new wording with consent, to be looked at again. */
    Future<Quote> reword(Quote quote, LongConsumer seen, Giving.Said said) {
        return changed(quote, seen, (tx, now) -> {
            var at = clock.instant();
            var wording = Wording.given(
                    now.latest().version() + 1, said.words(), said.byline(), said.scopes(), said.language(), at);
            var store = new QuoteChangeStore(tx);
            return store.add(now.id(), wording)
                    .compose(added -> outbox.supersede(tx, List.of(proposal(now.id()))))
                    .compose(done -> store.reopen(now.id(), wording.suspicious(), Optional.empty()));
        });
    }

    /** The author answers what staff proposed: with yes it is approved, with no their own words stand again, to be looked at. */
    Future<Quote> answer(Quote quote, LongConsumer seen, boolean yes) {
        return changed(quote, seen, (tx, now) -> {
            if (!now.waiting()) {
                throw stale();
            }
            var at = clock.instant();
            var store = new QuoteChangeStore(tx);
            return outbox.supersede(tx, List.of(proposal(now.id())))
                    .compose(done -> yes
                            ? store.consent(now.id(), now.latest().version(), at)
                                    .compose(agreed -> store.approve(now.id(), at))
                            : dropped(tx, now, Optional.of(at)));
        });
    }

    /** What staff proposed is gone, and the author's own words are judged anew. */
    Future<Void> dropped(SqlClient tx, Quote now, Optional<Instant> refused) {
        var store = new QuoteChangeStore(tx);
        return store.drop(now.id(), now.latest().version())
                .compose(done -> existing(tx, now.id()))
                .compose(left -> store.reopen(left.id(), left.latest().suspicious(), refused));
    }

    /** Takes the words back, whatever was decided about them; once more changes nothing. */
    Future<Quote> withdraw(Quote quote) {
        return pool.withTransaction(tx -> new QuoteStore(tx)
                        .lock(quote.id())
                        .compose(locked -> withdraw(tx, outbox, List.of(quote.id()), clock.instant()))
                        .compose(done -> existing(tx, quote.id())))
                .onSuccess(done -> changed.accept(quote.event()));
    }

    /** The same for several, and no letter about them leaves any more. */
    static Future<Void> withdraw(SqlClient tx, Outbox outbox, List<UUID> quotes, Instant now) {
        return quotes.isEmpty()
                ? Future.succeededFuture()
                : new QuoteChangeStore(tx)
                        .withdraw(quotes, now)
                        .compose(done -> outbox.forget(
                                tx,
                                quotes.stream()
                                        .flatMap(id -> Stream.of(subject(id), proposal(id)))
                                        .toList()));
    }

    /**
     * One step in a transaction that holds the quote.
     *
     * @param seen is given the version as it is now, and throws where it is another than was looked at
     */
    Future<Quote> changed(Quote quote, LongConsumer seen, Step step) {
        return pool.withTransaction(tx -> new QuoteStore(tx)
                        .lock(quote.id())
                        .map(found -> found.orElseThrow(() -> new NotFound("quote")))
                        .map(now -> looked(now, seen))
                        .compose(now -> step.on(tx, now))
                        .compose(done -> existing(tx, quote.id())))
                .onSuccess(done -> changed.accept(quote.event()));
    }

    private static Quote looked(Quote now, LongConsumer seen) {
        seen.accept(now.version());
        if (now.withdrawnAt().isPresent()) {
            throw Refusal.of(409, "withdrawn", "quote.withdrawn");
        }
        return now;
    }

    /** Throws unless this is the version that was looked at. */
    static LongConsumer exactly(long version) {
        return now -> {
            if (now != version) {
                throw stale();
            }
        };
    }

    /** 409: it changed since it was looked at. */
    static Refusal stale() {
        return Refusal.of(409, "stale", "quote.stale");
    }
}
