package nl.samenkomst.calendar;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** SQL on what reached whom, of one event. */
record DeliveryStore(SqlClient sql) {

    /**
     * What one person was told of the event.
     *
     * @param sentSequence the last SEQUENCE that left, and {@code sentAt} when
     * @param letter what became of the last letter: {@code waiting}, {@code sent}, {@code refused}, or nothing yet
     * @param said the other server's words, where it was refused
     * @param due whether something is still to be told: who declined, or never heard of it and leaves, is owed nothing
     * @param answer what their calendar answered, {@code answeredAt} when and {@code source} by which way
     */
    record Delivery(
            UUID registration,
            Optional<String> name,
            String status,
            String wanted,
            Optional<Integer> sentSequence,
            Optional<Instant> sentAt,
            Optional<String> letter,
            Optional<String> said,
            boolean due,
            Optional<String> answer,
            Optional<Instant> answeredAt,
            Optional<String> source) {

        /** They still have what was before: the newest has not left, or did not arrive. */
        boolean behind() {
            return due && !onlyWaits() && !delivered();
        }

        /** Its letter is on its way. */
        boolean onlyWaits() {
            return letter.filter("waiting"::equals).isPresent();
        }

        boolean refused() {
            return letter.filter("refused"::equals).isPresent();
        }

        private boolean delivered() {
            return letter.filter("sent"::equals).isPresent();
        }
    }

    /** Everyone who was ever invited, in the order of coming in. */
    Future<List<Delivery>> of(UUID event) {
        return sql.preparedQuery("""
                select registration.id, registration.name, registration.status, invite.wanted, invite.sent_sequence, invite.sent_at,
                       letter.state, letter.said, answer.partstat, answer.received_at, answer.source,
                       registration.email is not null
                           and coalesce(registration.by, '') <> 'reply'
                           and (invite.wanted = 'request' or invite.sent_sequence is not null) as due
                  from registration
                  join invite on invite.registration_id = registration.id
                  left join lateral (
                       select case when state in ('waiting', 'claimed') then 'waiting' else state end as state, said
                         from outbox
                        where subject = 'invite:' || registration.id and state in ('waiting', 'claimed', 'sent', 'refused')
                          and sequence = invite.sequence
                        order by id desc
                        limit 1) letter on true
                  left join lateral (
                       select partstat, received_at, source
                         from reply
                        where reply.registration_id = registration.id and outcome in ('accepted', 'tentative', 'declined')
                        order by received_at desc
                        limit 1) answer on true
                 where registration.event_id = $1
                 order by registration.created_at, registration.id
                """)
                .mapping(DeliveryStore::delivery)
                .execute(Tuple.of(event))
                .map(rows -> rows.stream().toList());
    }

    /** The invites of these, held until the end of the transaction. */
    Future<List<Invite>> held(List<UUID> registrations) {
        return sql.preparedQuery("""
                select registration_id, uid, sequence, sent_sequence
                  from invite
                 where registration_id = any($1)
                 order by registration_id
                   for update
                """)
                .mapping(row -> new Invite(
                        row.getUUID("registration_id"),
                        row.getString("uid"),
                        row.getInteger("sequence"),
                        Optional.ofNullable(row.getInteger("sent_sequence")),
                        false))
                .execute(Tuple.tuple().addArrayOfUUID(registrations.toArray(UUID[]::new)))
                .map(rows -> rows.stream().toList());
    }

    private static Delivery delivery(Row row) {
        return new Delivery(
                row.getUUID("id"),
                Optional.ofNullable(row.getString("name")),
                row.getString("status"),
                row.getString("wanted"),
                Optional.ofNullable(row.getInteger("sent_sequence")),
                moment(row, "sent_at"),
                Optional.ofNullable(row.getString("state")),
                Optional.ofNullable(row.getString("said")),
                row.getBoolean("due"),
                Optional.ofNullable(row.getString("partstat")),
                moment(row, "received_at"),
                Optional.ofNullable(row.getString("source")));
    }

    private static Optional<Instant> moment(Row row, String column) {
        return Stream.ofNullable(row.getOffsetDateTime(column))
                .map(OffsetDateTime::toInstant)
                .findFirst();
    }
}
