package nl.samenkomst.calendar;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.samenkomst.spi.Attendance;

/** All SQL on invites. Give it the pool, or the transaction to be part of. */
record InviteStore(SqlClient sql) {

    /** An invite as it leaves: the way of attending is the one that the sequence stands for; {@code was} is what was shown before. */
    record Leaving(String uid, Attendance attendance, Optional<JsonObject> was) {}

    /** An invite whose event changed; {@code same} where the calendar shows already what it should. */
    record Changed(Invite invite, boolean same) {}

    /** These calendars should show the gathering as it now is; the new ones get a UID, the known ones a higher sequence. */
    Future<List<Invite>> request(List<UUID> registrations) {
        return sql.preparedQuery("""
                insert into invite (registration_id, uid, wanted)
                select id, uid, 'request'
                  from unnest($1::uuid[], $2::text[]) as one (id, uid)
                 order by id
                    on conflict (registration_id) do update
                   set wanted = 'request', wanted_hash = null, sequence = invite.sequence + 1
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
                   set wanted = 'cancel', wanted_hash = null, sequence = sequence + 1
                 where registration_id = any($1) and wanted = 'request'
                returning registration_id, uid, sequence, case when sent_method = 'request' then sent_sequence end as sent_sequence,
                       false as stranger
                """)
                .mapping(InviteStore::invite)
                .execute(Tuple.tuple().addArrayOfUUID(registrations.toArray(UUID[]::new)))
                .map(InviteStore::listOf);
    }

    /**
     * These calendars should show something else since the event changed; who was never to be invited is not in the result, nor who is to
     * be told just this already.
     */
    Future<List<Changed>> change(List<UUID> registrations, Buffer hash) {
        return sql.preparedQuery("""
                update invite
                   set wanted = 'request', wanted_hash = $2, sequence = sequence + 1
                 where registration_id = any($1) and wanted_hash is distinct from $2
                returning registration_id, uid, sequence, sent_sequence,
                       (select link_used_at is null from registration where id = registration_id) as stranger,
                       coalesce(sent_method = 'request' and sent_hash = $2, false) as same
                """)
                .mapping(row -> new Changed(invite(row), row.getBoolean("same")))
                .execute(Tuple.of(registrations.toArray(UUID[]::new), hash))
                .map(rows -> rows.stream().toList());
    }

    /** Nothing is to be said after all: the sequence is the one that was sent, as the higher ones are known to nobody. */
    Future<Void> settle(List<UUID> registrations) {
        return sql.preparedQuery("update invite set sequence = sent_sequence where registration_id = any($1)")
                .execute(Tuple.tuple().addArrayOfUUID(registrations.toArray(UUID[]::new)))
                .mapEmpty();
    }

    /** Nobody's calendar should show this event any more, nor that of who declined and may still see it. */
    Future<List<Invite>> cancelAll(UUID event) {
        return sql.preparedQuery("""
                update invite
                   set wanted = 'cancel', wanted_hash = null, sequence = sequence + 1
                  from registration
                 where registration.id = registration_id and event_id = $1 and email is not null and wanted = 'request'
                returning registration_id, uid, sequence, case when sent_method = 'request' then sent_sequence end as sent_sequence,
                       false as stranger
                """)
                .mapping(InviteStore::invite)
                .execute(Tuple.of(event))
                .map(InviteStore::listOf);
    }

    /** What these persons' calendars know the gathering by; who was never invited is not in the result. */
    Future<List<Invite>> findAll(Collection<UUID> registrations) {
        return sql.preparedQuery("""
                select registration_id, uid, sequence, sent_sequence, false as stranger
                  from invite
                 where registration_id = any($1)
                """)
                .mapping(InviteStore::invite)
                .execute(Tuple.tuple().addArrayOfUUID(registrations.toArray(UUID[]::new)))
                .map(InviteStore::listOf);
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
