package nl.samenkomst.event;

import io.vertx.core.Future;
import java.util.Optional;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Visit;

/** What stands at an event's address once the event is over: another room may have something to tell of it by then. */
public interface Sequel {

    /** The whole answer; empty to show the event as it was announced. Asked for each visit, so it must be quick. */
    Future<Optional<Reply>> of(Visit visit, Event event);

    /** Nothing comes after it. */
    static Sequel none() {
        return (visit, event) -> Future.succeededFuture(Optional.empty());
    }
}
