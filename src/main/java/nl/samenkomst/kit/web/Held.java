package nl.samenkomst.kit.web;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.rule.Refusal;

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

    /** What is said to who comes with a link that was revoked; as to who has none, unless the room has better words. */
    default Refusal revoked() {
        return Holder.unknown();
    }
}
