package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
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
    private final Line line;
    private final Map<Hall, Line.Lapse> lapses = new LinkedHashMap<>();
    private Optional<List<Outcome>> decided = Optional.empty();

    Passage(List<Arrival> arrivals, SeatBook book, PersonKeys people) {
        this.arrivals = arrivals;
        this.book = book;
        this.people = people;
        this.line = new Line(book);
    }

    /** What becomes of each, in their order; it holds once the transaction is committed. */
    Future<List<Outcome>> through(SqlClient tx) {
        return lock(tx).compose(locked -> lapse(tx, locked.halls().values()).map(locked))
                .compose(locked -> write(tx, Group.of(locked.halls(), arrivals, locked.read(), book.now())))
                .compose(outcomes -> afterLapse(tx).map(outcomes))
                .onSuccess(outcomes -> decided = Optional.of(outcomes));
    }

    private Future<SeatBook.Locked<List<Seen>>> lock(SqlClient tx) {
        var events = arrivals.stream().map(Arrival::event).collect(Collectors.toSet());
        var store = new ArrivalStore(tx);
        var byIndex = store.byIndex();
        var locked = book.lock(tx, events, () -> store.look(arrivals));
        return byIndex.compose(set -> locked);
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

    /** Offers that ran out and were not yet noticed hold no seat any more: who comes now may take it over. */
    private Future<Void> lapse(SqlClient tx, Collection<Hall> halls) {
        return Future.all(halls.stream()
                        .map(hall -> line.lapse(tx, hall).onSuccess(lapse -> lapses.put(hall, lapse)))
                        .toList())
                .mapEmpty();
    }

    private Future<Void> afterLapse(SqlClient tx) {
        var all = Future.<Void>succeededFuture();
        for (var one : lapses.entrySet()) {
            all = all.compose(done -> line.after(tx, one.getKey(), one.getValue()));
        }
        return all;
    }

    private Future<List<Outcome>> write(SqlClient tx, Group group) {
        var store = new ArrivalStore(tx);
        var written = group.entries().isEmpty()
                ? Future.succeededFuture(List.<Registration>of())
                : store.insert(group.entries(), people, group.now());
        var counted = group.entries().isEmpty() ? Future.succeededFuture() : new LockedSeatStore(tx).put(group.halls());
        var needs = needs(tx, group.entries());
        var kept = group.kept().isEmpty()
                ? Future.succeededFuture()
                : store.keep(group.keptFor(), group.kept(), group.now());
        return Future.all(written, counted, needs, kept)
                .map(done -> group.outcomes(written.result()))
                .compose(outcomes -> tell(tx, group, outcomes).map(outcomes));
    }

    /** Who comes back after leaving tells anew what they need. */
    private static Future<Void> needs(SqlClient tx, List<Entry> entries) {
        var telling = entries.stream().filter(Entry::tellsNeeds).toList();
        return telling.isEmpty()
                ? Future.succeededFuture()
                : new NeedStore(tx)
                        .replace(
                                telling.stream().map(Entry::id).toList(),
                                telling.stream()
                                        .flatMap(entry -> entry.arrival().needs().stream()
                                                .map(need -> new NeedStore.Told(entry.id(), need)))
                                        .toList());
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
