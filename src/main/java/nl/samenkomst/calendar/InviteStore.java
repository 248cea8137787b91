package nl.samenkomst.calendar;

import static java.time.ZoneOffset.UTC;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.samenkomst.spi.Attendance;

/** All SQL on invites. Give it the pool, or the transaction to be part of. */
record InviteStore(SqlClient sql) {

    /** An invite as it leaves: the way of attending is the one that the sequence stands for. */
    record Leaving(String uid, Attendance attendance) {}

    /** These calendars should show the gathering as it now is; the new ones get a UID, the known ones a higher sequence. */
    Future<List<Invite>> request(List<UUID> registrations) {
        return sql.preparedQuery("""
                insert into invite (registration_id, uid, wanted)
                select id, uid, 'request'
                  from unnest($1::uuid[], $2::text[]) as one (id, uid)
                 order by id
                    on conflict (registration_id) do update
                   set wanted = 'request', sequence = invite.sequence + 1
                returning registration_id, uid, sequence, sent_sequence,
                       (select link_used_at is null from registration where id = registration_id) as stranger
                """)
                .mapping(InviteStore::invite)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(registrations.toArray(UUID[]::new))
                        .addArrayOfString(Stream.generate(Invite::freshUid)
                                .limit(registrations.size())
                                .toArray(String[]::new)))
                .map(InviteStore::listOf);
    }

    /** These calendars should show that the person does not come; who was never to be invited is not in the result. */
    Future<List<Invite>> cancel(List<UUID> registrations) {
        return sql.preparedQuery("""
                update invite
                   set wanted = 'cancel', sequence = sequence + 1
                 where registration_id = any($1) and wanted = 'request'
                returning registration_id, uid, sequence, sent_sequence, false as stranger
                """)
                .mapping(InviteStore::invite)
                .execute(Tuple.tuple().addArrayOfUUID(registrations.toArray(UUID[]::new)))
                .map(InviteStore::listOf);
    }

    /**
     * From now on the person may have been told this. Empty when it was overtaken by a newer state, and for a cancel of what
     * they never heard of; asked again after a crash, the answer is the same.
     */
    Future<Optional<Leaving>> leaves(UUID registration, int sequence, Invite.Wanted wanted, Instant now) {
        return sql.preparedQuery("""
                update invite
                   set sent_sequence = sequence, sent_method = wanted, sent_at = $4
                 where registration_id = $1 and sequence = $2 and wanted = $3
                   and (wanted = 'request' or sent_method = 'request' or sent_sequence = $2)
                returning uid, (select attendance from registration where id = registration_id) as attendance
                """)
                .mapping(row -> new Leaving(
                        row.getString("uid"),
                        Attendance.of(row.getString("attendance")).orElseThrow()))
                .execute(Tuple.of(registration, sequence, wanted.code(), now.atOffset(UTC)))
                .map(rows -> rows.stream().findFirst());
    }

    /** What this person's calendar knows the gathering by; empty where they were never invited. */
    Future<Optional<Invite>> find(UUID registration) {
        return sql.preparedQuery("""
                select registration_id, uid, sequence, sent_sequence, false as stranger
                  from invite
                 where registration_id = $1
                """)
                .mapping(InviteStore::invite)
                .execute(Tuple.of(registration))
                .map(rows -> rows.stream().findFirst());
    }

    private static Invite invite(Row row) {
        return new Invite(
                row.getUUID("registration_id"),
                row.getString("uid"),
                row.getInteger("sequence"),
                Optional.ofNullable(row.getInteger("sent_sequence")),
                row.getBoolean("stranger"));
    }

    private static List<Invite> listOf(RowSet<Invite> rows) {
        return rows.stream().toList();
    }
}
