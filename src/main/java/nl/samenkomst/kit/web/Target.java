package nl.samenkomst.kit.web;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Optional;
import java.util.UUID;

/**
 * A kind of thing that paths can name. A room declares each of its targets once.
 *
 * @param <T> the thing
 */
public interface Target<T> {

    /** The path parameter that names it, such as {@code event} in {@code /events/:event}. */
    String parameter();

    Future<Optional<T>> find(SqlClient sql, String value);

    /** Whose it is. */
    UUID organisation(T thing);

    /** Whether strangers may know that it exists. */
    boolean open(T thing);
}
