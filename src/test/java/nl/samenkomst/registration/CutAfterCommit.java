package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PrepareOptions;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Query;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** A pool whose first transaction is committed, and whose answer is then lost on the way. */
final class CutAfterCommit implements Pool {

    private final Pool pool;
    private final AtomicBoolean cut = new AtomicBoolean();

    CutAfterCommit(Pool pool) {
        this.pool = pool;
    }

    boolean cut() {
        return cut.get();
    }

    @Override
    public <T> Future<T> withConnection(Function<SqlConnection, Future<T>> function) {
        return pool.withConnection(function)
                .compose(done -> cut.getAndSet(true)
                        ? Future.succeededFuture(done)
                        : Future.failedFuture(ClosedConnectionException.INSTANCE));
    }

    @Override
    public Future<SqlConnection> getConnection() {
        return pool.getConnection();
    }

    @Override
    public Query<RowSet<Row>> query(String sql) {
        return pool.query(sql);
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql) {
        return pool.preparedQuery(sql);
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql, PrepareOptions options) {
        return pool.preparedQuery(sql, options);
    }

    @Override
    public Future<Void> close() {
        return pool.close();
    }

    @Override
    public int size() {
        return pool.size();
    }
}
