package nl.samenkomst.meeting;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;

/** All SQL on online places; an event brings its own along when it is read. */
public record MeetingStore(SqlClient sql) {

    /** Writes the place, new or known. */
    public Future<Void> write(Meeting meeting) {
        return sql.preparedQuery("""
                insert into meeting (id, organisation_id, provider, url, dial_in, foreign_id)
                values ($1, $2, $3, $4, $5, $6)
                    on conflict (id) do update
                   set provider = excluded.provider, url = excluded.url, dial_in = excluded.dial_in,
                       foreign_id = excluded.foreign_id
                """)
                .execute(Tuple.of(
                        meeting.id(),
                        meeting.organisation(),
                        meeting.provider(),
                        meeting.url().orElse(null),
                        meeting.dialIn().orElse(null),
                        meeting.foreignId().orElse(null)))
                .mapEmpty();
    }

    public Future<Void> delete(UUID id) {
        return sql.preparedQuery("delete from meeting where id = $1")
                .execute(Tuple.of(id))
                .mapEmpty();
    }
}
