package nl.samenkomst.survey;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.samenkomst.spi.Attendance;
import nl.samenkomst.spi.SurveyQuestion.Kind;

/**
 * SQL on what people answered, as far as it may be told: nothing below five answers, then what came in steps, and all of it once the
 * survey is closed. Every statement says so for itself.
 */
record ResultStore(SqlClient sql) {

    private static final int SCALE = 5;

    /**
     * How often one answer was given to one question.
     *
     * @param way how those who gave it took part; empty where that is not known
     */
    record Count(int version, String question, String value, Optional<Attendance> way, int number) {}

    /** An answer in somebody's own words. */
    record Opinion(UUID id, int version, String question, String words, List<String> themes, boolean released) {

        Opinion {
            themes = List.copyOf(themes);
        }
    }

    /** How often a number was answered to the same question at the other gatherings of this format. */
    record Elsewhere(String question, int value, int number) {}

    /** How many answers may be told of. */
    Future<Integer> told(UUID survey, Instant now) {
        return sql.preparedQuery("""
                select case when closes_at <= $2 and received >= $3 then received
                            when shown >= $3 then shown
                            else 0 end as told
                  from survey
                 where id = $1
                """)
                .mapping(row -> row.getInteger("told"))
                .execute(Tuple.of(survey, at(now), Survey.LEAST))
                .map(rows -> rows.stream().findFirst().orElse(0));
    }

    /** How many people were asked by name. */
    Future<Integer> invited(UUID survey) {
        return sql.preparedQuery("select count(*)::int as invited from ticket where survey_id = $1")
                .mapping(row -> row.getInteger("invited"))
                .execute(Tuple.of(survey))
                .map(rows -> rows.iterator().next());
    }

    /** A question as one version of the survey asked it. */
    record Posed(int version, Asked asked) {

        /** Whether people read the same and could answer the same. */
        boolean same(Posed other) {
            return asked.id().equals(other.asked.id())
                    && asked.kind() == other.asked.kind()
                    && asked.words().equals(other.asked.words())
                    && asked.choices().equals(other.asked.choices());
        }
    }

    /** The questions of all versions, the latest version first, each in the order of its questions. */
    Future<List<Posed>> posed(UUID survey) {
        return sql.preparedQuery("""
                select version, id, kind, words, hints, choices
                  from survey_question
                 where survey_id = $1
                 order by version desc, position
                """)
                .mapping(ResultStore::posed)
                .execute(Tuple.of(survey))
                .map(rows -> rows.stream().toList());
    }

    private static Posed posed(Row row) {
        var asked = new Asked(
                row.getString("id"),
                Kind.of(row.getString("kind")).orElseThrow(),
                texts(row.getJsonObject("words")),
                texts(row.getJsonObject("hints")),
                row.getJsonArray("choices").stream()
                        .map(JsonObject.class::cast)
                        .map(ResultStore::texts)
                        .toList());
        return new Posed(row.getInteger("version"), asked);
    }

    private static Map<String, String> texts(JsonObject json) {
        return json.stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
    }

    /** What was chosen how often. */
    Future<List<Count>> counts(UUID survey, Instant now) {
        return sql.preparedQuery("""
                select answer.version, answer.question, answer.value, answer.attendance, count(*)::int as number
                  from survey
                  join answer on answer.survey_id = survey.id
                  join survey_question asked
                    on asked.survey_id = survey.id and asked.version = answer.version and asked.id = answer.question
                 where survey.id = $1
                   and asked.kind <> 'open'
                   and (survey.closes_at <= $2 and survey.received >= $3 or answer.shown and survey.shown >= $3)
                 group by answer.version, answer.question, answer.value, answer.attendance
                """)
                .mapping(row -> new Count(
                        row.getInteger("version"),
                        row.getString("question"),
                        row.getString("value"),
                        Optional.ofNullable(row.getString("attendance")).flatMap(Attendance::of),
                        row.getInteger("number")))
                .execute(Tuple.of(survey, at(now), Survey.LEAST))
                .map(rows -> rows.stream().toList());
    }

