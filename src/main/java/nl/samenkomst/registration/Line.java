package nl.samenkomst.registration;

import static java.util.stream.Collectors.toSet;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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

    /** Seats of these ways came free: they go to who waits. */
    Future<Void> settle(SqlClient tx, Hall hall, Collection<Attendance> freed) {
        return settle(tx, hall, freed, Set.of());
    }

    /** @param toldEnough who hears of their own matter by another letter of this moment */
    private Future<Void> settle(SqlClient tx, Hall hall, Collection<Attendance> freed, Set<UUID> toldEnough) {
        var now = book.now();
        return switch (hall.circumstances().moment(now)) {
            case GIVE -> give(tx, hall);
            case OFFER -> each(hall, freed, way -> offer(tx, hall, way, now, toldEnough));
            case FREE -> each(hall, freed, way -> tellAll(tx, hall, way, now, toldEnough));
            case OVER -> Future.succeededFuture();
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

    /** The first who have no seat are offered one; where there is nobody, those who have one and want this are told. */
    private Future<Void> offer(SqlClient tx, Hall hall, Attendance way, Instant now, Set<UUID> toldEnough) {
        var circumstances = hall.circumstances();
        var until = OfferTimes.until(now, circumstances.start(), circumstances.zone());
        return new LineStore(tx)
                .firstWithoutSeat(circumstances.event(), way, Math.min(hall.free(way), hall.waiting(way)))
                .map(first -> first.stream()
                        .map(one -> Change.of(one, one.offered(until)))
                        .toList())
                .compose(changes -> offered(tx, hall, changes, now))
                .compose(done -> hall.free(way) > 0 ? tellAll(tx, hall, way, now, toldEnough) : done());
    }

    private Future<Void> offered(SqlClient tx, Hall hall, List<Change> changes, Instant now) {
        var letters = changes.stream()
                .map(change -> Letters.about(change.after(), Letters.OFFER, now))
                .toList();
        return changes.isEmpty()
                ? done()
                : book.write(tx, hall, changes).compose(done -> book.letters().send(tx, letters));
    }

    private Future<Void> tellAll(SqlClient tx, Hall hall, Attendance way, Instant now, Set<UUID> toldEnough) {
        return new LineStore(tx)
                .first(hall.circumstances().event(), way, hall.waiting(way))
                .map(all -> all.stream()
                        .filter(one -> !toldEnough.contains(one.id()))
                        .map(one -> Letters.about(one, Letters.FREE_SEAT, now))
                        .toList())
                .compose(letters -> book.letters().send(tx, letters));
    }

    private static Future<Void> each(Hall hall, Collection<Attendance> freed, Function<Attendance, Future<Void>> step) {
        var all = done();
        for (var way : hall.promising()) {
            all = freed.contains(way) ? all.compose(done -> step.apply(way)) : all;
        }
        return all;
    }

    /** The hall with no seat kept for an offer that ran out. */
    Future<Hall> current(SqlClient tx, Hall hall) {
        return hall.circumstances().lapsed() ? lapse(tx, hall).map(hall) : Future.succeededFuture(hall);
    }

    /** Offers that ran out: to the end of the line the first time, off it the second; their seats go to the next. */
    private Future<Void> lapse(SqlClient tx, Hall hall) {
        var now = book.now();
        return new LineStore(tx)
                .lapsed(hall.circumstances().event(), now)
                .compose(lapsed -> lapsed.isEmpty() ? done() : lapse(tx, hall, lapsed, now));
    }

    private Future<Void> lapse(SqlClient tx, Hall hall, List<LineStore.Lapsed> lapsed, Instant now) {
        var changes = lapsed.stream().map(one -> lapse(hall, one)).toList();
        var freed = changes.stream().map(one -> one.after().attendance()).collect(toSet());
        var who = changes.stream().map(one -> one.after().id()).collect(toSet());
        return book.write(tx, hall, changes)
                .compose(done -> settle(tx, hall, freed, who))
                .compose(done -> standing(tx, who))
                .compose(all -> book.letters().send(tx, tidings(all, now)));
    }

    private static Change lapse(Hall hall, LineStore.Lapsed lapsed) {
        var before = lapsed.registration();
        var way = before.attendance();
        var after = before.status() == Registration.Status.CHOOSE || lapsed.lapsedBefore()
                ? before.cancelled(By.NO_CHOICE)
                : before.waiting(way, hall.nextPlace(way));
        return new Change(Optional.of(before), after, true);
    }

    private static Future<List<Registration>> standing(SqlClient tx, Set<UUID> who) {
        return new RegistrationStore(tx).findAll(who);
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
