package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import nl.samenkomst.kit.mail.Outgoing;
import nl.samenkomst.spi.Attendance;

/** One registration in hand, as it stands now, with the seats of its event locked. */
record Grip(SqlClient tx, SeatBook book, Hall hall, Registration registration, Instant now) {

    /** The same, with the registration as it is by now. */
    Grip holding(Registration now) {
        return new Grip(tx, book, hall, now, this.now);
    }

    /** Nothing changes. */
    Future<Registration> leave() {
        return Future.succeededFuture(registration);
    }

    /** From now on it stands so; a seat that it leaves goes to who waits. The result is what it is after all that. */
    Future<Registration> become(Registration after, String... letters) {
        return book.write(tx, hall, List.of(Change.of(registration, after)))
                .compose(done -> book.letters().send(tx, about(after, letters)))
                .compose(done -> new Line(book).settle(tx, hall, freed(after)))
                .compose(done -> book.closeGone(tx, hall))
                .compose(done -> Registrations.existing(tx, registration.id()));
    }

    private List<Outgoing> about(Registration after, String... letters) {
        return List.of(letters).stream()
                .map(letter -> Letters.about(after, letter, now))
                .toList();
    }

    private Set<Attendance> freed(Registration after) {
        var held = registration.status().holds();
        var keeps = after.status().holds() && after.attendance() == registration.attendance();
        return held && !keeps ? Set.of(registration.attendance()) : Set.of();
    }
}
