package nl.samenkomst.calendar;

import static java.time.ZoneOffset.UTC;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.spi.Attendance;

/** SQL on invitations at the moment they leave, many in one statement; invites are locked in the order of their ids, as everywhere. */
record LeavingStore(SqlClient sql) {

    /** What is about to be told. */
    record Wish(UUID registration, int sequence, Invite.Wanted wanted) {}

    /** What a letter that leaves now shows; empty where it shows that nothing is left. */
    record Telling(UUID registration, int sequence, Optional<Shown> shown) {}

    /**
     * From now on these persons may have been told this, in the order of the wishes. Empty where it was overtaken by a newer state, and
     * for a cancel of what they never heard of; asked again after a crash, the answer is the same.
     */
    Future<List<Optional<InviteStore.Leaving>>> leave(List<Wish> wishes, Instant now) {
        return sql.preparedQuery("""
                with held as (
                    select registration_id, sent_shown
                      from invite
                     where registration_id = any($1)
                     order by registration_id
                       for update)
                update invite
                   set sent_sequence = invite.sequence, sent_method = invite.wanted, sent_at = $4
                  from held
                  join unnest($1::uuid[], $2::int[], $3::text[]) as wish (id, sequence, wanted)
                    on wish.id = held.registration_id
                  join registration on registration.id = held.registration_id
                 where invite.registration_id = held.registration_id
                   and invite.sequence = wish.sequence and invite.wanted = wish.wanted
                   and (invite.wanted = 'request' or sent_method = 'request' or sent_sequence = wish.sequence)
                returning invite.registration_id, invite.sequence, invite.wanted, uid, held.sent_shown,
                       registration.attendance
                """)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(wishes.stream().map(Wish::registration).toArray(UUID[]::new))
                        .addArrayOfInteger(wishes.stream().map(Wish::sequence).toArray(Integer[]::new))
                        .addArrayOfString(
                                wishes.stream().map(one -> one.wanted().code()).toArray(String[]::new))
                        .addOffsetDateTime(now.atOffset(UTC)))
                .map(rows -> {
                    Map<String, InviteStore.Leaving> found = new HashMap<>();
                    rows.forEach(row -> found.put(
                            key(row.getUUID("registration_id"), row.getInteger("sequence"), row.getString("wanted")),
                            leaving(row)));
                    return wishes.stream()
                            .map(one -> Optional.ofNullable(found.get(key(
                                    one.registration(),
                                    one.sequence(),
                                    one.wanted().code()))))
                            .toList();
                });
    }

    /** What these letters show is what the next are compared with; the same once more if they are sent again. */
    Future<Void> shows(List<Telling> told) {
        return sql.preparedQuery("""
                with held as (
                    select invite.registration_id, one.hash, one.shown
                      from invite
                      join unnest($1::uuid[], $2::int[], $3::bytea[], $4::jsonb[]) as one (id, sequence, hash, shown)
                        on one.id = invite.registration_id and one.sequence = invite.sent_sequence
                     order by invite.registration_id
                       for update of invite)
                update invite
                   set sent_hash = held.hash, sent_shown = held.shown
                  from held
                 where invite.registration_id = held.registration_id
                """)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(told.stream().map(Telling::registration).toArray(UUID[]::new))
                        .addArrayOfInteger(told.stream().map(Telling::sequence).toArray(Integer[]::new))
                        .addArrayOfBuffer(told.stream()
                                .map(one -> one.shown().map(Shown::hash).orElse(null))
                                .toArray(Buffer[]::new))
                        .addArrayOfJsonObject(told.stream()
                                .map(one -> one.shown().map(Shown::json).orElse(Shown.NOTHING))
                                .toArray(JsonObject[]::new)))
                .mapEmpty();
    }

    private static String key(UUID registration, int sequence, String wanted) {
        return registration + " " + sequence + " " + wanted;
    }

    private static InviteStore.Leaving leaving(Row row) {
        return new InviteStore.Leaving(
                row.getString("uid"),
                Attendance.of(row.getString("attendance")).orElseThrow(),
                Optional.ofNullable(row.getJsonObject("sent_shown")));
    }
}
