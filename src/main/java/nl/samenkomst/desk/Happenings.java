package nl.samenkomst.desk;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import nl.samenkomst.kit.time.Job;
import nl.samenkomst.registration.Registration;
import nl.samenkomst.registration.SeatHook;

/** Remembers for a month what became of people who had registered, for the list of what happened just now. Who arrives is known already. */
public final class Happenings implements SeatHook {

    private static final Duration KEPT = Duration.ofDays(30);

    private final Clock clock;

    public Happenings(Clock clock) {
        this.clock = clock;
    }

    /** Throws away what is older than a month. */
    public static Job sweep(Pool pool) {
        return new Job("sweeping of what happened", Duration.ofHours(6), () -> new HappeningStore(pool).sweep(KEPT));
    }

    @Override
    public Future<Void> seatsTaken(SqlClient tx, List<Registration> registrations) {
        return Future.succeededFuture();
    }

    @Override
    public Future<Void> seatsPromoted(SqlClient tx, List<Registration> registrations) {
        return noted(tx, "promoted", registrations);
    }

    @Override
    public Future<Void> seatsFreed(SqlClient tx, List<Registration> registrations) {
        return noted(tx, "freed", registrations);
    }

    @Override
    public Future<Void> seatsChanged(SqlClient tx, List<Registration> registrations) {
        return noted(tx, "switched", registrations);
    }

    private Future<Void> noted(SqlClient tx, String kind, List<Registration> registrations) {
        return registrations.isEmpty()
                ? Future.succeededFuture()
                : new HappeningStore(tx).insert(kind, registrations, clock.instant());
    }
}
