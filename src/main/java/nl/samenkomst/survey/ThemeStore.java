package nl.samenkomst.survey;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;

/** SQL on the themes that staff give to what people wrote. */
record ThemeStore(SqlClient sql) {

    /** Gives it; an answer that has it keeps it once. */
    Future<Void> add(UUID survey, UUID answer, String theme) {
        return sql.preparedQuery("""
                update answer
                   set themes = array_append(themes, $3)
                 where id = $2 and survey_id = $1 and $3 <> all (themes)
                """).execute(Tuple.of(survey, answer, theme)).mapEmpty();
    }

    Future<Void> remove(UUID survey, UUID answer, String theme) {
        return sql.preparedQuery("""
                update answer
                   set themes = array_remove(themes, $3)
                 where id = $2 and survey_id = $1
                """).execute(Tuple.of(survey, answer, theme)).mapEmpty();
    }

    /** What staff of this organisation called things before, by name. */
    Future<List<String>> used(UUID organisation) {
        return sql.preparedQuery("""
                select distinct theme
                  from survey
                  join answer on answer.survey_id = survey.id
                 cross join unnest(answer.themes) as theme
                 where survey.organisation_id = $1
                 order by theme
                 limit 200
                """)
                .mapping(row -> row.getString("theme"))
                .execute(Tuple.of(organisation))
                .map(rows -> rows.stream().toList());
    }
}
