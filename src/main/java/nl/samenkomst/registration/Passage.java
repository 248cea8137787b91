package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.samenkomst.kit.mail.Outgoing;

/** A group of arrivals on its way through the turnstile, in one transaction. */
final class Passage {

    private final List<Arrival> arrivals;
    private final SeatBook book;
    private final PersonKeys people;
    private Optional<List<Outcome>> decided = Optional.empty();

    Passage(List<Arrival> arrivals, SeatBook book, PersonKeys people) {
        this.arrivals = arrivals;
        this.book = book;
        this.people = people;
    }

    /** What becomes of each, in their order; it holds once the transaction is committed. */
    Future<List<Outcome>> through(SqlClient tx) {
        var events = arrivals.stream().map(Arrival::event).collect(Collectors.toSet());
        return book.lock(tx, events)
                .compose(halls -> lapse(tx, halls))
                .compose(halls -> decide(tx, halls))
                .onSuccess(outcomes -> decided = Optional.of(outcomes));
    }

    /** The registrations that a commit leaves behind; empty before there is anything to commit. */
    Optional<List<UUID>> entered() {
        return decided.map(outcomes -> outcomes.stream()
                .filter(Outcome.Registered.class::isInstance)
                .map(outcome -> ((Outcome.Registered) outcome).registration().id())
                .toList());
    }

    List<Outcome> outcomes() {
        return decided.orElseThrow();
    }

    /** Offers that ran out and were not yet noticed hold no seat any more. */
    private Future<Map<UUID, Hall>> lapse(SqlClient tx, Map<UUID, Hall> halls) {
        var line = new Line(book);
        var all = Future.<Void>succeededFuture();
        for (var hall : halls.values()) {
            all = hall.circumstances().lapsed()
                    ? all.compose(done -> line.current(tx, hall).mapEmpty())
                    : all;
        }
        return all.map(halls);
    }

    private Future<List<Outcome>> decide(SqlClient tx, Map<UUID, Hall> halls) {
        return new ArrivalStore(tx)
                .look(arrivals)
                .map(seen -> Group.of(halls, arrivals, seen, book.now()))
                .compose(group -> write(tx, group, halls.values()));
    }

    private Future<List<Outcome>> write(SqlClient tx, Group group, Collection<Hall> halls) {
        var store = new ArrivalStore(tx);
        var written = group.entries().isEmpty()
                ? Future.succeededFuture(List.<Registration>of())
                : store.insert(group.entries(), people, group.now());
        var counted = group.entries().isEmpty() ? Future.succeededFuture() : new LockedSeatStore(tx).put(halls);
        var kept = group.kept().isEmpty()
                ? Future.succeededFuture()
                : store.keep(group.keptFor(), group.kept(), group.now());
        return Future.all(written, counted, kept)
                .map(done -> group.outcomes(written.result()))
                .compose(outcomes -> tell(tx, group, outcomes).map(outcomes));
    }

    /** Brings the news of who has a seat to the hooks, and letters to who has none, in the order of arrival. */
    private Future<Void> tell(SqlClient tx, Group group, List<Outcome> outcomes) {
        var changes = outcomes.stream()
                .filter(Outcome.Registered.class::isInstance)
                .map(outcome -> new Change(Optional.empty(), ((Outcome.Registered) outcome).registration(), false))
                .toList();
        return book.tell(tx, changes).compose(done -> book.letters().send(tx, letters(group, changes)));
    }

    /** The changes stand in the order of the entries. */
    private static List<Outgoing> letters(Group group, List<Change> changes) {
        var letters = new ArrayList<Outgoing>(group.knownLetters());
        for (int i = 0; i < changes.size(); i++) {
            var after = changes.get(i).after();
            if (!after.confirmed()) {
                letters.add(Letters.waiting(after, group.entries().get(i).trusted(), group.now()));
            }
        }
        return letters;
    }
}
