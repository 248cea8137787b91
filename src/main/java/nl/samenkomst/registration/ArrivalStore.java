package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import nl.samenkomst.kit.mail.EmailAddress;
import nl.samenkomst.spi.Attendance;

/** The turnstile's SQL: a group of arrivals at a time, one statement each. Give it the transaction that holds the seats lock. */
record ArrivalStore(SqlClient sql) {

    /**
     * What is known of each arrival, in their order. A look-up per row ({@code limit 1} holds it to that) stays on the unique
     * indexes, where a join may turn into a scan while statistics are young. {@code between} with {@code order by} leaves only
     * them: to a planner that holds the table for empty, reading all registrations of the event is as good as an equality.
     */
    static final String LOOK = """
            select holder.id, holder.status, holder.trusted, holder.language,
                   coalesce(first.answered, kept.answer) as answer, coalesce(first.request_hash, kept.body_hash) as hash
              from unnest($1::uuid[], $2::text[], $3::text[]) with ordinality as one (event, address, request, turn)
              left join lateral (
                   select id, status, link_used_at is not null as trusted, language
                     from registration
                    where event_id = one.event and email_key between one.address and one.address and not shared
                    order by email_key
                    limit 1) as holder on true
              left join lateral (
                   select answered, request_hash
                     from registration
                    where event_id = one.event and request_key between one.request and one.request
                    order by request_key
                    limit 1) as first on true
              left join lateral (
                   select answer, body_hash
                     from idempotency
                    where scope = one.event::text and key = one.request
                    limit 1) as kept on true
             order by one.turn
            """;

    /**
     * Until the end of the transaction tables are read by their indexes. A plan that was made when statistics called a table
     * empty prefers to scan it, and goes on doing so while thousands register.
     */
    Future<Void> byIndex() {
        return sql.query("set local enable_seqscan = off").execute().mapEmpty();
    }

