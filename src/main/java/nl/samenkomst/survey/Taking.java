package nl.samenkomst.survey;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.samenkomst.kit.db.Ids;
import nl.samenkomst.survey.Ballot.Outcome;

/** A group of ballots on its way into the database, in one transaction. */
final class Taking {

    private final List<Ballot> ballots;
    private final Ids ids;
    private final Instant now;
    private Optional<List<Outcome>> decided = Optional.empty();

    Taking(List<Ballot> ballots, Ids ids, Instant now) {
        this.ballots = ballots;
        this.ids = ids;
        this.now = now;
    }

    /** What becomes of each, in their order; it holds once the transaction is committed. */
    Future<List<Outcome>> through(SqlClient tx) {
        var store = new BallotStore(tx);
        var held = store.hold(ballots.stream().map(Ballot::survey).collect(Collectors.toSet()), now);
        var marked = store.marked(ballots);
        return Future.all(held, marked).compose(both -> {
            var round = new Round(held.result(), now);
            var outcomes = round.decide(ballots, marked.result());
            return write(store, taken(outcomes), round.counts())
                    .onSuccess(written -> decided = Optional.of(outcomes))
                    .map(outcomes);
        });
    }

    /** Those that are kept by these outcomes. */
    List<Ballot> taken(List<Outcome> outcomes) {
        return IntStream.range(0, ballots.size())
                .filter(i -> outcomes.get(i) == Outcome.TAKEN)
                .mapToObj(ballots::get)
                .toList();
    }

    /**
     * What to say after the same ballots went through once more: whoever finds a mark that the first time may have left is told what
     * was decided then. Marks and answers are kept together or not at all.
     */
    List<Outcome> after(List<Outcome> again) {
        return decided.map(first -> IntStream.range(0, again.size())
                        .mapToObj(i -> again.get(i) == Outcome.BEFORE ? first.get(i) : again.get(i))
                        .toList())
                .orElse(again);
    }

    private Future<Void> write(BallotStore store, List<Ballot> taken, List<Round.Count> counts) {
        if (taken.isEmpty()) {
            return Future.succeededFuture();
        }
        var showing = counts.stream()
                .filter(Round.Count::shows)
                .map(Round.Count::survey)
                .collect(Collectors.toSet());
        var shown = showing.isEmpty() ? Future.<Void>succeededFuture() : store.show(showing);
        return Future.all(shown, store.mark(taken), store.keep(loose(taken, showing)), store.count(counts))
                .mapEmpty();
    }

    /** The answers without their people, mixed. */
    private List<BallotStore.Loose> loose(List<Ballot> taken, Set<UUID> showing) {
        var loose = new ArrayList<BallotStore.Loose>();
        taken.forEach(ballot -> ballot.answers()
                .forEach(said -> loose.add(new BallotStore.Loose(
                        ids.random(),
                        ballot.survey(),
                        ballot.version(),
                        said.question(),
                        said.value(),
                        ballot.attendance(),
                        showing.contains(ballot.survey())))));
        Collections.shuffle(loose);
        return loose;
    }
}
