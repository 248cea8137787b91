package nl.samenkomst.kit.mail;

import static java.time.ZoneOffset.UTC;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * All SQL on the outbox. Give it the pool, or the transaction to be part of. A row that has ended keeps its address only where the
 * ceiling counts by it.
 */
record OutboxStore(SqlClient sql) {

    /** Lays letters ready, in this order, each under a Message-ID of its own that no one can guess. */
    Future<Void> insert(List<Outgoing> letters, String host) {
        return sql.preparedQuery("""
                insert into outbox (organisation_id, subject, sequence, letter, language, recipient, ids, counted, due_at, message_id)
                select organisation_id, subject, sequence, letter, language, recipient, ids, counted, due_at, message_id
                  from unnest($1::uuid[], $2::text[], $3::int[], $4::text[], $5::text[], $6::text[], $7::jsonb[],
                              $8::boolean[], $9::timestamptz[], $10::text[])
                       with ordinality as letter (organisation_id, subject, sequence, letter, language, recipient, ids,
                              counted, due_at, message_id, turn)
                 order by turn
                """).execute(columns(letters, host)).mapEmpty();
    }

    /** Nothing older is said about these subjects any more; what is on its way at this moment is left to arrive. */
    Future<Void> supersede(Collection<String> subjects) {
        return sql.preparedQuery("""
                update outbox
                   set state = 'superseded'
                 where subject = any($1) and state = 'waiting'
                """)
                .execute(Tuple.of(subjects.toArray(String[]::new)))
                .mapEmpty();
    }

    /** Nothing more is said about these subjects, and to whom it was said is forgotten. */
    Future<Void> forget(Collection<String> subjects) {
        return sql.preparedQuery("""
                update outbox
                   set recipient = null, said = null, state = case when state = 'waiting' then 'superseded' else state end
                 where subject = any($1)
                """)
                .execute(Tuple.of(subjects.toArray(String[]::new)))
                .mapEmpty();
    }

    /** To whom these subjects were told is forgotten; what has not ended yet is left as it is. */
    Future<Void> forgetEnded(Collection<String> subjects) {
        return sql.preparedQuery("""
                update outbox
                   set recipient = null, said = null
                 where subject = any($1) and state not in ('waiting', 'claimed')
                """)
                .execute(Tuple.of(subjects.toArray(String[]::new)))
                .mapEmpty();
    }

    /**
     * Until the end of the transaction each statement is planned for the tables as they are now. A plan kept from when the outbox was
     * empty compares every letter with every other, and a crowd that registers fills it in a moment.
     */
    Future<Void> planAnew() {
        return sql.query("set local plan_cache_mode = force_custom_plan")
                .execute()
                .mapEmpty();
    }

