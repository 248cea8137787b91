package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;

/**
 * News of seats, told in the transaction that gives or takes them. Called once with all that it concerns: answer with one statement,
 * not with one each.
 */
public interface SeatHook {

    /** These have a seat now (they are confirmed) and had none before; an offer is not yet a seat. */
    Future<Void> seatsTaken(SqlClient tx, List<Registration> registrations);

    /** The same of those who stood in line or were offered their seat. */
    default Future<Void> seatsPromoted(SqlClient tx, List<Registration> registrations) {
        return seatsTaken(tx, registrations);
    }

    /** A change of the event moved these; it is for the listener to tell them when the change is due. */
    default Future<Void> seatsShifted(SqlClient tx, SeatShift shift) {
        return Future.succeededFuture();
    }

    /** These had a seat and have none now; what they were is still in them, erased or not. */
    Future<Void> seatsFreed(SqlClient tx, List<Registration> registrations);

    /** These hold another seat than before: the way of attending changed. */
    Future<Void> seatsChanged(SqlClient tx, List<Registration> registrations);
}