    Future<List<Seen>> look(List<Arrival> arrivals) {
        var now = new Columns<>(arrivals);
        return sql.preparedQuery(LOOK)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(now.of(Arrival::event, UUID[]::new))
                        .addArrayOfString(now.of(one -> one.soleKey().orElse(null), String[]::new))
                        .addArrayOfString(now.of(
                                one -> one.request().map(Arrival.Request::key).orElse(null), String[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(ArrivalStore::seen)
                        .toList());
    }

    /**
     * Writes the registrations, and brings back the cancelled one of an address under its old id; what was written comes back.
     * A live double, which the lock rules out, would be left as it is and missing in the result.
     */
    Future<List<Registration>> insert(List<Entry> entries, PersonKeys people, Instant moment) {
        return sql.preparedQuery("""
                insert into registration (id, organisation_id, event_id, email, email_key, shared, person_key, name,
                       organisation_name, sector, area_id, language, attendance, wants, status, place, questions_version,
                       answers, request_key, request_hash, answered, created_at)
                select id, organisation, event, email, lower(email), shared, person, name, organisation_name, sector, area,
                       language, attendance, wants, status, place, version, answers, request, hash, answered, $21
                  from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::boolean[], $6::bytea[], $7::text[],
                       $8::text[], $9::text[], $10::uuid[], $11::text[], $12::text[], $13::text[], $14::text[],
                       $15::int[], $16::int[], $17::jsonb[], $18::text[], $19::bytea[], $20::jsonb[])
                       with ordinality as one (id, organisation, event, email, shared, person, name, organisation_name,
                       sector, area, language, attendance, wants, status, place, version, answers, request, hash,
                       answered, turn)
                 order by turn
                on conflict (event_id, email_key) where not shared and email_key is not null do update
                   set (email, person_key, name, organisation_name, sector, area_id, language, attendance, wants, status,
                        place, questions_version, answers, request_key, request_hash, answered)
                     = (excluded.email, excluded.person_key, excluded.name, excluded.organisation_name, excluded.sector,
                        excluded.area_id, excluded.language, excluded.attendance, excluded.wants, excluded.status,
                        excluded.place, excluded.questions_version, excluded.answers, excluded.request_key,
                        excluded.request_hash, excluded.answered),
                       by = null, offers_lapsed = 0, reply = 'none', presence = 'unknown',
                       version = registration.version + 1
                 where registration.status = 'cancelled'
                returning
                """ + RegistrationStore.COLUMNS)
                .execute(columns(entries, people).addOffsetDateTime(moment.atOffset(ZoneOffset.UTC)))
                .map(RegistrationStore::all);
    }

    /** Keeps what was answered to these requests where no registration keeps it: the answers to known addresses. */
    Future<Void> keep(List<Arrival> arrivals, List<Answer> answers, Instant moment) {
        var now = new Columns<>(arrivals);
        return sql.preparedQuery("""
                insert into idempotency (scope, key, body_hash, answer, created_at)
                select event::text, key, hash, answer, $5
                  from unnest($1::uuid[], $2::text[], $3::bytea[], $4::jsonb[]) as one (event, key, hash, answer)
                    on conflict do nothing
                """)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(now.of(Arrival::event, UUID[]::new))
                        .addArrayOfString(
                                now.of(one -> one.request().orElseThrow().key(), String[]::new))
                        .addArrayOfBuffer(
                                now.of(one -> one.request().orElseThrow().hash(), Buffer[]::new))
                        .addArrayOfJsonObject(new Columns<>(answers).of(Answer::json, JsonObject[]::new))
                        .addOffsetDateTime(moment.atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    /** Which of these registrations are there and alive: asked when a commit ended in a broken connection. */
    Future<Set<UUID>> there(Collection<UUID> ids) {
        return sql.preparedQuery("select id from registration where id = any($1) and status <> 'cancelled'")
                .execute(Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("id"))
                        .collect(Collectors.toSet()));
    }

    private static Tuple columns(List<Entry> entries, PersonKeys people) {
        var arrivals = new Columns<>(entries.stream().map(Entry::arrival).toList());
        var details = new Columns<>(
                entries.stream().map(one -> one.arrival().details()).toList());
        var now = new Columns<>(entries);
        return Tuple.tuple()
                .addArrayOfUUID(now.of(Entry::id, UUID[]::new))
                .addArrayOfUUID(arrivals.of(Arrival::organisation, UUID[]::new))
                .addArrayOfUUID(arrivals.of(Arrival::event, UUID[]::new))
                .addArrayOfString(
                        arrivals.of(one -> one.email().map(EmailAddress::text).orElse(null), String[]::new))
                .addArrayOfBoolean(arrivals.of(Arrival::shared, Boolean[]::new))
                .addArrayOfBuffer(arrivals.of(one -> people.of(one).orElse(null), Buffer[]::new))
                .addArrayOfString(details.of(Arrival.Details::name, String[]::new))
                .addArrayOfString(details.of(one -> one.organisationName().orElse(null), String[]::new))
                .addArrayOfString(details.of(one -> one.sector().orElse(null), String[]::new))
                .addArrayOfUUID(details.of(one -> one.area().orElse(null), UUID[]::new))
                .addArrayOfString(details.of(Arrival.Details::language, String[]::new))
                .addArrayOfString(now.of(one -> one.attendance().code(), String[]::new))
                .addArrayOfString(
                        now.of(one -> one.wants().map(Attendance::code).orElse(null), String[]::new))
                .addArrayOfString(now.of(one -> one.status().code(), String[]::new))
                .addArrayOfInteger(now.of(Entry::place, Integer[]::new))
                .addArrayOfInteger(details.of(Arrival.Details::questionsVersion, Integer[]::new))
                .addArrayOfJsonObject(details.of(Arrival.Details::answers, JsonObject[]::new))
                .addArrayOfString(arrivals.of(
                        one -> one.request().map(Arrival.Request::key).orElse(null), String[]::new))
                .addArrayOfBuffer(arrivals.of(
                        one -> one.request().map(Arrival.Request::hash).orElse(null), Buffer[]::new))
                .addArrayOfJsonObject(now.of(
                        one -> one.arrival()
                                .request()
                                .map(request -> one.answer().json())
                                .orElse(null),
                        JsonObject[]::new));
    }

    private static Seen seen(Row row) {
        return new Seen(
                Optional.ofNullable(row.getUUID("id"))
                        .map(id -> new Seen.Holder(
                                id,
                                row.getString("status").equals("cancelled"),
                                row.getBoolean("trusted"),
                                row.getString("language"))),
                Optional.ofNullable(row.getJsonObject("answer"))
                        .map(answer ->
                                new Seen.First(Answer.from(answer), Optional.ofNullable(row.getBuffer("hash")))));
    }
}
