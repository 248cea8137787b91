package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.mail.EmailAddress;
import nl.samenkomst.kit.web.Listed;
import nl.samenkomst.kit.web.Paging;

/** All SQL on who is invited to closed events. Give it the pool, or the transaction to be part of. */
public record InviteeStore(SqlClient sql) {

    private static final String COLUMNS =
            "id, organisation_id, event_id, email, name, link_version, sent_at, unsubscribed_at";

    public Future<Optional<Invitee>> find(UUID id) {
        return sql.preparedQuery("select " + COLUMNS + " from invitee where id = $1")
                .mapping(InviteeStore::invitee)
                .execute(Tuple.of(id))
                .map(InviteeStore::first);
    }

    /** Adds somebody; empty where the address is invited already. Who wanted no more of this organisation still wants none. */
    Future<Optional<Invitee>> insert(Invitee one, Instant now) {
        return sql.preparedQuery("""
                insert into invitee (id, organisation_id, event_id, email, email_key, name, link_version, created_at, unsubscribed_at)
                values ($1, $2, $3, $4, $5, $6, $7, $8,
                       (select max(unsubscribed_at) from invitee where organisation_id = $2 and email_key = $5))
                    on conflict (event_id, email_key) do nothing
                returning
                """ + COLUMNS)
                .mapping(InviteeStore::invitee)
                .execute(Tuple.tuple()
                        .addUUID(one.id())
                        .addUUID(one.organisation())
                        .addUUID(one.event())
                        .addString(one.email().text())
                        .addString(one.email().key())
                        .addString(one.name().orElse(null))
                        .addInteger(one.linkVersion())
                        .addOffsetDateTime(time(now)))
                .map(InviteeStore::first);
    }

    Future<Optional<Invitee>> byAddress(UUID event, EmailAddress email) {
        return sql.preparedQuery("select " + COLUMNS + " from invitee where event_id = $1 and email_key = $2")
                .mapping(InviteeStore::invitee)
                .execute(Tuple.of(event, email.key()))
                .map(InviteeStore::first);
    }

    /** No more letters from this organisation to this invitee's address, to whatever event it is invited; all of it is in the result. */
    Future<List<Invitee>> unsubscribe(Invitee one, Instant now) {
        return sql.preparedQuery("""
                update invitee
                   set unsubscribed_at = $3
                 where organisation_id = $1 and email_key = $2 and unsubscribed_at is null
                returning
                """ + COLUMNS)
                .mapping(InviteeStore::invitee)
                .execute(Tuple.of(one.organisation(), one.email().key(), time(now)))
                .map(rows -> rows.stream().toList());
    }

    /** Letters again. */
    Future<Void> subscribe(Invitee one) {
        return sql.preparedQuery(
                        "update invitee set unsubscribed_at = null where organisation_id = $1 and email_key = $2")
                .execute(Tuple.of(one.organisation(), one.email().key()))
                .mapEmpty();
    }

    /** Everyone of this event who was not written to yet and wants to be, marked as written to. */
    Future<List<Invitee>> markUnsent(UUID event, Instant now) {
        return sql.preparedQuery("""
                update invitee set sent_at = $2 where event_id = $1 and sent_at is null and unsubscribed_at is null returning
                """ + COLUMNS)
                .mapping(InviteeStore::invitee)
                .execute(Tuple.of(event, time(now)))
                .map(rows -> rows.stream().toList());
    }

    /** Whoever has this address, marked as written to; empty where nobody has, or was written to after that moment. */
    Future<Optional<Invitee>> markAsking(UUID event, EmailAddress email, Instant before, Instant now) {
        return sql.preparedQuery("""
                update invitee
                   set sent_at = $4
                 where event_id = $1 and email_key = $2 and (sent_at is null or sent_at < $3) and unsubscribed_at is null
                returning
                """ + COLUMNS)
                .mapping(InviteeStore::invitee)
                .execute(Tuple.of(event, email.key(), time(before), time(now)))
                .map(InviteeStore::first);
    }

    /** A part of those invited to this event, by address. */
    Future<Listed<Invitee>> list(UUID event, Paging paging) {
        return sql.preparedQuery("select " + COLUMNS + """
                 from invitee
                where event_id = $1 and email_key > $2
                order by email_key
                limit $3
                """)
                .mapping(InviteeStore::invitee)
                .execute(Tuple.of(event, paging.after().map(key -> key.get(0)).orElse(""), paging.limit() + 1))
                .map(rows -> Listed.cut(
                        rows.stream().toList(),
                        paging,
                        one -> Paging.next(one.email().key())));
    }

    /** Whether there was one to take away. */
    Future<Boolean> delete(UUID event, UUID id) {
        return sql.preparedQuery("delete from invitee where event_id = $1 and id = $2")
                .execute(Tuple.of(event, id))
                .map(rows -> rows.rowCount() > 0);
    }

    /** Takes everybody of a draft away, before the draft itself goes. */
    Future<Void> deleteAll(UUID event) {
        return sql.preparedQuery("delete from invitee where event_id = $1")
                .execute(Tuple.of(event))
                .mapEmpty();
    }

    private static OffsetDateTime time(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Invitee invitee(Row row) {
        return new Invitee(
                row.getUUID("id"),
                row.getUUID("organisation_id"),
                row.getUUID("event_id"),
                new EmailAddress(row.getString("email")),
                Optional.ofNullable(row.getString("name")),
                row.getInteger("link_version"),
                Optional.ofNullable(row.getOffsetDateTime("sent_at")).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getOffsetDateTime("unsubscribed_at")).map(OffsetDateTime::toInstant));
    }

    private static Optional<Invitee> first(RowSet<Invitee> rows) {
        return rows.stream().findFirst();
    }
}
