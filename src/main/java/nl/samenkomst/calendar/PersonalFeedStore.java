package nl.samenkomst.calendar;

import static java.time.ZoneOffset.UTC;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import nl.samenkomst.spi.Attendance;

/** All SQL on personal calendars. Give it the pool, or the transaction to be part of. They know their person by key, not by address. */
record PersonalFeedStore(SqlClient sql) {

    /**
     * A seat that the calendar tells of.
     *
     * @param uid of the invitation, where there was one
     */
    record Seat(
            UUID registration,
            UUID event,
            Attendance attendance,
            String language,
            Optional<String> uid,
            int sequence) {}

    Future<Optional<PersonalFeed>> find(UUID id) {
        return sql.preparedQuery("select id, link_version, asked_at is not null as asked from feed where id = $1")
                .mapping(PersonalFeedStore::feed)
                .execute(Tuple.of(id))
                .map(rows -> rows.stream().findFirst());
    }

    /**
     * The calendar of whoever is registered here, made if they have none, marked as asked for; empty where they asked after that
     * moment already, and for who cannot be known by their address.
     */
    Future<Optional<PersonalFeed>> ask(UUID registration, UUID fresh, Instant before, Instant now) {
        return sql.preparedQuery("""
                insert into feed (id, organisation_id, person_key, asked_at)
                select $2, organisation_id, person_key, $4 from registration where id = $1 and person_key is not null
                    on conflict (organisation_id, person_key) do update
                   set asked_at = $4
                 where feed.asked_at is null or feed.asked_at < $3
                returning id, link_version, true as asked
                """)
                .mapping(PersonalFeedStore::feed)
                .execute(Tuple.of(registration, fresh, before.atOffset(UTC), now.atOffset(UTC)))
                .map(rows -> rows.stream().findFirst());
    }

    /** Ends the link of whoever is registered here; empty where they have none. */
    Future<Optional<UUID>> stop(UUID registration) {
        return sql.preparedQuery("""
                update feed
                   set link_version = link_version + 1, asked_at = null
                 where person_key = (select person_key from registration where id = $1) and asked_at is not null
                returning id
                """)
                .mapping(row -> row.getUUID("id"))
                .execute(Tuple.of(registration))
                .map(rows -> rows.stream().findFirst());
    }

    /** Whether they have a link that works, for each of these registrations whose person can have one. */
    Future<Map<UUID, Boolean>> asked(Collection<UUID> registrations) {
        return sql.preparedQuery("""
                select r.id, exists (select 1 from feed f where f.person_key = r.person_key and f.asked_at is not null) as asked
                  from registration r
                 where r.id = any($1) and r.person_key is not null
                """)
                .execute(Tuple.tuple().addArrayOfUUID(registrations.toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(row -> row.getUUID("id"), row -> row.getBoolean("asked"))));
    }

    /** The seats that its person has for sure, at gatherings that end after this moment, soonest first. */
    Future<List<Seat>> seats(UUID feed, Instant since) {
        return sql.preparedQuery("""
                select r.id, r.event_id, r.attendance, r.language, i.uid, coalesce(i.sequence, 0) as sequence
                  from feed f
                  join registration r on r.person_key = f.person_key
                  join event e on e.id = r.event_id
                  left join invite i on i.registration_id = r.id
                 where f.id = $1 and r.status = 'confirmed' and e.status <> 'draft' and e.ends_at > $2
                 order by e.starts_at, r.id
                """)
                .mapping(PersonalFeedStore::seat)
                .execute(Tuple.of(feed, since.atOffset(UTC)))
                .map(rows -> rows.stream().toList());
    }

    /** Empties the calendars of this organisation whose person is nowhere any more; their links say that they have ended. */
    Future<List<UUID>> forgetGone(UUID registration) {
        return sql.preparedQuery("""
                update feed
                   set person_key = null, asked_at = null, link_version = link_version + 1
                 where organisation_id = (select organisation_id from registration where id = $1)
                   and person_key is not null
                   and not exists (select 1 from registration r where r.person_key = feed.person_key)
                returning id
                """)
                .mapping(row -> row.getUUID("id"))
                .execute(Tuple.of(registration))
                .map(rows -> rows.stream().toList());
    }

    private static PersonalFeed feed(Row row) {
        return new PersonalFeed(row.getUUID("id"), row.getInteger("link_version"), row.getBoolean("asked"));
    }

    private static Seat seat(Row row) {
        return new Seat(
                row.getUUID("id"),
                row.getUUID("event_id"),
                Attendance.of(row.getString("attendance")).orElseThrow(),
                row.getString("language"),
                Optional.ofNullable(row.getString("uid")),
                row.getInteger("sequence"));
    }
}
