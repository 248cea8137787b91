package nl.samenkomst.survey;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.mail.EmailAddress;

/** SQL on who is asked, and whether they answered. Give it the pool, or the transaction to be part of. */
public record TicketStore(SqlClient sql) {

    /**
     * Who came: those who were noted as present, also from the waiting list; of a way of attending in which nobody took note of anyone, all
     * who had a seat. A list at the door says nothing of who joined online.
     */
    private static final String CAME = "r.status <> 'cancelled'"
            + " and case when r.attendance = any(asking.noted) then r.presence = 'present' else r.status = 'confirmed' end";

    /** In which ways of attending somebody took note of who was there. */
    private static final String NOTED = """
            array(select distinct n.attendance from registration n where n.event_id = e.id and n.presence <> 'unknown') as noted""";

    /** Surveys that are open after their gathering has ended. */
    private static final String ASKING = """
            with asking as materialized (
                select s.id as survey_id, e.id as event_id, %s
                  from survey s
                  join event e on e.id = s.event_id
                 where s.opened_at is not null and s.closes_at > $1 and e.status = 'published' and e.ends_at <= $1)
            """.formatted(NOTED);

    /** Not to be written to: without an address, or at an address that wants no letters from this organisation. */
    private static final String WRITABLE = """
            r.email is not null and r.status <> 'cancelled' and not exists (
                select from invitee i
                 where i.organisation_id = r.organisation_id and i.email_key = r.email_key and i.unsubscribed_at is not null)
            """;

    /** Somebody to be written to. */
    record Addressee(UUID registration, UUID organisation, String language, Optional<EmailAddress> email) {

        private static Addressee of(Row row) {
            return new Addressee(
                    row.getUUID("id"),
                    row.getUUID("organisation_id"),
                    row.getString("language"),
                    Optional.ofNullable(row.getString("email")).map(EmailAddress::new));
        }
    }

    /** Whether they answered; empty where nobody asks them. */
    Future<Optional<Boolean>> answered(UUID survey, UUID registration) {
        return sql.preparedQuery("select answered from ticket where survey_id = $1 and registration_id = $2")
                .execute(Tuple.of(survey, registration))
                .map(rows ->
                        rows.stream().map(row -> row.getBoolean("answered")).findFirst());
    }

    /** How many are asked: those who came, so far as is known by now. */
    public Future<Integer> came(UUID event) {
        return sql.preparedQuery("""
                with asking as materialized (select %s from event e where e.id = $1)
                select count(*)::int as n
                  from asking
                  join registration r on r.event_id = $1
                 where %s
                """.formatted(NOTED, CAME))
                .execute(Tuple.of(event))
                .map(rows -> rows.iterator().next().getInteger("n"));
    }

    /** Whoever came to a gathering that is over is asked. */
    Future<Void> ask(Instant now) {
        return sql.preparedQuery(ASKING + """
                insert into ticket (survey_id, registration_id)
                select asking.survey_id, r.id
                  from asking
                  join registration r on r.event_id = asking.event_id
                 where %s
                   and not exists (
                       select from ticket t where t.survey_id = asking.survey_id and t.registration_id = r.id)
                    on conflict do nothing
                """.formatted(CAME))
                .execute(Tuple.of(SurveyStore.time(now)))
                .mapEmpty();
    }

    /** Whoever turns out not to have come, and did not answer, is asked no more. */
    Future<Void> ungive(Instant now) {
        return sql.preparedQuery(ASKING + """
                delete from ticket t
                 using asking, registration r
                 where t.survey_id = asking.survey_id and r.id = t.registration_id and not t.answered and not (%s)
                """.formatted(CAME))
                .execute(Tuple.of(SurveyStore.time(now)))
                .mapEmpty();
    }

    /** Those who are to hear that they are asked, each once and never again; marked as told. */
    Future<List<Addressee>> invite(UUID survey, Instant now) {
        return sql.preparedQuery("""
                with told as (
                    update ticket t
                       set invited_at = $2
                      from registration r
                     where t.survey_id = $1 and r.id = t.registration_id and t.invited_at is null and not t.answered and %s
                    returning t.registration_id),
                first as (
                    insert into done (job, subject, moment)
                    select 'survey/invitation', registration_id::text, 'epoch' from told
                        on conflict do nothing
                    returning subject)
                select r.id, r.organisation_id, r.language, r.email
                  from first
                  join registration r on r.id = first.subject::uuid
                 order by r.place, r.id
                """.formatted(WRITABLE))
                .execute(Tuple.of(survey, SurveyStore.time(now)))
                .map(TicketStore::addressees);
    }

    /** Those who did not answer and were told before then, each once; marked as reminded. */
    Future<List<Addressee>> remind(UUID survey, Instant before, Instant now) {
        return sql.preparedQuery("""
                update ticket t
                   set reminded_at = $3
                  from registration r
                 where t.survey_id = $1 and r.id = t.registration_id and t.invited_at <= $2 and t.reminded_at is null
                   and not t.answered and %s
                returning r.id, r.organisation_id, r.language, r.email
                """.formatted(WRITABLE))
                .execute(Tuple.of(survey, SurveyStore.time(before), SurveyStore.time(now)))
                .map(TicketStore::addressees);
    }

    /** Whether a letter that asks them still makes sense. */
    Future<Boolean> waiting(UUID registration, Instant now) {
        return sql.preparedQuery("""
                select from ticket t
                  join survey s on s.id = t.survey_id
                  join registration r on r.id = t.registration_id
                 where t.registration_id = $1 and not t.answered and s.closes_at > $2 and %s
                """.formatted(WRITABLE))
                .execute(Tuple.of(registration, SurveyStore.time(now)))
                .map(rows -> rows.size() > 0);
    }

    /** For each survey that asked them, whether they answered. */
    Future<List<Boolean>> ofPerson(UUID registration) {
        return sql.preparedQuery("select answered from ticket where registration_id = $1")
                .execute(Tuple.of(registration))
                .map(rows ->
                        rows.stream().map(row -> row.getBoolean("answered")).toList());
    }

    /** They are asked no more; that somebody answered stays counted. */
    Future<Void> forget(UUID registration) {
        return sql.preparedQuery("delete from ticket where registration_id = $1 and not answered")
                .execute(Tuple.of(registration))
                .mapEmpty();
    }

    private static List<Addressee> addressees(RowSet<Row> rows) {
        return rows.stream().map(Addressee::of).toList();
    }
}
