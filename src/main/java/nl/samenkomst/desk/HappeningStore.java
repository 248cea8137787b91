package nl.samenkomst.desk;

import static java.time.ZoneOffset.UTC;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.samenkomst.registration.Registration;

/** All SQL on what happened to people. Give it the pool, or the transaction to be part of. */
record HappeningStore(SqlClient sql) {

    /**
     * Something that happened.
     *
     * @param kind {@code arrived}, {@code promoted}, {@code freed}, {@code switched}, or what a calendar answered
     * @param name empty once the person is erased
     * @param way of attending that it is about
     */
    record Happening(
            Instant at,
            String kind,
            Optional<UUID> registration,
            Optional<String> name,
            Optional<String> way,
            String slug,
            String title) {}

    /** How many arrived on a day. */
    record Day(String day, int arrivals) {

        Instant start(ZoneId zone) {
            return LocalDate.parse(day).atStartOfDay(zone).toInstant();
        }
    }

    Future<Void> insert(String kind, List<Registration> of, Instant at) {
        return sql.preparedQuery("""
                insert into happening (organisation_id, event_id, registration_id, kind, way, by, at)
                select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], array_fill($4::text, array[cardinality($1::uuid[])]),
                       $5::text[], $6::text[], array_fill($7::timestamptz, array[cardinality($1::uuid[])]))
                """)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(all(of, Registration::organisation).toArray(UUID[]::new))
                        .addArrayOfUUID(all(of, Registration::event).toArray(UUID[]::new))
                        .addArrayOfUUID(all(of, Registration::id).toArray(UUID[]::new))
                        .addString(kind)
                        .addArrayOfString(
                                all(of, one -> one.attendance().code()).toArray(String[]::new))
                        .addArrayOfString(
                                of.stream().map(one -> one.by().orElse(null)).toArray(String[]::new))
                        .addOffsetDateTime(at.atOffset(UTC)))
                .mapEmpty();
    }

    private static <T> List<T> all(List<Registration> of, Function<Registration, T> part) {
        return of.stream().map(part).toList();
    }

    /** The last that happened at events that are not over, newest first. Arrivals are read from the registrations themselves. */
    Future<List<Happening>> latest(UUID organisation, String language, Instant now, int most) {
        return sql.preparedQuery("""
                with coming as (
                    select id, slug, language from event
                     where organisation_id = $1 and ends_at > $3 and status <> 'draft'
                ), news as (
                    (select r.created_at as at, 'arrived' as kind, r.id as registration_id, r.attendance as way, c.id as event_id
                       from coming c
                      cross join lateral (select r.created_at, r.id, r.attendance
                                            from registration r
                                           where r.event_id = c.id
                                           order by r.created_at desc
                                           limit $4) r
                      order by r.created_at desc
                      limit $4)
                    union all
                    (select at, kind, registration_id, way, event_id
                       from happening
                      where organisation_id = $1
                      order by at desc
                      limit $4)
                    union all
                    (select received_at, outcome, registration_id, null, event_id
                       from reply
                      where organisation_id = $1 and outcome in ('accepted', 'tentative', 'declined', 'counter')
                      order by received_at desc
                      limit $4)
                )
                select n.at, n.kind, n.registration_id, n.way, r.name, c.slug,
                       (select t.title from event_text t where t.event_id = c.id
                         order by t.language = $2 desc, t.language = c.language desc limit 1) as title
                  from news n
                  join coming c on c.id = n.event_id
                  left join registration r on r.id = n.registration_id
                 order by n.at desc, n.registration_id
                 limit $4
                """)
                .mapping(HappeningStore::happening)
                .execute(Tuple.of(organisation, language, now.atOffset(UTC), most))
                .map(rows -> rows.stream().toList());
    }

    private static Happening happening(Row row) {
        return new Happening(
                row.getOffsetDateTime("at").toInstant(),
                row.getString("kind"),
                Optional.ofNullable(row.getUUID("registration_id")),
                Optional.ofNullable(row.getString("name")),
                Optional.ofNullable(row.getString("way")),
                row.getString("slug"),
                row.getString("title"));
    }

    /**
     * Arrivals per day, every day from the first to the last in the list.
     *
     * @param zone whose midnight parts the days
     */
    Future<List<Day>> days(UUID organisation, Instant from, Instant until, String zone) {
        return sql.preparedQuery("""
                select to_char(d.day, 'YYYY-MM-DD') as day,
                       (select count(*)::int
                          from event e
                          join registration r on r.event_id = e.id
                         where e.organisation_id = $1 and e.ends_at > $2
                           and r.created_at >= d.day at time zone $4 and r.created_at < (d.day + interval '1 day') at time zone $4)
                       as arrivals
                  from generate_series(($2 at time zone $4)::date::timestamp, ($3 at time zone $4)::date::timestamp,
                       interval '1 day') as d(day)
                 order by d.day
                """)
                .mapping(row -> new Day(row.getString("day"), row.getInteger("arrivals")))
                .execute(Tuple.of(organisation, from.atOffset(UTC), until.atOffset(UTC), zone))
                .map(rows -> rows.stream().toList());
    }

    Future<Void> sweep(Duration kept) {
        return sql.preparedQuery("delete from happening where at < now() - make_interval(secs => $1)")
                .execute(Tuple.of((double) kept.toSeconds()))
                .mapEmpty();
    }
}