    /** What people wrote, in an order of chance that stays the same. */
    Future<List<Opinion>> opinions(UUID survey, Instant now) {
        return sql.preparedQuery("""
                select answer.id, answer.version, answer.question, answer.value, answer.themes, answer.released
                  from survey
                  join answer on answer.survey_id = survey.id
                  join survey_question asked
                    on asked.survey_id = survey.id and asked.version = answer.version and asked.id = answer.question
                 where survey.id = $1
                   and asked.kind = 'open'
                   and (survey.closes_at <= $2 and survey.received >= $3 or answer.shown and survey.shown >= $3)
                 order by md5(answer.id::text)
                """)
                .mapping(row -> new Opinion(
                        row.getUUID("id"),
                        row.getInteger("version"),
                        row.getString("question"),
                        row.getString("value"),
                        List.of(row.getArrayOfStrings("themes")),
                        row.getBoolean("released")))
                .execute(Tuple.of(survey, at(now), Survey.LEAST))
                .map(rows -> rows.stream().toList());
    }

    /** What was answered elsewhere in the organisation where this format was asked the same in the same words. */
    Future<List<Elsewhere>> elsewhere(UUID survey, Instant now) {
        return sql.preparedQuery("""
                select ours.id, answer.value::int as value, count(*)::int as number
                  from survey here
                  join survey_question ours on ours.survey_id = here.id and ours.version = here.version
                  join event on event.id = here.event_id
                  join event other
                    on other.organisation_id = event.organisation_id and other.format = event.format and other.id <> event.id
                  join survey on survey.event_id = other.id
                  join survey_question asked
                    on asked.survey_id = survey.id and asked.id = ours.id and asked.kind = ours.kind and asked.words = ours.words
                  join answer
                    on answer.survey_id = survey.id and answer.question = asked.id and answer.version = asked.version
                 where here.id = $1
                   and ours.kind in ('rating', 'zero_to_ten')
                   and (survey.closes_at <= $2 and survey.received >= $3 or answer.shown and survey.shown >= $3)
                 group by ours.id, answer.value
                """)
                .mapping(row -> new Elsewhere(row.getString("id"), row.getInteger("value"), row.getInteger("number")))
                .execute(Tuple.of(survey, at(now), Survey.LEAST))
                .map(rows -> rows.stream().toList());
    }

    /** See {@link SurveyFigures#of}. */
    Future<Map<UUID, SurveyFigures>> figures(List<UUID> events, Instant now) {
        return sql.preparedQuery("""
                select survey.event_id, survey.received, round(avg(answer.value::int), 1) as mean,
                       (select count(*)::int from ticket where ticket.survey_id = survey.id) as invited
                  from survey
                  join lateral (select question.id
                                  from survey_question question
                                 where question.survey_id = survey.id
                                   and question.version = survey.version
                                   and question.kind = 'rating'
                                 order by question.position
                                 limit 1) first on true
                  join answer on answer.survey_id = survey.id and answer.question = first.id
                  join survey_question asked
                    on asked.survey_id = survey.id and asked.version = answer.version and asked.id = answer.question
                   and asked.kind = 'rating'
                 where survey.event_id = any($1)
                   and (survey.closes_at <= $2 and survey.received >= $3 or answer.shown and survey.shown >= $3)
                 group by survey.id
                having count(*) >= $3
                """)
                .mapping(ResultStore::figures)
                .execute(Tuple.of(events.toArray(UUID[]::new), at(now), Survey.LEAST))
                .map(rows -> rows.stream().collect(Collectors.toMap(SurveyFigures::event, Function.identity())));
    }

    private static SurveyFigures figures(Row row) {
        int answered = row.getInteger("received");
        BigDecimal mean = row.getNumeric("mean").bigDecimalValue();
        return new SurveyFigures(
                row.getUUID("event_id"),
                mean,
                SCALE,
                answered,
                Optional.of(row.getInteger("invited")).filter(invited -> invited >= answered));
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
