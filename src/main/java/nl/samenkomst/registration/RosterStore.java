package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import nl.samenkomst.kit.web.Listed;
import nl.samenkomst.kit.web.Paging;

/** SQL on the list of an event's registrations, as staff keep it. */
record RosterStore(SqlClient sql) {

    /** A part of an event's registrations, those who left too, in the order of registering. */
    Future<Listed<Registration>> list(UUID event, Paging paging) {
        return sql.preparedQuery("select " + RegistrationStore.COLUMNS + """
                 from registration
                where event_id = $1 and ($2::timestamptz is null or (created_at, id) > ($2, $3::uuid))
                order by created_at, id
                limit $4
                """)
                .execute(asked(event, paging))
                .map(rows -> Listed.cut(
                        RegistrationStore.all(rows),
                        paging,
                        one -> Paging.next(one.createdAt().toString(), one.id().toString())));
    }

    private static Tuple asked(UUID event, Paging paging) {
        try {
            var after = paging.after();
            return Tuple.tuple()
                    .addUUID(event)
                    .addValue(after.map(key -> Instant.parse(key.get(0)).atOffset(ZoneOffset.UTC))
                            .orElse(null))
                    .addValue(after.map(key -> UUID.fromString(key.get(1))).orElse(null))
                    .addInteger(paging.limit() + 1);
        } catch (DateTimeParseException | IllegalArgumentException | IndexOutOfBoundsException foreign) {
            throw Paging.strange();
        }
    }

    /** Writes who was there; that is no change of the registration for anybody else, but it is a new version. */
    Future<Void> mark(UUID id, String presence) {
        return sql.preparedQuery("update registration set presence = $2, version = version + 1 where id = $1")
                .execute(Tuple.of(id, presence))
                .mapEmpty();
    }
}
