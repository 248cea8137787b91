package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.samenkomst.event.ChangeEffect;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventChange;
import nl.samenkomst.kit.mail.LaidStore;
import nl.samenkomst.spi.Attendance;

/** What a change of an event does to its seats and to who waits for them, in the transaction that makes it. */
final class EventNews {

    private final SeatBook book;
    private final Line line;

    EventNews(SeatBook book, Line line) {
        this.book = book;
        this.line = line;
    }

    /** People go where there are seats, and more seats go to who waits; once it is over nobody goes anywhere. */
    Future<Void> changed(SqlClient tx, EventChange change) {
        if (change.afterwards(book.now())) {
            return Future.succeededFuture();
        }
        var event = change.after().id();
        return forgotten(tx, change).compose(done -> book.lock(tx, event)).compose(hall -> new LineStore(tx)
                .misplaced(event)
                .map(people -> new Resettling(hall, book.now()).of(people))
                .compose(changes -> resettled(tx, hall, change, changes))
                .compose(done -> line.settle(tx, hall, Set.of(Attendance.values()))));
    }

    private static Future<Void> forgotten(SqlClient tx, EventChange change) {
        return change.part() == EventChange.Part.FIRST
                ? new MovedStore(tx).forget(change.after().id())
                : Future.succeededFuture();
    }

    private Future<Void> resettled(SqlClient tx, Hall hall, EventChange change, List<Change> changes) {
        if (changes.isEmpty()) {
            return Future.succeededFuture();
        }
        var remembered = change.undo()
                ? Future.<Void>succeededFuture()
                : new MovedStore(tx).remember(change.after().id(), changes);
        return remembered
                .compose(done -> book.record(tx, hall, changes))
                .compose(done -> book.shifted(tx, shift(change, changes)))
                .compose(done -> tellWaiting(tx, changes, change));
    }

    /** Who was moved goes back to what they had, where they still stand as the run left them and there is a seat. */
    Future<Void> restore(SqlClient tx, EventChange change) {
        var event = change.after().id();
        return book.lock(tx, event).compose(hall -> new MovedStore(tx)
                .unchanged(event)
                .map(moved -> new Resettling(hall, book.now()).back(moved))
                .compose(changes -> resettled(tx, hall, change, changes))
                .compose(done -> new MovedStore(tx).forget(event)));
    }

    private static SeatShift shift(EventChange change, List<Change> changes) {
        return new SeatShift(
                change.after(),
                change.due(),
                Change.after(changes, one -> one.moves() || one.chose()),
                Change.after(changes, one -> one.after().status() == Registration.Status.CHOOSE));
    }

    /** Who stands in another line than they were told hears of it; a letter that has not left is taken back, and all is as it was. */
    private Future<Void> tellWaiting(SqlClient tx, List<Change> changes, EventChange change) {
        var waiting = Change.after(changes, one -> one.after().status() == Registration.Status.WAITLISTED);
        return change.undo()
                ? book.letters().again(tx, waiting, Letters.WAITING, change.due(), book.now())
                : book.letters().instead(tx, waiting, Letters.WAITING, change.due(), book.now());
    }

    /** Everyone who counts on it without a seat is told; who has one is told by whoever invited them. */
    Future<Void> calledOff(SqlClient tx, Event event) {
        return new LineStore(tx).seatless(event.id()).compose(people -> book.letters()
                .instead(tx, people, Letters.CALLED_OFF, book.now(), book.now()));
    }

    /** Everyone whom this transaction laid a letter ready for. */
    static Future<ChangeEffect> effect(SqlClient tx, Event event) {
        var counted = new MovedStore(tx).counted(event.id());
        var told = new LaidStore(tx).laid().compose(laid -> new RegistrationStore(tx)
                .findAll(laid.stream()
                        .flatMap(one -> one.registration().stream())
                        .toList())
                .map(people -> effect(laid, people)));
        return Future.all(counted, told)
                .map(both -> new ChangeEffect(
                        told.result().letters(),
                        told.result().people(),
                        counted.result().moved(),
                        counted.result().choose()));
    }

    private static ChangeEffect effect(List<LaidStore.Laid> laid, List<Registration> people) {
        var byId = people.stream().collect(Collectors.toMap(Registration::id, Function.identity()));
        var letters = new TreeMap<String, Integer>();
        laid.forEach(one -> letters.merge(one.letter(), 1, Integer::sum));
        var told = laid.stream()
                .flatMap(one -> one.registration().map(byId::get).map(person -> told(person, one)).stream())
                .toList();
        return new ChangeEffect(letters, told, 0, 0);
    }

    private static ChangeEffect.Told told(Registration person, LaidStore.Laid laid) {
        return new ChangeEffect.Told(person.name(), person.email(), person.attendance(), laid.letter());
    }
}
