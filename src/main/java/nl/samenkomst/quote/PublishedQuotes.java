package nl.samenkomst.quote;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The words that may be shown to everybody, and the only way to read them: consented to for the place asked about, approved, not held,
 * not withdrawn. Whoever shows them keeps them for a second at most.
 *
 * @param sql the pool
 */
public record PublishedQuotes(SqlClient sql) {

    /** Those said at this event that may stand there, oldest first. */
    public Future<List<PublishedQuote>> ofEvent(UUID event, Scope scope) {
        return new PublishedQuoteStore(sql).ofEvent(event, scope);
    }

    /**
     * Those said at this network's gatherings that may stand there, newest gathering first. None of closed gatherings, nor of
     * those that are listed nowhere.
     *
     * @param from the first moment a gathering may begin
     * @param until the first moment that is too late
     */
    public Future<List<PublishedQuote>> ofNetwork(UUID network, Scope scope, Instant from, Instant until) {
        return new PublishedQuoteStore(sql).ofNetwork(network, scope, from, until);
    }
}
