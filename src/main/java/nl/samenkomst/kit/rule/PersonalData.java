package nl.samenkomst.kit.rule;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.util.UUID;

/** What a room keeps about a registered person: to give to them, and to erase. */
public interface PersonalData {

    /** The name under which this room's part stands in the person's download. */
    String part();

    /** What this room keeps about the registration; empty where it keeps nothing. */
    Future<JsonObject> export(SqlClient sql, UUID registration);

    /** Erases it, in the transaction given. */
    Future<Void> erase(SqlClient tx, UUID registration);
}
