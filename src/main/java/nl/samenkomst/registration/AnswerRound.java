package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.rule.NotFound;

/** The answers of several calendars in hand, with the seats of their events locked. */
public final class AnswerRound {

    private final SqlClient tx;
    private final SeatBook book;
    private final Map<UUID, Hall> halls;

    AnswerRound(SqlClient tx, SeatBook book, Map<UUID, Hall> halls) {
        this.tx = tx;
        this.book = book;
        this.halls = halls;
    }

    /** The transaction, for what else is kept of the answers. */
    public SqlClient tx() {
        return tx;
    }

    public Instant now() {
        return book.now();
    }

    /** Those of these that are there, as they stand now, in no order; what is decided about one may change others. */
    public Future<List<Registration>> standing(Collection<UUID> ids) {
        return new RegistrationStore(tx).findAll(ids);
    }

    /** What may be done with this one, as it stands now, of one of these events. */
    public Answering of(Registration standing) {
        var hall = Optional.ofNullable(halls.get(standing.event())).orElseThrow(() -> new NotFound("event"));
        return new Answering(new Grip(tx, book, hall, standing, now()));
    }

    /** Writes down what these persons' calendars say, each one of the public words; their seats stay theirs. */
    public Future<Void> note(Map<UUID, String> replies) {
        return replies.isEmpty()
                ? Future.succeededFuture()
                : new RegistrationStore(tx).answered(replies, now().atOffset(ZoneOffset.UTC));
    }
}
