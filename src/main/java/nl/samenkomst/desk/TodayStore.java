package nl.samenkomst.desk;

import static java.time.ZoneOffset.UTC;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** SQL on what waits for an organiser. */
record TodayStore(SqlClient sql) {

    /**
     * Something about one event that waits for somebody.
     *
     * @param kind {@code photo}, {@code refused}, {@code waiting}, {@code choose}, {@code draft} or {@code quote}
     * @param number how many people, photos or quotes it is about
     * @param names of the first of them, where names help
     * @param way of attending that it is about
     */
    record Waiting(String kind, UUID event, int number, Optional<String> names, Optional<String> way) {}

    /** How much an organisation has: what a new one should do first follows from it. */
    record Beginning(int networks, int events, int replies) {}

    /**
     * What waits at events that are not over: letters that were refused, full rooms, people who must choose, drafts that come soon; and
     * of those that are: photos that somebody wants gone, and quotes that nobody has looked at.
     */
    Future<List<Waiting>> waiting(UUID organisation, Instant now, Instant soon) {
        return sql.preparedQuery("""
                with coming as (
                    select id, starts_at, status from event
                     where organisation_id = $1 and ends_at > $2 and status <> 'cancelled'
                )
                select kind, event_id, number, names, way from (
                    select 1 as rank, 'refused' as kind, c.id as event_id, count(*)::int as number,
                           array_to_string((array_agg(distinct r.name))[1:3], ', ') as names, null as way, min(c.starts_at) as starts_at
                      from outbox o
                      join registration r on r.id = substring(o.subject from '[0-9a-f-]{36}$')::uuid and r.status <> 'cancelled'
                      join coming c on c.id = r.event_id
                     where o.organisation_id = $1 and o.state = 'refused' and o.subject like 'invite:%'
                       and not exists (select 1 from outbox l where l.subject = o.subject and l.id > o.id
                                          and l.state in ('sent', 'refused'))
                     group by c.id
                    union all
                    select 2, 'waiting', c.id, s.waiting, null, s.attendance, c.starts_at
                      from coming c
                      join seats s on s.event_id = c.id and s.waiting > 0
                     where c.status = 'published'
                    union all
                    select 3, 'choose', c.id, count(*)::int, null, null, min(c.starts_at)
                      from coming c
                      join registration r on r.event_id = c.id and r.offer_until is not null and r.status = 'choose'
                     group by c.id
                    union all
                    select 0, 'photo', p.event_id, count(*)::int, null, null, min(p.asked_at)
                      from photo p
                     where p.organisation_id = $1 and p.asked_at is not null
                     group by p.event_id
                    union all
                    select 5, 'quote', q.event_id, count(*)::int, null, null, min(q.created_at)
                      from quote q
                     where q.organisation_id = $1 and q.status = 'given' and q.withdrawn_at is null
                       and (select w.consented_at from wording w where w.quote_id = q.id order by w.version desc limit 1) is not null
                     group by q.event_id
                    union all
                    select 4, 'draft', c.id, 0, null, null, c.starts_at
                      from coming c
                     where c.status = 'draft' and c.starts_at between $2 and $3
                ) as all_of_it
                 order by rank, starts_at
                 limit 12
                """)
                .mapping(TodayStore::waiting)
                .execute(Tuple.of(organisation, now.atOffset(UTC), soon.atOffset(UTC)))
                .map(rows -> rows.stream().toList());
    }

    private static Waiting waiting(Row row) {
        return new Waiting(
                row.getString("kind"),
                row.getUUID("event_id"),
                row.getInteger("number"),
                Optional.ofNullable(row.getString("names")),
                Optional.ofNullable(row.getString("way")));
    }

    Future<Beginning> beginning(UUID organisation) {
        return sql.preparedQuery("""
                select (select count(*)::int from network where organisation_id = $1) as networks,
                       (select count(*)::int from (select 1 from event where organisation_id = $1 limit 1) e) as events,
                       (select count(*)::int from reply where organisation_id = $1 and look and done_at is null) as replies
                """)
                .mapping(row ->
                        new Beginning(row.getInteger("networks"), row.getInteger("events"), row.getInteger("replies")))
                .execute(Tuple.of(organisation))
                .map(rows -> rows.iterator().next());
    }
}
