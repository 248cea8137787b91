package nl.samenkomst.recap;

import static java.time.ZoneOffset.UTC;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Counts who came to gatherings that are over, so that the numbers outlive the persons. Give it a transaction: what is claimed is
 * counted in it.
 */
record CountingStore(SqlClient tx) {

    /** So long after the end it is counted anew, since presence is often filled in later; after that the numbers stand. */
    static final Duration OPEN = Duration.ofDays(7);

    /** The pause between two counts of the same gathering. */
    static final Duration PAUSE = Duration.ofMinutes(5);

    /** A last count is not made up for when it is later than this: persons may be gone by then. */
    private static final Duration LATEST = OPEN.plusDays(1);

    /**
     * Takes some that are over and have to be counted, the oldest first, so that no other node counts them now.
     *
     * @param most how many at most
     */
    Future<List<UUID>> claim(Instant now, int most) {
        return tx.preparedQuery("""
                insert into tallied (event_id, counted_at)
                select e.id, $1
                  from event e
                  left join tallied t on t.event_id = e.id
                 where e.status = 'published' and e.ends_at <= $1
                   and (t.event_id is null
                        or (t.counted_at <= $2 and e.ends_at > $4 and t.counted_at < e.ends_at + $5 * interval '1 second'))
                 order by e.ends_at, e.id
                 limit $3
                    on conflict (event_id) do update set counted_at = excluded.counted_at where tallied.counted_at <= $2
                returning event_id
                """)
                .execute(Tuple.of(
                        now.atOffset(UTC),
                        now.minus(PAUSE).atOffset(UTC),
                        most,
                        now.minus(LATEST).atOffset(UTC),
                        OPEN.toSeconds()))
                .map(rows -> rows.stream().map(row -> row.getUUID("event_id")).toList());
    }

    /**
     * Counts the registrations of these as they stand now. Who was erased after the end stands there as cancelled, without an area:
     * they count as having had a seat as far as more seats were counted before than stand now, or if their presence was noted.
     */
    Future<Void> tally(List<UUID> events) {
        return tx.preparedQuery("""
                with known as (
                    select r.event_id, r.attendance, coalesce(r.sector, '') as sector, coalesce(r.area_id::text, '') as area,
                           r.status, r.presence, r.id, coalesce(r.by = 'erased' and r.erased_at >= e.ends_at, false) as gone
                      from registration r
                      join event e on e.id = r.event_id
                     where r.event_id = any($1)),
                standing as (
                    select event_id, attendance, sector, count(*) as n
                      from known
                     where not gone and status = 'confirmed'
                     group by event_id, attendance, sector),
                missing as (
                    select t.event_id, t.attendance, t.sector, sum(t.n) - coalesce(min(s.n), 0) as n
                      from tally t
                      left join standing s using (event_id, attendance, sector)
                     where t.event_id = any($1) and t.status = 'confirmed'
                     group by t.event_id, t.attendance, t.sector),
                ranked as (
                    select k.event_id, k.attendance, k.sector, k.presence, coalesce(m.n, 0) as missing,
                           row_number() over (partition by k.event_id, k.attendance, k.sector
                                                  order by k.presence = 'unknown', k.id) as nth
                      from known k
                      left join missing m using (event_id, attendance, sector)
                     where k.gone),
                counted as (
                    select event_id, attendance, sector, area, status, presence, count(*)::int as n
                      from (select event_id, attendance, sector, area, status, presence
                              from known
                             where not gone
                             union all
                            select event_id, attendance, sector, '',
                                   case when presence <> 'unknown' or nth <= missing then 'confirmed' else 'cancelled' end,
                                   presence
                              from ranked) as one
                     group by event_id, attendance, sector, area, status, presence),
                dropped as (
                    delete from tally t
                     where t.event_id = any($1)
                       and not exists (select from counted c
                                        where (c.event_id, c.attendance, c.sector, c.area, c.status, c.presence)
                                            = (t.event_id, t.attendance, t.sector, t.area, t.status, t.presence)))
                insert into tally (event_id, attendance, sector, area, status, presence, n)
                select event_id, attendance, sector, area, status, presence, n
                  from counted
                    on conflict (event_id, attendance, sector, area, status, presence) do update set n = excluded.n
                """)
                .execute(Tuple.of(events.toArray(UUID[]::new)))
                .mapEmpty();
    }

