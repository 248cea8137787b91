package nl.samenkomst.kit.mail;

import static nl.samenkomst.kit.mail.OutboxStore.at;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** All SQL on how many counted letters may leave; it is right only while the lock is held, so give it a transaction. */
record CeilingStore(SqlClient sql) {

    static final String HELD = "held: many letters to this address";

    /** One claim at a time in the whole cluster, so that what one counts is true until it has claimed. */
    Future<Void> lock() {
        return sql.query("select pg_advisory_xact_lock(hashtext('samenkomst mail ceiling'))")
                .execute()
                .mapEmpty();
    }

    /** The organisations that could go over their ceiling if they were given this many more. */
    Future<List<UUID>> full(Instant hourAgo, int more, int ceiling) {
        return sql.preparedQuery("""
                select organisation_id
                  from (select organisation_id from outbox where counted and sent_at > $1
                         union all
                        select organisation_id from outbox where counted and state = 'claimed') spent
                 where organisation_id is not null
                 group by organisation_id
                having count(*) + $2::int > $3::int
                """)
                .execute(Tuple.of(at(hourAgo), more, ceiling))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID(0))
                        .toList());
    }

    /**
     * Puts back those of these claims whose address had its letters of this hour, until the oldest of them is an hour ago.
     * The first letter to an address for each event is not among them.
     *
     * @return the ids of what was put back
     */
    Future<Set<Long>> hold(List<Long> claimed, Instant now, Instant hourAgo, int perAddress) {
        return sql.preparedQuery("""
                update outbox row
                   set state = 'waiting', attempts = attempts - 1, claimed_until = null, said = $5,
                       frozen = case when attempts = 1 then null else frozen end,
                       due_at = held.oldest + interval '1 hour'
                  from (select mine.id, recent.oldest
                          from outbox mine
                          cross join lateral (
                              select count(*) as many, min(moment) as oldest
                                from (select coalesce(other.sent_at, $2) as moment
                                        from outbox other
                                       where other.counted
                                         and lower(other.recipient) = lower(mine.recipient)
                                         and (other.sent_at > $3
                                              or (other.state = 'claimed'
                                                  and (other.id < mine.id or other.id <> all($1))))
                                         and exists (
                                             select 1 from outbox first
                                              where first.counted
                                                and lower(first.recipient) = lower(other.recipient)
                                                and first.id < other.id
                                                and first.ids ->> 'event' = other.ids ->> 'event'
                                                and first.state <> 'superseded')
                                       order by moment desc
                                       limit $4) latest) recent
                         where mine.id = any($1) and mine.counted
                           and recent.many >= $4
                           and exists (
                               select 1 from outbox first
                                where first.counted
                                  and lower(first.recipient) = lower(mine.recipient)
                                  and first.id < mine.id
                                  and first.ids ->> 'event' = mine.ids ->> 'event'
                                  and first.state <> 'superseded')) held
                 where row.id = held.id
                returning row.id
                """)
                .execute(Tuple.of(claimed.toArray(Long[]::new), at(now), at(hourAgo), perAddress, HELD))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getLong(0))
                        .collect(Collectors.toSet()));
    }

    /**
     * A letter that was held speaks for all of its kind and subject that came while it waited: it tells the present state. Not
     * so an invitation: it tells of its own sequence, and makes way for a later one.
     */
    Future<Void> merge(List<Long> claimed) {
        return sql.preparedQuery("""
                update outbox row
                   set state = 'superseded', said = 'merged into ' || held.id
                  from outbox held
                 where held.id = any($1) and held.said = $2
                   and row.subject = held.subject and row.letter = held.letter and row.id > held.id
                   and row.sequence = held.sequence and row.counted and row.state = 'waiting'
                """)
                .execute(Tuple.of(claimed.toArray(Long[]::new), HELD))
                .mapEmpty();
    }
}
