package nl.samenkomst.calendar;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventStore;
import nl.samenkomst.event.Formats;
import nl.samenkomst.network.NetworkShelf;

/** Finds gatherings with all that is told of them. */
public record Occasions(SqlClient sql, NetworkShelf networks, Formats formats) {

    /** As it stands in the database now. */
    Future<Optional<Occasion>> of(UUID event) {
        return new EventStore(sql).find(event).compose(found -> found.map(
                        one -> round(one).map(Optional::of))
                .orElseGet(() -> Future.succeededFuture(Optional.empty())));
    }

    Future<Occasion> round(Event event) {
        return networks.of(event.network()).map(housed -> new Occasion(event, housed, formats.find(event.format())));
    }
}
