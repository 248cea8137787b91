package nl.samenkomst.calendar;

import static java.time.ZoneOffset.UTC;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.web.Listed;
import nl.samenkomst.kit.web.Paging;

/** SQL on the answers that an organiser should look at. */
record LookStore(SqlClient sql) {

    /** An answer to look at; of what is nobody's, neither sender nor words are told, as they may be another organisation's. */
    record Look(
            Buffer hash,
            Finding outcome,
            Instant receivedAt,
            Optional<String> sender,
            Optional<String> words,
            Optional<String> proposal,
            Optional<String> name,
            Optional<String> slug,
            Optional<String> title,
            Optional<String> zone) {}

    /** @param nobodys whether those that belong to no organisation are listed too */
    Future<Listed<Look>> open(UUID organisation, boolean nobodys, Paging paging) {
        return sql.preparedQuery("""
                select reply.message_hash, reply.outcome, reply.received_at, reply.proposal, registration.name, event.slug, event.zone,
                       case when reply.organisation_id is not null then reply.sender end as sender,
                       case when reply.organisation_id is not null or reply.method = 'unreadable' then reply.words end as words,
                       (select title from event_text where event_id = event.id order by (language = event.language) desc limit 1)
                           as title
                  from reply
                  left join registration on registration.id = reply.registration_id
                  left join event on event.id = reply.event_id
                 where look and done_at is null
                   and (reply.organisation_id = $1 or ($2 and reply.organisation_id is null))
                   and ($3::timestamptz is null or (received_at, message_hash) < ($3, $4::bytea))
                 order by received_at desc, message_hash desc
                 limit $5
                """)
                .mapping(LookStore::look)
                .execute(asked(organisation, nobodys, paging))
                .map(rows -> Listed.cut(rows.stream().toList(), paging, LookStore::key));
    }

    /** Somebody looked at it; false where there is no such one for them. */
    Future<Boolean> done(Buffer hash, UUID organisation, boolean nobodys, UUID account, Instant now) {
        return sql.preparedQuery("""
                update reply
                   set done_at = coalesce(done_at, $4), done_by = coalesce(done_by, $5)
                 where message_hash = $1 and look and (organisation_id = $2 or ($3 and organisation_id is null))
                """)
                .execute(Tuple.of(hash, organisation, nobodys, now.atOffset(UTC), account))
                .map(done -> done.rowCount() == 1);
    }

    private static Tuple asked(UUID organisation, boolean nobodys, Paging paging) {
        try {
            var after = paging.after();
            return Tuple.tuple()
                    .addValue(organisation)
                    .addValue(nobodys)
                    .addValue(after.map(key -> Instant.parse(key.get(0)).atOffset(UTC))
                            .orElse(null))
                    .addValue(after.map(key -> Buffer.buffer(HexFormat.of().parseHex(key.get(1))))
                            .orElse(null))
                    .addValue(paging.limit() + 1);
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException foreign) {
            throw Paging.strange();
        }
    }

    private static String key(Look look) {
        return Paging.next(
                look.receivedAt().toString(),
                HexFormat.of().formatHex(look.hash().getBytes()));
    }

    private static Look look(Row row) {
        return new Look(
                row.getBuffer("message_hash"),
                ReplyStore.outcome(row.getString("outcome")),
                row.getOffsetDateTime("received_at").toInstant(),
                Optional.ofNullable(row.getString("sender")),
                Optional.ofNullable(row.getString("words")),
                Optional.ofNullable(row.getString("proposal")),
                Optional.ofNullable(row.getString("name")),
                Optional.ofNullable(row.getString("slug")),
                Optional.ofNullable(row.getString("title")),
                Optional.ofNullable(row.getString("zone")));
    }
}
