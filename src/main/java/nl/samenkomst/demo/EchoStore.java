package nl.samenkomst.demo;

import static java.time.ZoneOffset.UTC;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.samenkomst.event.Event;
import nl.samenkomst.kit.image.Picture;
import nl.samenkomst.network.Network;
import nl.samenkomst.recap.ReviewChoice;
import nl.samenkomst.survey.Survey;

/**
 * The SQL by which the demo lays down what people said of gatherings that have been, as it lies there afterwards: the verbs of these rooms
 * take it from people one by one, by links that nobody here holds. Give it the transaction that makes the demo.
 */
record EchoStore(SqlClient tx) {

    /** Of ten people seven answer. */
    private static final int OF_TEN = 7;

    private static final Duration REMINDED = Duration.ofDays(3);

    /** One answer: in how they took part, to which question, with which value. */
    record Said(String attendance, String question, String value) {}

    /** Who may speak for themselves: a registration and its address. */
    record Guest(UUID registration, String email) {}

    /** The gatherings that have been, latest first. */
    Future<List<UUID>> held(Network network, Instant now, int most) {
        return tx.preparedQuery("""
                select id
                  from event
                 where network_id = $1 and status = 'published' and ends_at < $2
                 order by ends_at desc
                 limit $3
                """)
                .execute(Tuple.of(network.id(), now.atOffset(UTC), most))
                .map(rows -> rows.stream().map(row -> row.getUUID("id")).toList());
    }

    /** Asks everybody who had a seat; the result is how those took part who answered. */
    Future<List<String>> ask(Survey survey, Event event) {
        return tx.preparedQuery("""
                with asked as (
                    select id, attendance, row_number() over (order by attendance, place) %% 10 < %d as answered
                      from registration
                     where event_id = $2 and status = 'confirmed'),
                tickets as (
                    insert into ticket (survey_id, registration_id, answered, invited_at, reminded_at)
                    select $1, id, answered, $3, $4 from asked)
                select attendance from asked where answered order by attendance
                """.formatted(OF_TEN))
                .execute(Tuple.of(
                        survey.id(),
                        event.id(),
                        event.end().atOffset(UTC),
                        event.end().plus(REMINDED).atOffset(UTC)))
                .map(rows ->
                        rows.stream().map(row -> row.getString("attendance")).toList());
    }

    /** Keeps what these people answered, as it lies after a night. */
    Future<Void> answer(Survey survey, int people, List<Said> answers) {
        return tx.preparedQuery("""
                with counted as (
                    update survey
                       set received = $2::int, shown = case when $2::int >= $6::int then $2::int else 0 end
                     where id = $1)
                insert into answer (id, survey_id, version, question, value, attendance, shown)
                select gen_random_uuid(), $1, $7, question, value, attendance, $2::int >= $6::int
                  from unnest($3::text[], $4::text[], $5::text[]) as said (attendance, question, value)
                 order by random()
                """)
                .execute(Tuple.tuple()
                        .addUUID(survey.id())
                        .addInteger(people)
                        .addArrayOfString(answers.stream().map(Said::attendance).toArray(String[]::new))
                        .addArrayOfString(answers.stream().map(Said::question).toArray(String[]::new))
                        .addArrayOfString(answers.stream().map(Said::value).toArray(String[]::new))
                        .addInteger(Survey.LEAST)
                        .addInteger(survey.version()))
                .mapEmpty();
    }

    /** Whoever can no longer answer needs no code. */
    Future<Void> close(Instant now) {
        return tx.preparedQuery("update survey set code = null where closes_at <= $1")
                .execute(Tuple.of(now.atOffset(UTC)))
                .mapEmpty();
    }

    /** Some who had a seat. */
    Future<List<Guest>> guests(UUID event) {
        return tx.preparedQuery("""
                select id, email from registration where event_id = $1 and status = 'confirmed' order by place, id
                """).execute(Tuple.of(event)).map(rows -> rows.stream()
                .map(row -> new Guest(row.getUUID("id"), row.getString("email")))
                .toList());
    }

    /** @param address the author's, sealed */
    Future<Void> quote(UUID id, Event event, Guest author, Buffer address, JsonObject said, boolean held, Instant at) {
        var approved = said.getString("state").equals("approved") || said.containsKey("proposal");
        return tx.preparedQuery("""
                insert into quote (id, organisation_id, event_id, registration_id, address, status, held, created_at, approved_at)
                values ($1, $2, $3, $4, $5, case when $6 then 'approved' else 'given' end, $7, $8::timestamptz,
                       case when $6 then $8::timestamptz end)
                """)
                .execute(Tuple.tuple()
                        .addUUID(id)
                        .addUUID(event.organisation())
                        .addUUID(event.id())
                        .addUUID(author.registration())
                        .addBuffer(address)
                        .addBoolean(approved)
                        .addBoolean(held)
                        .addOffsetDateTime(at.atOffset(UTC)))
                .mapEmpty();
    }

