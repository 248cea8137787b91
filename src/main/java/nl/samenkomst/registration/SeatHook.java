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

    /** These had a seat and have none now; what they were is still in them, erased or not. */
    Future<Void> seatsFreed(SqlClient tx, List<Registration> registrations);

    /** These hold another seat than before: the way of attending changed. */
    Future<Void> seatsChanged(SqlClient tx, List<Registration> registrations);
}
