package nl.samenkomst.calendar;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All SQL on what calendars answered. Give it the pool, or the transaction to be part of. */
record ReplyStore(SqlClient sql) {

    /** An earlier message about the same registration. */
    record Earlier(Finding outcome, Optional<Heard.Partstat> partstat, Optional<Instant> stamp, Instant receivedAt) {

        /** Whether it is what now counts as the answer. */
        boolean counted() {
            return outcome == Finding.ACCEPTED || outcome == Finding.TENTATIVE || outcome == Finding.DECLINED;
        }
    }

    /** Those of these messages that were dealt with before, and what came of them. */
    Future<Map<Buffer, Finding>> seen(List<Buffer> hashes) {
        return sql.preparedQuery("select message_hash, outcome from reply where message_hash = any($1)")
                .execute(Tuple.tuple().addArrayOfBuffer(hashes.toArray(Buffer[]::new)))
                .map(rows -> rows.stream()
                        .collect(
                                toMap(row -> row.getBuffer("message_hash"), row -> outcome(row.getString("outcome")))));
    }

    /** The registration that a UID stands for, in lower case, and its event. */
    record Registered(String uid, UUID registration, UUID event) {}

    /** The registrations that these UIDs stand for, in whichever case they come back. */
    Future<List<Registered>> registered(List<String> uids) {
        return sql.preparedQuery("""
                select uid, registration_id, event_id
                  from invite
                  join registration on registration.id = registration_id
                 where uid = any($1)
                """)
                .mapping(row ->
                        new Registered(row.getString("uid"), row.getUUID("registration_id"), row.getUUID("event_id")))
                .execute(Tuple.tuple()
                        .addArrayOfString(uids.stream()
                                .map(one -> one.toLowerCase(Locale.ROOT))
                                .toArray(String[]::new)))
                .map(rows -> rows.stream().toList());
    }

    /** What was heard about each of these registrations, the latest first; no more than matters, and nothing where nothing was. */
    Future<Map<UUID, List<Earlier>>> earlier(List<UUID> registrations) {
        return sql.preparedQuery("""
                select one.id, outcome, partstat, dtstamp, received_at
                  from unnest($1::uuid[]) as one (id)
                 cross join lateral (
                       select outcome, partstat, dtstamp, received_at
                         from reply
                        where registration_id = one.id
                        order by received_at desc
                        limit 50) as latest
                 order by received_at desc
                """)
                .execute(Tuple.tuple().addArrayOfUUID(registrations.toArray(UUID[]::new)))
                .map(rows -> rows.stream()
                        .collect(groupingBy(row -> row.getUUID("id"), mapping(ReplyStore::earlier, toList()))));
    }

    /** Writes these down, save those that already are. */
    Future<Void> keep(List<ReplyLine> lines) {
        return lines.isEmpty()
                ? Future.succeededFuture()
                : sql.preparedQuery("""
                insert into reply (message_hash, organisation_id, event_id, registration_id, source, method, partstat, sequence,
                       dtstamp, outcome, sender, words, proposal, received_at, look)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
                    on conflict (message_hash) do nothing
                """)
                        .executeBatch(lines.stream().map(ReplyStore::tuple).toList())
                        .mapEmpty();
    }

    /** The person is erased: that they answered stays, their address and words do not. */
    Future<Void> forget(UUID registration) {
        return sql.preparedQuery("""
                update reply set sender = null, words = null, proposal = null where registration_id = $1
                """).execute(Tuple.of(registration)).mapEmpty();
    }

    private static Tuple tuple(ReplyLine line) {
        return Tuple.tuple()
                .addBuffer(line.hash())
                .addUUID(line.organisation().orElse(null))
                .addUUID(line.event().orElse(null))
                .addUUID(line.registration().orElse(null))
                .addString(line.source())
                .addString(line.method())
                .addString(line.partstat().map(Heard.Partstat::code).orElse(null))
                .addInteger(line.sequence().orElse(null))
                .addOffsetDateTime(line.stamp().map(at -> at.atOffset(UTC)).orElse(null))
                .addString(line.outcome().code())
                .addString(line.sender().orElse(null))
                .addString(line.words().orElse(null))
                .addString(line.proposal().orElse(null))
                .addOffsetDateTime(line.receivedAt().atOffset(UTC))
                .addBoolean(line.outcome().look());
    }

    private static Earlier earlier(Row row) {
        return new Earlier(
                outcome(row.getString("outcome")),
                Optional.ofNullable(row.getString("partstat")).flatMap(Heard.Partstat::of),
                Optional.ofNullable(row.getOffsetDateTime("dtstamp")).map(OffsetDateTime::toInstant),
                row.getOffsetDateTime("received_at").toInstant());
    }

    static Finding outcome(String code) {
        return Finding.valueOf(code.replace('-', '_').toUpperCase(Locale.ROOT));
    }
}