    /**
     * Counts the organisations of those who came, by name: a name is the same in capitals or not, with spaces round it or not. It does
     * not fall because people were erased or are known no more: each of them may stand for one that was counted before.
     */
    Future<Void> organisations(List<UUID> events) {
        return tx.preparedQuery("""
                with known as (
                    select r.event_id, lower(btrim(r.organisation_name)) as name, r.name is null as gone,
                           r.status = 'confirmed' as seated, r.presence,
                           bool_or(r.presence <> 'unknown') over (partition by r.event_id, r.attendance) as noted
                      from registration r
                     where r.event_id = any($1)),
                counted as (
                    select event_id, (count(*) filter (where gone))::int as gone,
                           (count(distinct nullif(name, ''))
                                filter (where case when noted then presence = 'present' else seated end))::int as n
                      from known
                     group by event_id)
                update tallied t
                   set organisations = greatest(c.n, least(t.organisations, c.n + c.gone))
                  from counted c
                 where c.event_id = t.event_id
                """)
                .execute(Tuple.of(events.toArray(UUID[]::new)))
                .mapEmpty();
    }

    /**
     * Counts how many different people and organisations the networks of these reached in their years, by sector and in all. What was
     * counted of gatherings that are counted no more is a floor; and whoever is known no more may stand for one who was counted before.
     */
    Future<Void> reach(List<UUID> events, Instant now) {
        return tx.preparedQuery("""
                with held as (
                    select e.id, e.network_id, extract(year from e.starts_at at time zone n.zone)::int as year,
                           e.ends_at <= $3 as settled
                      from event e
                      join network n on n.id = e.network_id
                     where e.status = 'published' and e.ends_at <= $2),
                touched as (select distinct network_id, year from held where id = any($1)),
                known as (
                    select h.network_id, h.year, h.settled, r.sector, r.status, r.presence, r.name is null as gone,
                           coalesce(encode(r.person_key, 'hex'), lower(btrim(r.name))) as person,
                           nullif(lower(btrim(r.organisation_name)), '') as organisation,
                           coalesce(r.by = 'erased', false) as erased,
                           bool_or(r.presence <> 'unknown') over (partition by r.event_id, r.attendance) as noted
                      from held h
                      join touched using (network_id, year)
                      join registration r on r.event_id = h.id),
                attended as (
                    select known.*, case when noted then presence = 'present' else status = 'confirmed' or erased end as came
                      from known),
                counted as (
                    select network_id, year, sector, grouping(sector) = 1 as together,
                           (count(*) filter (where came and gone))::int as gone,
                           (count(distinct person) filter (where came))::int as people,
                           (count(distinct organisation) filter (where came))::int as organisations,
                           (count(distinct person) filter (where came and settled))::int as settled_people,
                           (count(distinct organisation) filter (where came and settled))::int as settled_organisations
                      from attended
                     group by grouping sets ((network_id, year), (network_id, year, sector)))
                insert into reach as r
                       (network_id, year, sector, people, organisations, settled_people, settled_organisations)
                select c.network_id, c.year, coalesce(c.sector, ''),
                       greatest(c.people, least(coalesce(old.people, 0), c.people + c.gone)),
                       greatest(c.organisations, least(coalesce(old.organisations, 0), c.organisations + c.gone)),
                       c.settled_people, c.settled_organisations
                  from counted c
                  left join reach old on (old.network_id, old.year, old.sector) = (c.network_id, c.year, coalesce(c.sector, ''))
                 where (c.together or c.sector is not null) and (c.people > 0 or old.people > 0)
                 order by c.network_id, c.year, c.sector
                    on conflict (network_id, year, sector) do update
                   set people = greatest(excluded.people, r.settled_people),
                       organisations = greatest(excluded.organisations, r.settled_organisations),
                       settled_people = greatest(excluded.settled_people, r.settled_people),
                       settled_organisations = greatest(excluded.settled_organisations, r.settled_organisations)
                """)
                .execute(Tuple.of(
                        events.toArray(UUID[]::new),
                        now.atOffset(UTC),
                        now.minus(OPEN).atOffset(UTC)))
                .mapEmpty();
    }
}
