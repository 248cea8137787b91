package nl.samenkomst.survey;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * SQL that lays marks and answers anew, each table in one statement and in an order of chance. PostgreSQL tells of every row which
 * transaction wrote it ({@code xmin}) and where it lies ({@code ctid}); after this both are the same for a whole survey, or mean nothing.
 */
record StirringStore(SqlClient sql) {

    /** The surveys that were not stirred since this night began, held until the transaction ends and marked as stirred. */
    Future<List<UUID>> due(LocalDate night) {
        return sql.preparedQuery("""
                update survey
                   set stirred_on = $1
                 where id in (select id
                                from survey
                               where stirred_on < $1 and stirred_on <= (closes_at at time zone 'UTC')::date and received > 0
                               order by id
                                 for no key update)
                returning id
                """)
                .execute(Tuple.of(night))
                .map(rows -> rows.stream().map(row -> row.getUUID("id")).toList());
    }

    Future<Void> answers(List<UUID> surveys) {
        return stir("""
                with lifted as (
                    delete from answer
                     where survey_id = any($1)
                    returning id, survey_id, version, question, value, attendance, shown, released, themes)
                insert into answer (id, survey_id, version, question, value, attendance, shown, released, themes)
                select id, survey_id, version, question, value, attendance, shown, released, themes
                  from lifted
                 order by random()
                """, surveys);
    }

    Future<Void> tickets(List<UUID> surveys) {
        return stir("""
                with lifted as (
                    delete from ticket
                     where survey_id = any($1)
                    returning survey_id, registration_id, answered, invited_at, reminded_at)
                insert into ticket (survey_id, registration_id, answered, invited_at, reminded_at)
                select survey_id, registration_id, answered, invited_at, reminded_at
                  from lifted
                 order by random()
                """, surveys);
    }

    Future<Void> devices(List<UUID> surveys) {
        return stir("""
                with lifted as (
                    delete from survey_device
                     where survey_id = any($1)
                    returning survey_id, mark)
                insert into survey_device (survey_id, mark)
                select survey_id, mark
                  from lifted
                 order by random()
                """, surveys);
    }

    /** What was lifted is still on the disk, with what PostgreSQL told of it, until this. Not for a transaction. */
    Future<Void> sweep() {
        return sql.query("vacuum answer, ticket, survey_device").execute().mapEmpty();
    }

    private Future<Void> stir(String statement, List<UUID> surveys) {
        return sql.preparedQuery(statement)
                .execute(Tuple.tuple().addArrayOfUUID(surveys.toArray(UUID[]::new)))
                .mapEmpty();
    }
}
