package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import nl.samenkomst.spi.Attendance;

/** SQL on single registrations. Give it the pool, or the transaction to be part of. */
public record RegistrationStore(SqlClient sql) {

    /** What {@link #registration(Row)} reads. */
    static final String COLUMNS = """
            id, organisation_id, event_id, email, shared, name, organisation_name, sector, area_id, language, attendance, wants, \
            status, place, offer_until, by, reply, presence, questions_version, answers, link_version, version, created_at
            """;

    public Future<Optional<Registration>> find(UUID id) {
        return sql.preparedQuery("select " + COLUMNS + " from registration where id = $1")
                .execute(Tuple.of(id))
                .map(RegistrationStore::all)
                .map(found -> found.stream().findFirst());
    }

    /** Those of these ids that are there, in no order. */
    public Future<List<Registration>> findAll(Collection<UUID> ids) {
        return sql.preparedQuery("select " + COLUMNS + " from registration where id = any($1)")
                .execute(Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new)))
                .map(RegistrationStore::all);
    }

    /** Who has a seat for sure in one of these ways of attending an event. */
    public Future<List<Registration>> confirmed(UUID event, Collection<Attendance> ways) {
        return sql.preparedQuery("select " + COLUMNS + """
                  from registration
                 where event_id = $1 and status = 'confirmed' and attendance = any($2)
                 order by id
                """)
                .execute(Tuple.tuple()
                        .addUUID(event)
                        .addArrayOfString(ways.stream().map(Attendance::code).toArray(String[]::new)))
                .map(RegistrationStore::all);
    }

    /** Writes where these stand now; the caller holds the seats lock. */
    Future<Void> move(List<Change> changes) {
        var now = new Columns<>(changes);
        return sql.preparedQuery("""
                update registration
                   set attendance = now.attendance, wants = now.wants, status = now.status, place = now.place,
                       offer_until = now.offer_until, by = now.by, version = now.version,
                       reply = case when registration.by is not null and now.by is null then 'none' else reply end,
                       offers_lapsed = offers_lapsed + case when now.lapsed then 1 else 0 end
                  from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::int[], $6::timestamptz[], $7::text[],
                              $8::bigint[], $9::boolean[])
                       as now (id, attendance, wants, status, place, offer_until, by, version, lapsed)
                 where registration.id = now.id
                """)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(now.of(one -> one.after().id(), UUID[]::new))
                        .addArrayOfString(now.of(one -> one.after().attendance().code(), String[]::new))
                        .addArrayOfString(now.of(
                                one -> one.after().wants().map(Attendance::code).orElse(null), String[]::new))
                        .addArrayOfString(now.of(one -> one.after().status().code(), String[]::new))
                        .addArrayOfInteger(now.of(one -> one.after().place(), Integer[]::new))
                        .addArrayOfOffsetDateTime(now.of(
                                one -> one.after()
                                        .offerUntil()
                                        .map(at -> at.atOffset(ZoneOffset.UTC))
                                        .orElse(null),
                                OffsetDateTime[]::new))
                        .addArrayOfString(now.of(one -> one.after().by().orElse(null), String[]::new))
                        .addArrayOfLong(now.of(one -> one.after().version(), Long[]::new))
                        .addArrayOfBoolean(now.of(Change::lapsed, Boolean[]::new)))
                .mapEmpty();
    }

    /** What somebody tells about themselves, told anew. */
    Future<Registration> tell(UUID id, Arrival.Details details) {
        return sql.preparedQuery("""
                update registration
                   set name = $2, organisation_name = $3, sector = $4, area_id = $5, language = $6, questions_version = $7,
                       answers = $8, version = version + 1
                 where id = $1 and status <> 'cancelled'
                returning
                """ + COLUMNS)
                .execute(Tuple.tuple()
                        .addUUID(id)
                        .addString(details.name())
                        .addString(details.organisationName().orElse(null))
                        .addString(details.sector().orElse(null))
                        .addUUID(details.area().orElse(null))
                        .addString(details.language())
                        .addInteger(details.questionsVersion())
                        .addJsonObject(details.answers()))
                .map(RegistrationStore::all)
                .map(found -> found.stream().findFirst().orElseThrow(Registrations::notRegistered));
    }

    /** Nothing of the person stays but what is counted; their links answer that they are gone. */
    Future<Void> blank(UUID id, OffsetDateTime now) {
        return sql.preparedQuery("""
                update registration
                   set email = null, email_key = null, person_key = null, name = null, organisation_name = null, area_id = null,
                       answers = '{}', request_hash = null, erased_at = $2, version = version + 1
                 where id = $1
                """).execute(Tuple.of(id, now)).mapEmpty();
    }

    /** What their calendars say, each at most once; whoever answers is no stranger. */
    Future<Void> answered(Map<UUID, String> replies, OffsetDateTime now) {
        var ids = replies.keySet().toArray(UUID[]::new);
        return sql.preparedQuery("""
                update registration
                   set reply = said.reply, link_used_at = coalesce(link_used_at, $3), version = version + 1
                  from unnest($1::uuid[], $2::text[]) as said (id, reply)
                 where registration.id = said.id
                """)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(ids)
                        .addArrayOfString(Arrays.stream(ids).map(replies::get).toArray(String[]::new))
                        .addOffsetDateTime(now))
                .mapEmpty();
    }

    /** A personal link was used: the address is no stranger's. */
    Future<Void> linkUsed(UUID id, OffsetDateTime now) {
        return sql.preparedQuery("""
                update registration set link_used_at = $2 where id = $1 and link_used_at is null
                """).execute(Tuple.of(id, now)).mapEmpty();
    }

    static List<Registration> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(RegistrationStore::registration)
                .toList();
    }

    static Registration registration(Row row) {
        return new Registration(
                row.getUUID("id"),
                row.getUUID("organisation_id"),
                row.getUUID("event_id"),
                Optional.ofNullable(row.getString("email")),
                row.getBoolean("shared"),
                Optional.ofNullable(row.getString("name")),
                Optional.ofNullable(row.getString("organisation_name")),
                Optional.ofNullable(row.getString("sector")),
                Optional.ofNullable(row.getUUID("area_id")),
                row.getString("language"),
                Attendance.of(row.getString("attendance")).orElseThrow(),
                Optional.ofNullable(row.getString("wants")).flatMap(Attendance::of),
                Registration.Status.of(row.getString("status")),
                row.getInteger("place"),
                Optional.ofNullable(row.getOffsetDateTime("offer_until")).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("by")),
                row.getString("reply"),
                row.getString("presence"),
                row.getInteger("questions_version"),
                row.getJsonObject("answers"),
                row.getInteger("link_version"),
                row.getLong("version"),
                row.getOffsetDateTime("created_at").toInstant());
    }
}
