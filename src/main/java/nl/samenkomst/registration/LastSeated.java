package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.event.SeatHolders;
import nl.samenkomst.spi.Attendance;

/** Tells organisers who came last, before they take seats away. */
public record LastSeated(Pool pool) implements SeatHolders {

    @Override
    public Future<List<Optional<String>>> last(UUID event, Attendance way, int number) {
        return new LastSeatedStore(pool).names(event, way, number);
    }
}
