package nl.samenkomst.registration;

import static java.util.stream.Collectors.toSet;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.samenkomst.kit.mail.Outgoing;
import nl.samenkomst.spi.Attendance;

/** Brings free seats to those who wait for them, as the clock asks: given, offered, or told to all. */
final class Line {

    private final SeatBook book;

    Line(SeatBook book) {
        this.book = book;
    }

    /**
     * Offers that ran out.
     *
     * @param freed the ways whose seats came free by it
     * @param who let them run out, and hears of it by one letter
     */
    record Lapse(Set<Attendance> freed, Set<UUID> who) {

        static final Lapse NONE = new Lapse(Set.of(), Set.of());
    }

    /** Seats of these ways came free: they go to who waits. */
    Future<Void> settle(SqlClient tx, Hall hall, Set<Attendance> freed) {
        return settle(tx, hall, new Lapse(freed, Set.of()));
    }

    private Future<Void> settle(SqlClient tx, Hall hall, Lapse lapse) {
        return switch (hall.circumstances().moment(book.now())) {
            case GIVE -> give(tx, hall);
            case OFFER ->
                each(hall, lapse.freed(), way -> offer(tx, hall, way, Set.of()))
                        .compose(done -> each(hall, lapse.freed(), way -> tellAll(tx, hall, way, lapse.who())));
            case FREE -> each(hall, lapse.freed(), way -> tellAll(tx, hall, way, lapse.who()));
            case OVER -> done();
        };
    }

    /** The first in line get the free seats; who had a seat already leaves it to the next in the other line, and so on. */
    private Future<Void> give(SqlClient tx, Hall hall) {
        var promising = hall.promising();
        if (promising.isEmpty()) {
            return Future.succeededFuture();
        }
        var way = promising.get(0);
        return new LineStore(tx)
                .first(hall.circumstances().event(), way, Math.min(hall.free(way), hall.waiting(way)))
                .map(first -> seated(first, way))
                .compose(changes -> book.write(tx, hall, changes))
                .compose(done -> give(tx, hall));
    }

    private static List<Change> seated(List<Registration> first, Attendance way) {
        if (first.isEmpty()) {
            throw new IllegalStateException("the count of who waits does not agree with the line");
        }
        return first.stream().map(one -> Change.of(one, one.seated(way))).toList();
    }

    /** The first who have no seat are offered one, each for themselves. */
    private Future<Void> offer(SqlClient tx, Hall hall, Attendance way, Set<UUID> passedOver) {
        var circumstances = hall.circumstances();
        var until = OfferTimes.until(book.now(), circumstances.start(), circumstances.zone());
        return new LineStore(tx)
                .firstWithoutSeat(circumstances.event(), way, Math.min(hall.free(way), hall.waiting(way)))
                .map(first -> first.stream()
                        .filter(one -> !passedOver.contains(one.id()))
                        .map(one -> Change.of(one, one.offered(until)))
                        .toList())
                .compose(changes -> offered(tx, hall, changes, book.now()));
    }

    private Future<Void> offered(SqlClient tx, Hall hall, List<Change> changes, Instant now) {
        var letters = changes.stream()
                .map(change -> Letters.about(change.after(), Letters.OFFER, now))
                .toList();
        return changes.isEmpty()
                ? done()
                : book.write(tx, hall, changes).compose(done -> book.letters().send(tx, letters));
    }

    /** A seat is free for whoever presses first. */
    private Future<Void> tellAll(SqlClient tx, Hall hall, Attendance way, Set<UUID> toldOtherwise) {
        return new LineStore(tx)
                .first(hall.circumstances().event(), way, hall.waiting(way))
                .map(all -> all.stream()
                        .filter(one -> !toldOtherwise.contains(one.id()))
                        .map(one -> Letters.about(one, Letters.FREE_SEAT, book.now()))
                        .toList())
                .compose(letters -> book.letters().send(tx, letters));
    }

    private static Future<Void> each(Hall hall, Set<Attendance> freed, Function<Attendance, Future<Void>> step) {
        var all = done();
        for (var way : hall.promising()) {
            all = freed.contains(way) ? all.compose(done -> step.apply(way)) : all;
        }
        return all;
    }

    /** The hall with no seat kept for an offer that ran out. */
    Future<Hall> current(SqlClient tx, Hall hall) {
        return lapse(tx, hall)
                .compose(lapse -> after(tx, hall, lapse))
                .compose(done -> book.closeGone(tx, hall))
                .map(hall);
    }

    /**
     * Takes back offers that ran out: to the end of the line the first time, off it the second. Others in line are offered their
     * seats; what remains is for who comes now, before {@link #after} offers it once more.
     */
    Future<Lapse> lapse(SqlClient tx, Hall hall) {
        return hall.circumstances().lapsed()
                ? new LineStore(tx)
                        .lapsed(hall.circumstances().event(), book.now())
                        .compose(lapsed -> lapse(tx, hall, lapsed))
                : Future.succeededFuture(Lapse.NONE);
    }

    private Future<Lapse> lapse(SqlClient tx, Hall hall, List<LineStore.Lapsed> lapsed) {
        var changes = lapsed.stream().map(one -> lapse(hall, one)).toList();
        var freed = changes.stream().map(one -> one.after().attendance()).collect(toSet());
        var who = changes.stream().map(one -> one.after().id()).collect(toSet());
        var offers = hall.circumstances().moment(book.now()) == Circumstances.Moment.OFFER;
        return book.write(tx, hall, changes)
                .compose(done -> offers ? each(hall, freed, way -> offer(tx, hall, way, who)) : done())
                .map(new Lapse(freed, who));
    }

    /** What is to be done about lapsed offers once nobody else comes for their seats. */
    Future<Void> after(SqlClient tx, Hall hall, Lapse lapse) {
        return lapse.who().isEmpty()
                ? done()
                : settle(tx, hall, lapse)
                        .compose(done -> new RegistrationStore(tx).findAll(lapse.who()))
                        .compose(all -> book.letters().send(tx, tidings(all, book.now())));
    }

    private static Change lapse(Hall hall, LineStore.Lapsed lapsed) {
        var before = lapsed.registration();
        var way = before.attendance();
        var after = before.status() == Registration.Status.CHOOSE || lapsed.lapsedBefore()
                ? before.cancelled(By.NO_CHOICE)
                : before.waiting(way, hall.nextPlace(way));
        return new Change(Optional.of(before), after, true);
    }

    /** Who was alone in line may have a seat or a new offer by now, and has heard of that. */
    private static List<Outgoing> tidings(List<Registration> all, Instant now) {
        var letters = new ArrayList<Outgoing>();
        for (var one : all) {
            if (one.cancelled()) {
                letters.add(Letters.about(one, Letters.NO_CHOICE, now));
            } else if (one.status() == Registration.Status.WAITLISTED) {
                letters.add(Letters.about(one, Letters.OFFER_LAPSED, now));
            }
        }
        return letters;
    }

    private static Future<Void> done() {
        return Future.succeededFuture();
    }
}