    /** @param by {@code author}, who agrees at once, or {@code staff} */
    Future<Void> wording(UUID quote, int version, String words, JsonObject said, String by, Instant at) {
        return tx.preparedQuery("""
                insert into wording (quote_id, version, words, attribution, name, role, scopes, language, consent_text, by, made_at,
                       consented_at)
                values ($1, $2, $3, $4, $5, $6, $7, 'nl', case when $8::text = 'author' then 1 end, $8::text, $9::timestamptz,
                       case when $8::text = 'author' then $9::timestamptz end)
                """)
                .execute(Tuple.tuple()
                        .addUUID(quote)
                        .addInteger(version)
                        .addString(words)
                        .addString(said.getString("attribution"))
                        .addString(said.getString("name"))
                        .addString(said.getString("role"))
                        .addArrayOfString(said.getJsonArray("scopes").stream()
                                .map(String::valueOf)
                                .toArray(String[]::new))
                        .addString(by)
                        .addOffsetDateTime(at.atOffset(UTC)))
                .mapEmpty();
    }

    /** @param words as the table keeps them, by language */
    Future<Void> recap(Event event, JsonObject words, Instant published) {
        return tx.preparedQuery("""
                insert into recap (event_id, organisation_id, words, published_at, told_at)
                values ($1, $2, $3, $4, $4)
                """)
                .execute(Tuple.of(event.id(), event.organisation(), words, published.atOffset(UTC)))
                .mapEmpty();
    }

    /** @param told its alt text, caption and maker */
    Future<Void> photo(Event event, UUID id, Picture picture, String digest, JsonObject told, Instant at) {
        return tx.preparedQuery("""
                insert into photo (id, organisation_id, event_id, position, type, bytes, digest, width, height, alt, caption, maker, basis,
                       created_at)
                values ($1, $2, $3, 1, $4, $5, $6, $7, $8, $9, $10, $11, 'notice', $12)
                """)
                .execute(Tuple.tuple()
                        .addUUID(id)
                        .addUUID(event.organisation())
                        .addUUID(event.id())
                        .addString(picture.type())
                        .addBuffer(picture.bytes())
                        .addString(digest)
                        .addInteger(picture.width())
                        .addInteger(picture.height())
                        .addString(told.getString("alt"))
                        .addString(told.getString("caption"))
                        .addString(told.getString("maker"))
                        .addOffsetDateTime(at.atOffset(UTC)))
                .mapEmpty();
    }

    /** Whom the network reached in a year of which it keeps nothing but these numbers. */
    Future<Void> reached(Network network, int year, JsonObject sectors) {
        return tx.preparedQuery("""
                insert into reach (network_id, year, sector, people, organisations, settled_people, settled_organisations)
                select $1, $2, sector, n, n / 3, n, n / 3
                  from unnest($3::text[], $4::int[]) as counted (sector, n)
                    on conflict (network_id, year, sector) do update
                   set people = excluded.people, organisations = excluded.organisations,
                       settled_people = excluded.people, settled_organisations = excluded.organisations
                """)
                .execute(Tuple.tuple()
                        .addUUID(network.id())
                        .addInteger(year)
                        .addArrayOfString(sectors.fieldNames().toArray(String[]::new))
                        .addArrayOfInteger(sectors.fieldNames().stream()
                                .map(sectors::getInteger)
                                .toArray(Integer[]::new)))
                .mapEmpty();
    }

    /** All that its year has to show: the latest recaps, words and photos. */
    Future<ReviewChoice> chosen(Network network, int year) {
        return tx.preparedQuery("""
                with latest as (
                    select r.event_id
                      from recap r
                      join event e on e.id = r.event_id
                     where e.network_id = $1 and extract(year from e.starts_at at time zone e.zone)::int = $2
                     order by e.starts_at desc
                     limit 4)
                select array(select event_id from latest) as results,
                       array(select q.id from published_quote q join event e on e.id = q.event_id
                              where e.network_id = $1 and 'review' = any(q.scopes) order by q.consented_at limit 3) as quotes,
                       array(select p.id from photo p join latest using (event_id)) as photos
                """)
                .execute(Tuple.of(network.id(), year))
                .map(rows -> rows.iterator().next())
                .map(row -> new ReviewChoice(
                        Set.of(row.getArrayOfUUIDs("results")),
                        Set.of(row.getArrayOfUUIDs("quotes")),
                        Set.of(row.getArrayOfUUIDs("photos"))));
    }
}
