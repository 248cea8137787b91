package nl.samenkomst.series;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventStore;
import nl.samenkomst.registration.Registration;

/** SQL on the dates of a series: which there are, who is to be registered for them, and when everybody else can. */
record DateStore(SqlClient sql) {

    /**
     * The published dates to come, with the moment from which members are registered for each: it is one of the next two of its
     * series, and at most eight weeks away.
     */
    private static final String COMING = """
            with coming as (
                select e.id, e.series_id, e.starts_at, e.opens_at, e.members_at, s.members_first,
                       greatest(e.starts_at - interval '8 weeks',
                                lag(e.starts_at, 2) over (partition by e.series_id order by e.starts_at, e.id)) as horizon,
                       exists (select from member m where m.series_id = e.series_id and m.ended_at is null) as awaited
                  from event e
                  join series s on s.id = e.series_id
                 where e.status = 'published' and e.starts_at > $1::timestamptz and ($2::uuid is null or s.id = $2))
            """;

    /** All dates, drafts too, soonest first. */
    Future<List<Event>> all(UUID series) {
        return ids("select id from event where series_id = $1 order by starts_at, id", Tuple.of(series));
    }

    /** The dates that have not begun and were not called off, drafts too. */
    Future<List<Event>> coming(UUID series, Instant now) {
        return ids("""
                select id from event
                 where series_id = $1 and starts_at > $2 and status <> 'cancelled'
                 order by starts_at, id
                """, Tuple.of(series, MemberStore.time(now)));
    }

    /** What everybody sees: the dates that are not over, save those that are not for everybody's eyes. */
    Future<List<Event>> shown(UUID series, boolean listed, Instant now) {
        return ids("""
                select id from event
                 where series_id = $1 and ends_at > $2 and status <> 'draft'
                   and (visibility = 'public' or (visibility = 'link' and not $3))
                 order by starts_at, id
                """, Tuple.of(series, MemberStore.time(now), listed));
    }

    private Future<List<Event>> ids(String query, Tuple values) {
        return sql.preparedQuery(query)
                .execute(values)
                .map(rows -> rows.stream().map(row -> row.getUUID("id")).toList())
                .compose(found -> found.isEmpty() ? Future.succeededFuture(List.of()) : new EventStore(sql).all(found));
    }

    /** How many dates each series has still to come, and how many members. */
    record Count(int dates, int members) {}

