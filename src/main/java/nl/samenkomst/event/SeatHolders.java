package nl.samenkomst.event;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.spi.Attendance;

/** Knows who has a seat; the room where people register answers. */
public interface SeatHolders {

    /**
     * Those who would lose their seat were there so many fewer: who came last, the last first.
     *
     * @return their names, empty for who erased theirs
     */
    Future<List<Optional<String>>> last(UUID event, Attendance way, int number);
}
