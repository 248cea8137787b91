package nl.samenkomst.event;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import nl.samenkomst.kit.db.Shelf;
import nl.samenkomst.spi.EventFormat;

/** Of which formats a network has public gatherings, coming or past; kept for a second. */
public final class PublicFormats {

    private static final Duration AGE = Duration.ofSeconds(1);

    private final Shelf<UUID, List<EventFormat>> shelf;

    /** @param sql the pool */
    public PublicFormats(SqlClient sql, Formats formats) {
        this.shelf = new Shelf<>(
                AGE, network -> new FormatStore(sql).publicIn(network).map(used -> formats.all().stream()
                        .filter(format -> used.contains(format.id()))
                        .toList()));
    }

    public Future<List<EventFormat>> of(UUID network) {
        return shelf.of(network);
    }
}
