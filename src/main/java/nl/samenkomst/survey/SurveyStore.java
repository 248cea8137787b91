package nl.samenkomst.survey;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.samenkomst.spi.SurveyQuestion.Kind;

/** SQL on surveys and their questions. Give it the pool, or the transaction to be part of. */
public record SurveyStore(SqlClient sql) {

    private static final String WHOLE = """
            select s.id, s.organisation_id, s.event_id, s.version, s.edited, s.opened_at, s.closes_at, s.code, s.received,
                   s.received_by_code, s.shown,
                   (select coalesce(jsonb_agg(jsonb_build_object('id', q.id, 'kind', q.kind, 'words', q.words, 'hints', q.hints,
                           'choices', q.choices) order by q.position), '[]')
                      from survey_question q
                     where q.survey_id = s.id and q.version = s.version) as questions
              from survey s
            """;

    public Future<Optional<Survey>> ofEvent(UUID event) {
        return sql.preparedQuery(WHOLE + "where s.event_id = $1")
                .execute(Tuple.of(event))
                .map(SurveyStore::first);
    }

    public Future<Optional<Survey>> find(UUID id) {
        return sql.preparedQuery(WHOLE + "where s.id = $1")
                .execute(Tuple.of(id))
                .map(SurveyStore::first);
    }

    /** The event whose survey this code opens at present. */
    Future<Optional<UUID>> eventByCode(String code, Instant now) {
        return sql.preparedQuery("select event_id from survey where code = $1 and closes_at > $2")
                .execute(Tuple.of(code, time(now)))
                .map(rows -> rows.stream().map(row -> row.getUUID("event_id")).findFirst());
    }

    /** The survey of an event, held against other changes and against answers until this transaction ends. */
    Future<Optional<Survey>> lock(UUID event) {
        return sql.preparedQuery(WHOLE + "where s.event_id = $1 for no key update of s")
                .execute(Tuple.of(event))
                .map(SurveyStore::first);
    }

    /** Whether it was not there yet. */
    Future<Boolean> insert(Survey survey) {
        return sql.preparedQuery("""
                insert into survey (id, organisation_id, event_id, version)
                values ($1, $2, $3, $4)
                    on conflict (event_id) do nothing
                """)
                .execute(Tuple.of(survey.id(), survey.organisation(), survey.event(), survey.version()))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Keeps these as the questions of this version. */
    Future<Void> write(UUID survey, int version, List<Asked> questions) {
        return sql.preparedQuery("""
                insert into survey_question (survey_id, version, id, position, kind, words, hints, choices)
                select $1, $2, id, position, kind, words, hints, choices
                  from unnest($3::text[], $4::int[], $5::text[], $6::jsonb[], $7::jsonb[], $8::jsonb[])
                       as asked (id, position, kind, words, hints, choices)
                """)
                .execute(Tuple.tuple()
                        .addUUID(survey)
                        .addInteger(version)
                        .addArrayOfString(questions.stream().map(Asked::id).toArray(String[]::new))
                        .addArrayOfInteger(
                                IntStream.range(0, questions.size()).boxed().toArray(Integer[]::new))
                        .addArrayOfString(
                                questions.stream().map(one -> one.kind().code()).toArray(String[]::new))
                        .addArrayOfJsonObject(
                                questions.stream().map(one -> json(one.words())).toArray(JsonObject[]::new))
                        .addArrayOfJsonObject(
                                questions.stream().map(one -> json(one.hints())).toArray(JsonObject[]::new))
                        .addArrayOfJsonArray(
                                questions.stream().map(SurveyStore::choices).toArray(JsonArray[]::new)))
                .mapEmpty();
    }

    /** These are the questions from now on. */
    Future<Void> turn(UUID survey, int version) {
        return sql.preparedQuery("update survey set version = $2, edited = edited + 1 where id = $1")
                .execute(Tuple.of(survey, version))
                .mapEmpty();
    }

    /** It can be answered from now on, in the room by a code that no other open survey has. Whether it could not before. */
    Future<Boolean> open(UUID survey, Instant now, Instant until) {
        return sql.preparedQuery("""
                update survey
                   set opened_at = $2, closes_at = $3, edited = edited + 1, stirred_on = $4,
                       code = (select n::text
                                 from generate_series(1000, 9999) as n
                                where not exists (select from survey other where other.code = n::text)
                                order by random()
                                limit 1)
                 where id = $1 and opened_at is null
                """)
                .execute(Tuple.of(survey, time(now), time(until), Stirring.night(now)))
                .map(rows -> rows.rowCount() == 1);
    }

    static OffsetDateTime time(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Optional<Survey> first(RowSet<Row> rows) {
        return rows.stream().map(SurveyStore::survey).findFirst();
    }

    private static Survey survey(Row row) {
        return new Survey(
                row.getUUID("id"),
                row.getUUID("organisation_id"),
                row.getUUID("event_id"),
                row.getInteger("version"),
                row.getLong("edited"),
                Optional.ofNullable(row.getOffsetDateTime("opened_at")).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getOffsetDateTime("closes_at")).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("code")),
                row.getInteger("received"),
                row.getInteger("received_by_code"),
                row.getInteger("shown"),
                row.getJsonArray("questions").stream()
                        .map(JsonObject.class::cast)
                        .map(SurveyStore::asked)
                        .toList());
    }

    private static Asked asked(JsonObject kept) {
        return new Asked(
                kept.getString("id"),
                Kind.of(kept.getString("kind")).orElseThrow(),
                texts(kept.getJsonObject("words")),
                texts(kept.getJsonObject("hints")),
                kept.getJsonArray("choices").stream()
                        .map(choice -> texts((JsonObject) choice))
                        .toList());
    }

    private static Map<String, String> texts(JsonObject kept) {
        var texts = new LinkedHashMap<String, String>();
        kept.forEach(entry -> texts.put(entry.getKey(), String.valueOf(entry.getValue())));
        return texts;
    }

    private static JsonObject json(Map<String, String> texts) {
        return new JsonObject(new LinkedHashMap<>(texts));
    }

    private static JsonArray choices(Asked question) {
        return new JsonArray(question.choices().stream().map(SurveyStore::json).toList());
    }
}
