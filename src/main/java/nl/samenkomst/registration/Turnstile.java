package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.samenkomst.kit.db.Away;
import nl.samenkomst.kit.db.Transactions;
import nl.samenkomst.kit.lane.Lane;
import nl.samenkomst.kit.rule.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets people in: two lanes for all events of this node, a group of arrivals in one transaction, first come first served.
 *
 * <p>Who came while a group was passing goes with the next. All who come for one event stand in the same lane; while one lane waits for
 * the database, the other prepares. Between nodes the lock on the seats decides who is first.
 */
public final class Turnstile {

    private static final Logger LOG = LoggerFactory.getLogger(Turnstile.class);

    /** So many pass in one transaction at most: more would make the first wait for the last. */
    static final int MOST = 64;

    /** More would make the groups small, and each group costs as many round trips as a large one. */
    private static final int LANES = 2;

    private static final int QUEUE = 1_000;
    private static final int RETRY_AFTER_SECONDS = 2;
    private static final int LOOKS = 2;
    private static final int LOOKS_FOR_A_COMMIT = 40;
    private static final int BETWEEN_LOOKS_MS = 250;

    private final Vertx vertx;
    private final Pool pool;
    private final SeatBook book;
    private final PersonKeys people;
    private final Consumer<UUID> news;
    private final List<Lane<Arrival, Outcome>> lanes;

    /**
     * @param pool may be one of its own, so that nobody who reads a page stands before who registers
     * @param news is told, after the commit, which event's seats changed
     */
    Turnstile(Vertx vertx, Pool pool, SeatBook book, PersonKeys people, Consumer<UUID> news) {
        this.vertx = vertx;
        this.pool = pool;
        this.book = book;
        this.people = people;
        this.news = news;
        this.lanes = Stream.generate(() -> new Lane<>(this::pass, Away::is, Turnstile::busy, MOST, QUEUE))
                .limit(LANES)
                .toList();
    }

    private static Refusal busy() {
        return Refusal.of(503, "busy", "registration.refused.busy").retryAfter(RETRY_AFTER_SECONDS);
    }

    /** Answers when it is committed. Fails with a refusal (503) when too many wait. */
    Future<Outcome> enter(Arrival arrival) {
        return lanes.get(Math.floorMod(arrival.event().hashCode(), LANES)).enter(arrival);
    }

    private Future<List<Outcome>> pass(List<Arrival> arrivals) {
        var passage = new Passage(arrivals, book, people);
        return Transactions.pipelined(pool, passage::through)
                .recover(
                        failure -> Away.is(failure) ? broken(passage, arrivals, failure) : Future.failedFuture(failure))
                .onSuccess(this::tell);
    }

    private void tell(List<Outcome> outcomes) {
        for (var outcome : outcomes) {
            if (outcome instanceof Outcome.Registered registered) {
                news.accept(registered.registration().event());
            }
        }
    }

    /** Nothing was committed, unless the connection broke at that very moment: then the rows tell. */
    private Future<List<Outcome>> broken(Passage passage, List<Arrival> arrivals, Throwable failure) {
        LOG.info("The connection broke while {} registered", arrivals.size(), failure);
        return passage.entered()
                .map(ids -> there(ids, LOOKS_FOR_A_COMMIT))
                .orElseGet(() -> there(List.of(), LOOKS))
                .compose(there -> missing(passage, arrivals, there));
    }

    /**
     * Looks until the database is back: a connection that was cut off may be handed out once more before that is noticed. While a
     * commit is in doubt nobody can be told anything, so it looks for ten seconds then.
     */
    private Future<Set<UUID>> there(List<UUID> ids, int looks) {
        return new ArrivalStore(pool)
                .there(ids)
                .recover(failure -> looks > 0 && Away.is(failure)
                        ? vertx.timer(BETWEEN_LOOKS_MS, TimeUnit.MILLISECONDS).compose(later -> there(ids, looks - 1))
                        : Future.failedFuture(failure));
    }

    /** A transaction leaves all or nothing, so what is there was all of it; else they pass again, once. */
    private Future<List<Outcome>> missing(Passage passage, List<Arrival> arrivals, Set<UUID> there) {
        return !there.isEmpty() && there.containsAll(passage.entered().orElseThrow())
                ? Future.succeededFuture(passage.outcomes())
                : Transactions.pipelined(pool, new Passage(arrivals, book, people)::through);
    }
}
