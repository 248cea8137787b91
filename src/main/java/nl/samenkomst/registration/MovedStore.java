package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.spi.Attendance;

/** All SQL on whom a run of changes moved, and what they had before. Give it the transaction. */
record MovedStore(SqlClient sql) {

    /** What somebody had, and the registration as it now stands. */
    record Moved(
            Registration now,
            Attendance attendance,
            Optional<Attendance> wants,
            Registration.Status status,
            int place,
            Optional<Instant> until) {}

    /** How many were given a seat in the other way, and how many must choose, by this transaction. */
    record Count(int moved, int choose) {}

    /** Keeps what these had; who was moved before by the same run keeps what they had at first. */
    Future<Void> remember(UUID event, List<Change> changes) {
        var all = new Columns<>(changes);
        return sql.preparedQuery("""
                insert into moved (registration_id, event_id, attendance, wants, status, place, offer_until,
                       now_attendance, now_status, now_place)
                select id, $1, attendance, wants, status, place, offer_until, now_attendance, now_status, now_place
                  from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::int[], $7::timestamptz[], $8::text[],
                              $9::text[], $10::int[])
                       as one (id, attendance, wants, status, place, offer_until, now_attendance, now_status, now_place)
                    on conflict (registration_id) do update
                   set now_attendance = excluded.now_attendance, now_status = excluded.now_status,
                       now_place = excluded.now_place
                """)
                .execute(Tuple.tuple()
                        .addUUID(event)
                        .addArrayOfUUID(all.of(one -> one.after().id(), UUID[]::new))
                        .addArrayOfString(all.of(one -> had(one).attendance().code(), String[]::new))
                        .addArrayOfString(all.of(
                                one -> had(one).wants().map(Attendance::code).orElse(null), String[]::new))
                        .addArrayOfString(all.of(one -> had(one).status().code(), String[]::new))
                        .addArrayOfInteger(all.of(one -> had(one).place(), Integer[]::new))
                        .addArrayOfOffsetDateTime(all.of(
                                one -> had(one).offerUntil()
                                        .map(at -> at.atOffset(ZoneOffset.UTC))
                                        .orElse(null),
                                OffsetDateTime[]::new))
                        .addArrayOfString(all.of(one -> one.after().attendance().code(), String[]::new))
                        .addArrayOfString(all.of(one -> one.after().status().code(), String[]::new))
                        .addArrayOfInteger(all.of(one -> one.after().place(), Integer[]::new)))
                .mapEmpty();
    }

    private static Registration had(Change change) {
        return change.before().orElseThrow();
    }

    /** Who still stands where the run left them, in the order of the places they had. */
    Future<List<Moved>> unchanged(UUID event) {
        return sql.preparedQuery("select had.*, " + RegistrationStore.COLUMNS + """
                  from registration
                  join (select registration_id, attendance as had_attendance, wants as had_wants, status as had_status,
                               place as had_place, offer_until as had_until, now_attendance, now_status, now_place
                          from moved
                         where event_id = $1) had
                    on id = registration_id
                   and attendance = now_attendance and status = now_status and place = now_place and wants is null
                 order by had_place, created_at, id
                """)
                .mapping(MovedStore::moved)
                .execute(Tuple.of(event))
                .map(rows -> rows.stream().toList());
    }

    Future<Void> forget(UUID event) {
        return sql.preparedQuery("delete from moved where event_id = $1")
                .execute(Tuple.of(event))
                .mapEmpty();
    }

    /** What this very transaction did. */
    Future<Count> counted(UUID event) {
        return sql.preparedQuery("""
                select (count(*) filter (where now_status = 'confirmed' and now_attendance <> attendance))::int as moved,
                       (count(*) filter (where now_status = 'choose'))::int as choose
                  from moved
                 where event_id = $1 and xmin = pg_current_xact_id()::xid
                """)
                .mapping(row -> new Count(row.getInteger("moved"), row.getInteger("choose")))
                .execute(Tuple.of(event))
                .map(rows -> rows.iterator().next());
    }

    private static Moved moved(Row row) {
        return new Moved(
                RegistrationStore.registration(row),
                Attendance.of(row.getString("had_attendance")).orElseThrow(),
                Optional.ofNullable(row.getString("had_wants")).flatMap(Attendance::of),
                Registration.Status.of(row.getString("had_status")),
                row.getInteger("had_place"),
                Optional.ofNullable(row.getOffsetDateTime("had_until")).map(OffsetDateTime::toInstant));
    }
}
