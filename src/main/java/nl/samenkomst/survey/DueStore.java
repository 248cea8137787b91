package nl.samenkomst.survey;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** SQL on what is due by the clock: surveys to open, people to write to, surveys to close. Give it the pool, or a transaction. */
record DueStore(SqlClient sql) {

    /** A survey of which somebody may have to hear. */
    record Asking(UUID survey, UUID event, Instant end, ZoneId zone, String format) {

        private static Asking of(Row row) {
            return new Asking(
                    row.getUUID("id"),
                    row.getUUID("event_id"),
                    row.getOffsetDateTime("ends_at").toInstant(),
                    ZoneId.of(row.getString("zone")),
                    row.getString("format"));
        }
    }

    /** Events that are over, not longer than a survey lasts, and whose survey is not open yet; the longest over first. */
    Future<List<UUID>> unopened(Instant now, int most) {
        return sql.preparedQuery("""
                select e.id
                  from event e
                 where e.status = 'published' and e.ends_at <= $1 and e.ends_at > $2
                   and not exists (select from survey s where s.event_id = e.id and s.opened_at is not null)
                 order by e.ends_at, e.id
                 limit $3
                """)
                .execute(Tuple.of(SurveyStore.time(now), SurveyStore.time(now.minus(Survey.LASTS)), most))
                .map(rows -> rows.stream().map(row -> row.getUUID("id")).toList());
    }

    /** Open surveys with somebody who was not invited, or not reminded, and did not answer. */
    Future<List<Asking>> asking(Instant now) {
        return sql.preparedQuery("""
                select s.id, s.event_id, e.ends_at, e.zone, e.format
                  from survey s
                  join event e on e.id = s.event_id
                 where s.opened_at is not null and s.closes_at > $1 and e.status = 'published' and e.ends_at <= $1
                   and exists (select from ticket t
                                where t.survey_id = s.id and not t.answered and (t.invited_at is null or t.reminded_at is null))
                 order by e.ends_at, s.id
                """)
                .mapping(Asking::of)
                .execute(Tuple.of(SurveyStore.time(now)))
                .map(rows -> rows.stream().toList());
    }

    /** An open survey lasts as long after the end of its event as ever, wherever that end was moved to. */
    Future<Void> follow(Instant now) {
        return sql.preparedQuery("""
                update survey
                   set closes_at = e.ends_at + interval '14 days'
                  from event e
                 where e.id = survey.event_id and survey.closes_at > $1 and survey.closes_at <> e.ends_at + interval '14 days'
                """).execute(Tuple.of(SurveyStore.time(now))).mapEmpty();
    }

    /** Gives the codes of closed surveys back, and shows what came in last where enough people answered; which they are. */
    Future<List<UUID>> close(Instant now) {
        return sql.preparedQuery("""
                update survey
                   set code = null, shown = case when received >= $2 then received else shown end
                 where id in (select id
                                from survey
                               where closes_at <= $1 and (code is not null or (received >= $2 and shown < received))
                               order by id
                                 for no key update)
                returning id
                """)
                .execute(Tuple.of(SurveyStore.time(now), Survey.LEAST))
                .map(rows -> rows.stream().map(row -> row.getUUID("id")).toList());
    }

    /** All answers to these are shown, where any may be. */
    Future<Void> showRest(List<UUID> surveys) {
        return sql.preparedQuery("""
                update answer
                   set shown = true
                  from survey s
                 where s.id = any($1) and answer.survey_id = s.id and not answer.shown and s.received >= $2
                """)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(surveys.toArray(UUID[]::new))
                        .addInteger(Survey.LEAST))
                .mapEmpty();
    }
}
