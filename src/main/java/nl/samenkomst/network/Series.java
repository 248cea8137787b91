package nl.samenkomst.network;

import io.vertx.core.json.JsonObject;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/**
 * A gathering that comes back.
 *
 * @param title in the language it was written in
 * @param pattern what its dates share, with the names that an event has in the API; besides {@code time}, the local time they begin,
 *     and {@code minutes}, how long they last
 * @param membersFirst how many days before everybody else its standing members are registered for a date
 */
public record Series(
        UUID id,
        UUID organisation,
        UUID network,
        Optional<UUID> area,
        String format,
        String slug,
        String title,
        ZoneId zone,
        JsonObject pattern,
        int membersFirst,
        long version) {

    public Series {
        pattern = pattern.copy();
    }

    /** A copy: a series never changes. */
    @Override
    public JsonObject pattern() {
        return pattern.copy();
    }
}
