package nl.samenkomst.calendar;

import static java.time.ZoneOffset.UTC;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
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

    /** Whether this message was dealt with before. */
    Future<Optional<Finding>> seen(Buffer hash) {
        return sql.preparedQuery("select outcome from reply where message_hash = $1")
                .mapping(row -> outcome(row.getString("outcome")))
                .execute(Tuple.of(hash))
                .map(rows -> rows.stream().findFirst());
    }

    /** The registration that a UID stands for. */
    Future<Optional<UUID>> registration(String uid) {
        return sql.preparedQuery("select registration_id from invite where uid = $1")
                .mapping(row -> row.getUUID("registration_id"))
                .execute(Tuple.of(uid.toLowerCase(Locale.ROOT)))
                .map(rows -> rows.stream().findFirst());
    }

    /** What was heard about a registration, the latest first; no more than matters. */
    Future<List<Earlier>> earlier(UUID registration) {
        return sql.preparedQuery("""
                select outcome, partstat, dtstamp, received_at
                  from reply
                 where registration_id = $1
                 order by received_at desc
                 limit 50
                """)
                .mapping(ReplyStore::earlier)
                .execute(Tuple.of(registration))
                .map(rows -> rows.stream().toList());
    }

    /** Writes it down; false when the same message already is. */
    Future<Boolean> keep(ReplyLine line) {
        return sql.preparedQuery("""
                insert into reply (message_hash, organisation_id, event_id, registration_id, source, method, partstat, sequence,
                       dtstamp, outcome, sender, words, proposal, received_at, look)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
                    on conflict (message_hash) do nothing
                """).execute(tuple(line)).map(done -> done.rowCount() == 1);
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
