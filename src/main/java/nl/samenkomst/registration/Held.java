package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.samenkomst.kit.rule.NotFound;

/** One event in the hands of staff, with its seats locked. */
record Held(SqlClient tx, SeatBook book, Hall hall, PersonKeys people) {

    /** Somebody of this event, as they stand now; whoever belongs to another is not found. */
    Future<Grip> grip(UUID id) {
        return Registrations.existing(tx, id).map(one -> {
            if (!one.event().equals(hall.circumstances().event())) {
                throw new NotFound("registration");
            }
            return new Grip(tx, book, hall, one, book.now());
        });
    }

    /** The same for each of these, one after the other, each on what the one before left. */
    Future<Void> each(List<UUID> ids, Function<Grip, Future<Registration>> step) {
        Future<Void> done = Future.succeededFuture();
        for (var id : ids) {
            done = done.compose(before -> grip(id)).compose(step).mapEmpty();
        }
        return done;
    }
}
