package nl.samenkomst.survey;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventStore;
import nl.samenkomst.kit.db.Shelf;

/** Events with their surveys for those who answer, kept for a second: a room that answers at once costs one reading a second. */
final class SurveyShelf {

    private static final Duration AGE = Duration.ofSeconds(1);

    private final Shelf<UUID, Optional<Asking>> shelf;

    /** An event, and what is asked after it; empty while that is not opened. */
    record Asking(Event event, Optional<Survey> survey) {}

    /** @param sql the pool */
    SurveyShelf(SqlClient sql) {
        this.shelf = new Shelf<>(AGE, id -> read(sql, id));
    }

    Future<Optional<Asking>> of(UUID event) {
        return shelf.of(event);
    }

    void forget(UUID event) {
        shelf.forget(event);
    }

    private static Future<Optional<Asking>> read(SqlClient sql, UUID id) {
        var event = new EventStore(sql).find(id);
        var survey = new SurveyStore(sql).ofEvent(id);
        return Future.all(event, survey).map(both -> event.result()
                .map(found -> new Asking(
                        found, survey.result().filter(one -> one.openedAt().isPresent()))));
    }
}
