package nl.samenkomst.survey;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** SQL on answers as a room may see them: only those that are shown. Give it the pool, or the transaction to be part of. */
public record AnswerStore(SqlClient sql) {

    /** What somebody wrote; whoever wrote it is not known. */
    public record Wrote(UUID id, String text) {

        private static Wrote of(Row row) {
            return new Wrote(row.getUUID("id"), row.getString("value"));
        }
    }

    /** How often each value was given to this question, by value. */
    Future<Map<String, Integer>> counted(UUID survey, String question) {
        return sql.preparedQuery("""
                select value, count(*)::int as n
                  from answer
                 where survey_id = $1 and question = $2 and shown
                 group by value
                """).execute(Tuple.of(survey, question)).map(rows -> rows.stream()
                .collect(Collectors.toMap(row -> row.getString("value"), row -> row.getInteger("n"))));
    }

    /** The words that stand on the room's screen for this question; their order tells nothing. */
    Future<List<Wrote>> released(UUID survey, String question) {
        return sql.preparedQuery("""
                select id, value from answer where survey_id = $1 and question = $2 and shown and released order by id
                """)
                .execute(Tuple.of(survey, question))
                .map(rows -> rows.stream().map(Wrote::of).toList());
    }

    /** Whether there are such words to be put on the screen, or taken off it. */
    Future<Boolean> release(UUID survey, UUID answer, boolean released) {
        return sql.preparedQuery("""
                update answer
                   set released = $3
                  from survey s, survey_question q
                 where answer.id = $2 and answer.survey_id = $1 and answer.shown
                   and s.id = answer.survey_id and q.survey_id = s.id and q.version = answer.version
                   and q.id = answer.question and q.kind = 'open'
                """)
                .execute(Tuple.of(survey, answer, released))
                .map(rows -> rows.rowCount() == 1);
    }
}