    /**
     * Claims what is due, oldest first: rows that wait, and rows whose claim has lapsed with the node that held it. Of one
     * subject only the oldest is claimed; if it was tried before and a newer one has come since, it is overtaken instead.
     */
    Future<List<OutboxRow>> claim(int most, Instant now, Duration lease, Collection<UUID> full) {
        return sql.preparedQuery("""
                with due as (
                    select id
                      from outbox row
                     where ((state = 'waiting' and due_at <= $1) or (state = 'claimed' and claimed_until <= $1))
                       and not (counted and organisation_id is not null and organisation_id = any($4))
                       and not exists (
                           select 1 from outbox older
                            where older.subject = row.subject and older.id < row.id
                              and older.state in ('waiting', 'claimed'))
                     order by due_at, id
                     limit $3
                       for update skip locked)
                update outbox row
                   set state = case when attempts > 0 and exists (
                               select 1 from outbox newer
                                where newer.subject = row.subject and newer.id > row.id
                                  and newer.state in ('waiting', 'claimed'))
                           then 'superseded' else 'claimed' end,
                       claimed_until = $2,
                       attempts = attempts + 1,
                       frozen = coalesce(frozen, jsonb_build_object('began', $5::text))
                  from due
                 where row.id = due.id
                returning row.id, organisation_id, subject, sequence, letter, language, recipient, ids, message_id,
                          attempts, frozen, state
                """)
                .execute(Tuple.of(at(now), at(now.plus(lease)), most, full.toArray(UUID[]::new), now.toString()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .filter(row -> row.getString("state").equals("claimed"))
                        .map(OutboxStore::row)
                        .toList());
    }

    /** Keeps what must be the same if these letters have to be sent again; in the order of their ids, as all who hold several. */
    Future<Void> freeze(List<Frozen> letters) {
        return sql.preparedQuery("""
                with held as (
                    select row.id, one.what
                      from outbox row
                      join unnest($1::bigint[], $2::jsonb[]) as one (id, what) on one.id = row.id
                     order by row.id
                       for update of row)
                update outbox row
                   set frozen = frozen || jsonb_build_object('kept', held.what)
                  from held
                 where row.id = held.id and not jsonb_exists(frozen, 'kept')
                """)
                .execute(Tuple.tuple()
                        .addArrayOfLong(letters.stream().map(Frozen::id).toArray(Long[]::new))
                        .addArrayOfJsonObject(letters.stream().map(Frozen::what).toArray(JsonObject[]::new)))
                .mapEmpty();
    }

    /** What is kept of a letter. */
    record Frozen(long id, JsonObject what) {}

    /** A claim of a letter. */
    record Claim(long id, int attempt) {}

    /** They have left; who lost the claim meanwhile says nothing. */
    Future<Void> sent(List<Claim> claims, Instant now) {
        return sql.preparedQuery("""
                with held as (
                    select row.id
                      from outbox row
                      join unnest($1::bigint[], $2::int[]) as one (id, attempt)
                        on one.id = row.id and one.attempt = row.attempts
                     where row.state = 'claimed'
                     order by row.id
                       for update of row)
                update outbox row
                   set state = 'sent', sent_at = $3, claimed_until = null, said = null,
                       recipient = case when counted then recipient end
                  from held
                 where row.id = held.id
                """).execute(claims(claims).addValue(at(now))).mapEmpty();
    }

    /** They were claimed and not begun: whoever comes next may claim them. */
    Future<Void> release(List<Claim> claims) {
        return sql.preparedQuery("""
                update outbox row
                   set state = 'waiting', attempts = attempts - 1, claimed_until = null,
                       frozen = case when attempts = 1 then null else frozen end
                  from unnest($1::bigint[], $2::int[]) as one (id, attempt)
                 where row.id = one.id and row.attempts = one.attempt and row.state = 'claimed'
                """).execute(claims(claims)).mapEmpty();
    }

    private static Tuple claims(List<Claim> claims) {
        return Tuple.tuple()
                .addArrayOfLong(claims.stream().map(Claim::id).toArray(Long[]::new))
                .addArrayOfInteger(claims.stream().map(Claim::attempt).toArray(Integer[]::new));
    }

    /** It will never leave, and why: the other server's words, for the organiser to read. */
    Future<Void> refused(long id, int attempt, String said) {
        return sql.preparedQuery("""
                update outbox
                   set state = 'refused', claimed_until = null, said = $3, recipient = case when counted then recipient end
                 where id = $1 and attempts = $2 and state = 'claimed'
                """).execute(Tuple.of(id, attempt, said)).mapEmpty();
    }

    /** There was nothing left to say. */
    Future<Void> pointless(long id, int attempt) {
        return sql.preparedQuery("""
                update outbox
                   set state = 'superseded', claimed_until = null, recipient = case when counted then recipient end
                 where id = $1 and attempts = $2 and state = 'claimed'
                """).execute(Tuple.of(id, attempt)).mapEmpty();
    }

    /** It is tried again then, unless something newer about its subject has come in the meantime. */
    Future<Void> later(long id, int attempt, Instant when, String said) {
        return sql.preparedQuery("""
                update outbox row
                   set state = case when exists (
                               select 1 from outbox newer
                                where newer.subject = row.subject and newer.id > row.id
                                  and newer.state in ('waiting', 'claimed'))
                           then 'superseded' else 'waiting' end,
                       due_at = $3, claimed_until = null, said = $4
                 where id = $1 and attempts = $2 and state = 'claimed'
                """)
                .execute(Tuple.of(id, attempt, at(when), said))
                .mapEmpty();
    }

    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(UTC);
    }

    static OutboxRow row(Row row) {
        var frozen = row.getJsonObject("frozen");
        return new OutboxRow(
                row.getLong("id"),
                Optional.ofNullable(row.getUUID("organisation_id")),
                row.getString("subject"),
                row.getInteger("sequence"),
                row.getString("letter"),
                row.getString("language"),
                Optional.ofNullable(row.getString("recipient")).flatMap(EmailAddress::typed),
                row.getJsonObject("ids"),
                row.getString("message_id"),
                row.getInteger("attempts"),
                Instant.parse(frozen.getString("began")),
                Optional.ofNullable(frozen.getJsonObject("kept")));
    }

    /** Nobody can guess it, yet those of one time stand together: the index on them grows at its end and not all over. */
    private static String messageId(Instant at, String host) {
        return "<" + Long.toHexString(at.toEpochMilli()) + "." + UUID.randomUUID() + "@" + host + ">";
    }

    private static Tuple columns(List<Outgoing> letters, String host) {
        return Tuple.tuple()
                .addArrayOfUUID(
                        letters.stream().map(l -> l.organisation().orElse(null)).toArray(UUID[]::new))
                .addArrayOfString(letters.stream().map(Outgoing::subject).toArray(String[]::new))
                .addArrayOfInteger(letters.stream().map(Outgoing::sequence).toArray(Integer[]::new))
                .addArrayOfString(letters.stream().map(Outgoing::letter).toArray(String[]::new))
                .addArrayOfString(letters.stream().map(Outgoing::language).toArray(String[]::new))
                .addArrayOfString(letters.stream()
                        .map(l -> l.recipient().map(EmailAddress::text).orElse(null))
                        .toArray(String[]::new))
                .addArrayOfJsonObject(letters.stream().map(Outgoing::ids).toArray(JsonObject[]::new))
                .addArrayOfBoolean(letters.stream().map(Outgoing::counted).toArray(Boolean[]::new))
                .addArrayOfOffsetDateTime(
                        letters.stream().map(l -> at(l.dueAt())).toArray(OffsetDateTime[]::new))
                .addArrayOfString(
                        letters.stream().map(l -> messageId(l.dueAt(), host)).toArray(String[]::new));
    }
}
