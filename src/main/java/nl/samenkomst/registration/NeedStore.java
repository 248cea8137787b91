package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import nl.samenkomst.spi.Attendance;

/** SQL on what people need. Who reads for staff notes it in the same transaction. */
record NeedStore(SqlClient sql) {

    /** What one person told. */
    record Told(UUID registration, Need need) {}

    /** What somebody who comes told, without saying who: the way they attend in decides whether the host must care. */
    record Nameless(Need need, Attendance attendance) {}

    Future<List<Need>> of(UUID registration) {
        return sql.preparedQuery("""
                select kind, text from special_need where registration_id = $1 order by kind
                """)
                .mapping(row -> new Need(Need.Kind.of(row.getString("kind")).orElseThrow(), row.getString("text")))
                .execute(Tuple.of(registration))
                .map(rows -> rows.stream().toList());
    }

    /** What those who have a seat need, without their names, in the order of the words. */
    Future<List<Nameless>> ofEvent(UUID event) {
        return sql.preparedQuery("""
                select special_need.kind, special_need.text, registration.attendance
                  from registration
                  join special_need on special_need.registration_id = registration.id
                 where registration.event_id = $1 and registration.status = 'confirmed'
                 order by special_need.kind, lower(special_need.text)
                """)
                .mapping(row -> new Nameless(
                        new Need(Need.Kind.of(row.getString("kind")).orElseThrow(), row.getString("text")),
                        Attendance.of(row.getString("attendance")).orElseThrow()))
                .execute(Tuple.of(event))
                .map(rows -> rows.stream().toList());
    }

    /** These are all that these people need now. */
    Future<Void> replace(Collection<UUID> registrations, List<Told> told) {
        return delete(registrations).compose(gone -> told.isEmpty() ? Future.succeededFuture() : insert(told));
    }

    private Future<Void> insert(List<Told> told) {
        var now = new Columns<>(told);
        return sql.preparedQuery("""
                insert into special_need (registration_id, kind, text)
                select registration, kind, text from unnest($1::uuid[], $2::text[], $3::text[]) as one (registration, kind, text)
                """)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(now.of(Told::registration, UUID[]::new))
                        .addArrayOfString(now.of(one -> one.need().kind().code(), String[]::new))
                        .addArrayOfString(now.of(one -> one.need().text(), String[]::new)))
                .mapEmpty();
    }

    Future<Void> delete(Collection<UUID> registrations) {
        return sql.preparedQuery("delete from special_need where registration_id = any($1)")
                .execute(Tuple.tuple().addArrayOfUUID(registrations.toArray(UUID[]::new)))
                .mapEmpty();
    }

    /** Forgets what was needed at events that ended before then; the result is how many needs. */
    Future<Integer> forgetEndedBefore(Instant moment) {
        return sql.preparedQuery("""
                delete from special_need
                 using registration, event
                 where registration.id = special_need.registration_id
                   and event.id = registration.event_id
                   and event.ends_at <= $1
                """)
                .execute(Tuple.of(moment.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.rowCount());
    }
}
