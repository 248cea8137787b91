package nl.samenkomst.kit.web;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Optional;
import java.util.UUID;

/**
 * A kind of thing that somebody holds a derived link to, see {@link Links}.
 *
 * @param <T> the thing
 */
public interface Held<T> {

    /** The path parameter that bears the link's token. */
    String parameter();

    /** What the link is for; a token for one purpose opens nothing else. */
    String purpose();

    Future<Optional<T>> find(SqlClient sql, UUID id);

    /** Raising it revokes all links made before. */
    int linkVersion(T thing);
}
