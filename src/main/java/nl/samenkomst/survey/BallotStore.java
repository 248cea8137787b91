package nl.samenkomst.survey;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.samenkomst.spi.Attendance;

/** SQL by which a group of ballots is taken in. Give it the transaction; what it does to a survey, it does under that survey's lock. */
record BallotStore(SqlClient sql) {

    /** The size of a way of attending that has no limit: those who hold a seat, or this many. */
    private static final int ROOM_WITHOUT_LIMIT = 20;

    /** An answer on its way into the table, with nothing that tells whose it is. */
    record Loose(
            UUID id,
            UUID survey,
            int version,
            String question,
            String value,
            Optional<Attendance> attendance,
            boolean shown) {}

    /** Holds these surveys against each other's counting, in one order for everyone. */
    Future<List<Round.Held>> hold(Collection<UUID> surveys, Instant now) {
        return sql.preparedQuery("""
                select s.id, s.version, s.closes_at, s.received, s.received_by_code, s.shown, e.status = 'published' and e.starts_at <= $3 as takes_place,
                       (select coalesce(sum(coalesce(seats.capacity, greatest(seats.held, $2))), 0)::int
                          from seats
                         where seats.event_id = s.event_id) as seats
                  from survey s
                  join event e on e.id = s.event_id
                 where s.id = any($1)
                 order by s.id
                   for no key update of s
                """)
                .mapping(BallotStore::held)
                .execute(Tuple.of(surveys.toArray(UUID[]::new), ROOM_WITHOUT_LIMIT, SurveyStore.time(now)))
                .map(rows -> rows.stream().toList());
    }

    private static Round.Held held(Row row) {
        return new Round.Held(
                row.getUUID("id"),
                row.getInteger("version"),
                Optional.ofNullable(row.getOffsetDateTime("closes_at")).map(OffsetDateTime::toInstant),
                row.getBoolean("takes_place"),
                row.getInteger("seats"),
                row.getInteger("received"),
                row.getInteger("received_by_code"),
                row.getInteger("shown"));
    }

    /** Whether these marks are there, in their order; empty for a ticket that is not. Each is looked up by its key. */
    Future<List<Optional<Boolean>>> marked(List<Ballot> ballots) {
        return sql.preparedQuery("""
                select case when asked.registration_id is not null
                            then (select t.answered
                                    from ticket t
                                   where t.survey_id = asked.survey_id and t.registration_id = asked.registration_id)
                            else exists (select from survey_device d
                                          where d.survey_id = asked.survey_id and d.mark = asked.mark)
                       end as marked
                  from unnest($1::uuid[], $2::uuid[], $3::bytea[]) with ordinality
                       as asked (survey_id, registration_id, mark, turn)
                 order by asked.turn
                """).execute(marks(ballots)).map(BallotStore::marked);
    }

    private static List<Optional<Boolean>> marked(RowSet<Row> rows) {
        return rows.stream()
                .map(row -> Optional.ofNullable(row.getBoolean("marked")))
                .toList();
    }

    /** Leaves the marks of these, which are not there yet. */
    Future<Void> mark(List<Ballot> ballots) {
        return sql.preparedQuery("""
                with asked as (
                    select *
                      from unnest($1::uuid[], $2::uuid[], $3::bytea[]) as asked (survey_id, registration_id, mark)),
                devices as (
                    insert into survey_device (survey_id, mark)
                    select survey_id, mark from asked where registration_id is null)
                update ticket
                   set answered = true
                  from asked
                 where ticket.survey_id = asked.survey_id and ticket.registration_id = asked.registration_id
                """).execute(marks(ballots)).mapEmpty();
    }

    private static Tuple marks(List<Ballot> ballots) {
        return Tuple.tuple()
                .addArrayOfUUID(column(ballots, Ballot::survey).toArray(UUID[]::new))
                .addArrayOfUUID(ballots.stream()
                        .map(one -> one.mark() instanceof Ballot.Ticket ticket ? ticket.registration() : null)
                        .toArray(UUID[]::new))
                .addArrayOfBuffer(ballots.stream()
                        .map(one -> one.mark() instanceof Ballot.Device device ? device.hash() : null)
                        .toArray(Buffer[]::new));
    }

    /** What came in earlier becomes visible too. */
    Future<Void> show(Collection<UUID> surveys) {
        return sql.preparedQuery("update answer set shown = true where survey_id = any($1) and not shown")
                .execute(Tuple.tuple().addArrayOfUUID(surveys.toArray(UUID[]::new)))
                .mapEmpty();
    }

    /** Keeps these answers. */
    Future<Void> keep(List<Loose> answers) {
        return sql.preparedQuery("""
                insert into answer (id, survey_id, version, question, value, attendance, shown)
                select *
                  from unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::text[], $6::text[], $7::boolean[])
                """)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(column(answers, Loose::id).toArray(UUID[]::new))
                        .addArrayOfUUID(column(answers, Loose::survey).toArray(UUID[]::new))
                        .addArrayOfInteger(column(answers, Loose::version).toArray(Integer[]::new))
                        .addArrayOfString(column(answers, Loose::question).toArray(String[]::new))
                        .addArrayOfString(column(answers, Loose::value).toArray(String[]::new))
                        .addArrayOfString(answers.stream()
                                .map(one ->
                                        one.attendance().map(Attendance::code).orElse(null))
                                .toArray(String[]::new))
                        .addArrayOfBoolean(column(answers, Loose::shown).toArray(Boolean[]::new)))
                .mapEmpty();
    }

    /** Counts who answered. */
    Future<Void> count(List<Round.Count> counts) {
        return sql.preparedQuery("""
                update survey
                   set received = now.received, received_by_code = now.by_code, shown = now.shown
                  from unnest($1::uuid[], $2::int[], $3::int[], $4::int[]) as now (id, received, by_code, shown)
                 where survey.id = now.id
                """)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(column(counts, Round.Count::survey).toArray(UUID[]::new))
                        .addArrayOfInteger(column(counts, Round.Count::received).toArray(Integer[]::new))
                        .addArrayOfInteger(
                                column(counts, Round.Count::receivedByCode).toArray(Integer[]::new))
                        .addArrayOfInteger(column(counts, Round.Count::shown).toArray(Integer[]::new)))
                .mapEmpty();
    }

    private static <T, V> List<V> column(List<T> things, Function<T, V> value) {
        return things.stream().map(value).toList();
    }
}
