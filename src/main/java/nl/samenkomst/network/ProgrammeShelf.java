package nl.samenkomst.network;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import java.util.List;
import nl.samenkomst.kit.db.Shelf;

/** Every programme, for public pages; kept for a second. */
public final class ProgrammeShelf {

    private static final String ALL = "all";

    private final Shelf<String, List<Programme>> shelf;

    /** @param sql the pool */
    public ProgrammeShelf(SqlClient sql) {
        this.shelf = new Shelf<>(Duration.ofSeconds(1), all -> new ProgrammeStore(sql).all());
    }

    public Future<List<Programme>> all() {
        return shelf.of(ALL);
    }
}
