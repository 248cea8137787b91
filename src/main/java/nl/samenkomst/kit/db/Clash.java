package nl.samenkomst.kit.db;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import java.util.function.Function;
import java.util.function.Supplier;

/** Turns the database's refusal to break a constraint into words, for {@code recover} behind a statement. */
public final class Clash {

    private Clash() {}

    /**
     * Tells this constraint's refusal in other words; every other failure stays as it is.
     *
     * @param constraint its name in the database, such as {@code event_slug_key}
     */
    public static <T> Function<Throwable, Future<T>> on(String constraint, Supplier<RuntimeException> words) {
        return failure -> Future.failedFuture(
                failure instanceof PgException refused && constraint.equals(refused.getConstraint())
                        ? words.get()
                        : failure);
    }

    /** Tells in other words that something still points at what was to go (SQLSTATE 23503). */
    public static <T> Function<Throwable, Future<T>> stillNamed(Supplier<RuntimeException> words) {
        return failure -> Future.failedFuture(
                failure instanceof PgException refused && "23503".equals(refused.getSqlState())
                        ? words.get()
                        : failure);
    }
}