    Future<Map<UUID, Count>> counts(List<UUID> series, Instant now) {
        return sql.preparedQuery("""
                select s.id,
                       (select count(*) from event e
                         where e.series_id = s.id and e.starts_at > $2 and e.status <> 'cancelled') as dates,
                       (select count(*) from member m where m.series_id = s.id and m.ended_at is null) as members
                  from series s
                 where s.id = any($1)
                """)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(series.toArray(UUID[]::new))
                        .addOffsetDateTime(MemberStore.time(now)))
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> row.getUUID("id"),
                                row -> new Count(row.getInteger("dates"), row.getInteger("members")))));
    }

    /** The dates, of this series or of all, for which members are to be registered now and are not yet, soonest first. */
    Future<List<UUID>> due(Optional<UUID> series, Instant now) {
        return sql.preparedQuery(COMING + """
                select id
                  from coming
                 where horizon <= $1::timestamptz
                   and (members_at is null
                        or exists (
                            select from member m
                             where m.series_id = coming.series_id and m.ended_at is null and m.email is not null
                               and (m.paused_until is null or m.paused_until <= coming.starts_at)
                               and not exists (select from member_skip k where k.member_id = m.id and k.event_id = coming.id)
                               and not exists (
                                   select from registration r
                                    where r.event_id = coming.id
                                      and (r.member_id = m.id or (r.email_key = m.email_key and not r.shared)))))
                 order by starts_at
                """)
                .execute(Tuple.of(MemberStore.time(now), series.orElse(null)))
                .map(rows -> rows.stream().map(row -> row.getUUID("id")).toList());
    }

    /** Those who are to be registered for this date and are not, in their order; the caller holds the event. */
    Future<List<Member>> missing(Event event) {
        return sql.preparedQuery("""
                select m.*
                  from member m
                 where m.series_id = $1 and m.ended_at is null and m.email is not null
                   and (m.paused_until is null or m.paused_until <= $3)
                   and not exists (select from member_skip k where k.member_id = m.id and k.event_id = $2)
                   and not exists (
                       select from registration r
                        where r.event_id = $2 and (r.member_id = m.id or (r.email_key = m.email_key and not r.shared)))
                 order by m.place
                """)
                .mapping(MemberStore::member)
                .execute(Tuple.of(event.series().orElseThrow().id(), event.id(), MemberStore.time(event.start())))
                .map(rows -> rows.stream().toList());
    }

    /** Whoever is registered for this date by the address of a member is that member: once for each date. */
    Future<Void> link(Event event) {
        return sql.preparedQuery("""
                update registration r
                   set member_id = m.id
                  from member m
                 where r.event_id = $1 and r.member_id is null and not r.shared
                   and m.series_id = $2 and m.email_key = r.email_key and m.ended_at is null
                """)
                .execute(Tuple.of(event.id(), event.series().orElseThrow().id()))
                .mapEmpty();
    }

    /** The same for one member and every date to come. */
    Future<Void> link(Member one, Instant now) {
        return sql.preparedQuery("""
                update registration r
                   set member_id = m.id
                  from member m
                  join event e on e.series_id = m.series_id and e.starts_at > $2
                 where m.id = $1 and r.event_id = e.id and r.email_key = m.email_key and r.member_id is null and not r.shared
                """)
                .execute(Tuple.of(one.id(), MemberStore.time(now)))
                .mapEmpty();
    }

    /**
     * Members were registered: everybody else can from so many days later, but for the last week before the date in any case; at
     * once where nobody is a member.
     */
    Future<Void> taken(Event event, Instant now) {
        return sql.preparedQuery("""
                update event e
                   set members_at = $2::timestamptz,
                       opens_at = case when s.members_first > 0
                                        and exists (select from member m where m.series_id = s.id and m.ended_at is null)
                                       then greatest($2::timestamptz, least($2::timestamptz + s.members_first * interval '1 day',
                                                               e.starts_at - interval '7 days')) end
                  from series s
                 where e.id = $1 and s.id = e.series_id and e.members_at is null
                """)
                .execute(Tuple.of(event.id(), MemberStore.time(now)))
                .mapEmpty();
    }

    /** Dates whose turn has not come, of this series or of all: when everybody else will be able to register, as it looks now. */
    Future<Void> expect(Optional<UUID> series, Instant now) {
        return sql.preparedQuery(COMING + """
                , expected as (
                    select id,
                           case when awaited and members_first > 0
                                then greatest($1::timestamptz, horizon,
                                              least(greatest($1::timestamptz, horizon) + members_first * interval '1 day',
                                                    starts_at - interval '7 days')) end as opens
                      from coming
                     where members_at is null)
                update event
                   set opens_at = expected.opens
                  from expected
                 where event.id = expected.id and event.opens_at is distinct from expected.opens
                """)
                .execute(Tuple.of(MemberStore.time(now), series.orElse(null)))
                .mapEmpty();
    }

    /**
     * How somebody stands for one date.
     *
     * @param by who ended it
     */
    record Standing(UUID registration, Registration.Status status, Optional<String> by) {}

    /** The dates that a member has a registration for. */
    Future<Map<UUID, Standing>> standing(UUID member) {
        return sql.preparedQuery("select event_id, id, status, by from registration where member_id = $1")
                .execute(Tuple.of(member))
                .map(rows -> byEvent(
                        rows,
                        row -> new Standing(
                                row.getUUID("id"),
                                Registration.Status.valueOf(
                                        row.getString("status").toUpperCase(java.util.Locale.ROOT)),
                                Optional.ofNullable(row.getString("by")))));
    }

    /** The dates that a member said not to come to before their turn. */
    Future<List<UUID>> skipped(UUID member) {
        return sql.preparedQuery("select event_id from member_skip where member_id = $1")
                .execute(Tuple.of(member))
                .map(rows -> rows.stream().map(row -> row.getUUID("event_id")).toList());
    }

    private static <T> Map<UUID, T> byEvent(RowSet<Row> rows, Function<Row, T> one) {
        return rows.stream().collect(Collectors.toMap(row -> row.getUUID("event_id"), one));
    }
}
