package nl.samenkomst.recap;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.util.Map;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.network.Network;

/** What organisers do with the review of a year. Give it the transaction to be part of. */
public record Reviews(SqlClient tx) {

    /**
     * Saves what was written and chosen. Refused ({@code stale}) where another saved meanwhile.
     *
     * @param words by language tag
     * @param before the version it was written upon, 0 for the first
     */
    public Future<Void> write(
            Network network, int year, Map<String, ReviewText> words, ReviewChoice choice, long before) {
        return new ReviewStore(tx)
                .write(network, year, words, choice, before)
                .compose(written -> written
                        ? Future.succeededFuture()
                        : Future.failedFuture(Refusal.of(412, "stale", "error.412")));
    }

    /** Shows it to everybody. Not found where nothing was saved. */
    public Future<Void> publish(Network network, int year, Instant now) {
        return new ReviewStore(tx).publish(network.id(), year, now).compose(Reviews::there);
    }

    /** Shows it to nobody any more. Not found where nobody saw it. */
    public Future<Void> takeBack(Network network, int year) {
        return new ReviewStore(tx).takeBack(network.id(), year).compose(Reviews::there);
    }

    private static Future<Void> there(boolean found) {
        return found ? Future.succeededFuture() : Future.failedFuture(new NotFound("review"));
    }
}
