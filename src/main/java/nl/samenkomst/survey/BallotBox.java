package nl.samenkomst.survey;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.samenkomst.kit.db.Away;
import nl.samenkomst.kit.db.Ids;
import nl.samenkomst.kit.db.Transactions;
import nl.samenkomst.kit.lane.Lane;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.survey.Ballot.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes answers in, many people's in one transaction: who answered is marked, what they answered is kept, and nothing but that
 * transaction has them together.
 *
 * <p>All answers to one survey stand in the same lane; the lock on the survey keeps nodes apart.
 */
final class BallotBox {

    private static final Logger LOG = LoggerFactory.getLogger(BallotBox.class);

    private static final int MOST = 64;
    private static final int LANES = 2;
    private static final int QUEUE = 1_000;
    private static final int RETRY_AFTER_SECONDS = 2;
    private static final int LOOKS = 40;
    private static final int BETWEEN_LOOKS_MS = 250;

    private final Vertx vertx;
    private final Pool pool;
    private final Ids ids;
    private final Clock clock;
    private final Consumer<UUID> changed;
    private final List<Lane<Ballot, Outcome>> lanes;

    /** @param changed told, after the commit, about which event there is something new to read */
    BallotBox(Vertx vertx, Pool pool, Clock clock, Consumer<UUID> changed) {
        this.vertx = vertx;
        this.pool = pool;
        this.ids = new Ids(clock);
        this.clock = clock;
        this.changed = changed;
        this.lanes = Stream.generate(() -> new Lane<>(this::take, Away::is, BallotBox::busy, MOST, QUEUE))
                .limit(LANES)
                .toList();
    }

    private static Refusal busy() {
        return Refusal.of(503, "busy", "survey.refused.busy").retryAfter(RETRY_AFTER_SECONDS);
    }

    /** Answers when it is committed. Fails with a refusal (503) when too many wait. */
    Future<Outcome> put(Ballot ballot) {
        return lanes.get(Math.floorMod(ballot.survey().hashCode(), LANES)).enter(ballot);
    }

    private Future<List<Outcome>> take(List<Ballot> ballots) {
        var taking = taking(ballots);
        return Transactions.pipelined(pool, taking::through)
                .recover(failure -> Away.is(failure) ? broken(taking, ballots, failure) : Future.failedFuture(failure))
                .onSuccess(outcomes -> taking.taken(outcomes).stream()
                        .map(Ballot::event)
                        .distinct()
                        .forEach(changed));
    }

    private Taking taking(List<Ballot> ballots) {
        return new Taking(ballots, ids, clock.instant());
    }

    /** Nothing was committed, unless the connection broke at that very moment: then the marks tell, once the database is back. */
    private Future<List<Outcome>> broken(Taking taking, List<Ballot> ballots, Throwable failure) {
        LOG.info("The connection broke while {} answered", ballots.size(), failure);
        return back(LOOKS)
                .compose(there -> Transactions.pipelined(pool, taking(ballots)::through))
                .map(taking::after);
    }

    /** Looks until the database is back, for ten seconds. */
    private Future<Void> back(int looks) {
        return pool.query("select 1")
                .execute()
                .<Void>mapEmpty()
                .recover(failure -> looks > 0 && Away.is(failure)
                        ? vertx.timer(BETWEEN_LOOKS_MS, TimeUnit.MILLISECONDS).compose(later -> back(looks - 1))
                        : Future.failedFuture(failure));
    }
}
