package nl.samenkomst.kit.db;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import java.util.function.Function;

/** A transaction for where every round trip counts. */
public final class Transactions {

    private Transactions() {}

    /**
     * Like {@link Pool#withTransaction}, but the first statements leave together with the BEGIN instead of waiting for its answer. A
     * BEGIN fails only with the whole connection, and then they fail as well.
     */
    public static <T> Future<T> pipelined(Pool pool, Function<SqlConnection, Future<T>> work) {
        return pool.withConnection(connection -> {
            var begun = connection.begin();
            var worked = Future.<Void>succeededFuture().compose(now -> work.apply(connection));
            return Future.join(begun, worked)
                    .compose(both -> begun.result().commit().map(done -> worked.result()), failure -> rolledBack(begun)
                            .transform(whatever -> Future.failedFuture(failure)));
        });
    }

    /** A failed statement has rolled it back already, and a broken connection leaves nothing to roll back. */
    private static Future<Void> rolledBack(Future<Transaction> begun) {
        return begun.succeeded() ? begun.result().rollback() : Future.succeededFuture();
    }
}
