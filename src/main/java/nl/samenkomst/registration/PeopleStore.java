package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.spi.Attendance;

/**
 * SQL on the list of who comes to an event: a page is one statement, whatever is asked.
 *
 * @param letters with what the subjects of letters to one person begin; the id of the registration follows
 */
record PeopleStore(SqlClient sql, List<String> letters) {

    /** More than this is never brought at once, to paper or to a table. */
    static final int MOST = 20_000;

    /**
     * A page of the list.
     *
     * @param total how many the filter lets through, on all pages
     */
    record Page(int total, List<PersonRow> rows) {}

    /** How many there are of an event, whatever is asked of the list. */
    record Count(int all, int cancelled, int accepted, int tentative, int declined) {}

    /** The last letter to somebody that was not overtaken; each of the two halves has an index of its own. */
    private static final String LETTER = """
            left join lateral (
                 select case when state in ('waiting', 'claimed') then 'waiting' else state end as state, said
                   from ((select id, state, said
                            from outbox
                           where subject = any(array(select prefix || r.id from unnest($7::text[]) as prefix))
                             and state in ('waiting', 'claimed')
                           order by id desc
                           limit 1)
                         union all
                         (select id, state, said
                            from outbox
                           where subject = any(array(select prefix || r.id from unnest($7::text[]) as prefix))
                             and state in ('sent', 'refused')
                           order by id desc
                           limit 1)) as ended
                  order by id desc
                  limit 1) as letter on true
            """;

    private static final String FILTER = """
             where r.event_id = $1
               and ($2::text is null or r.status = $2)
               and ($3::text is null or r.attendance = $3)
               and ($4::text is null or r.sector = $4)
               and ($5::text is null or r.reply = $5)
               and ($6::text is null or r.name ilike $6 or r.organisation_name ilike $6)
               and $7::text[] is not null
            """;

    Future<Page> page(UUID event, PeopleFilter filter) {
        return sql.preparedQuery("""
                with found as materialized (
                     select r.id, r.name, r.organisation_name, r.email is not null as reachable, r.sector, r.attendance,
                            r.wants, r.status, r.place, r.waits_for, r.reply, r.created_at
                       from registration r
                       %s),
                shown as (
                     select found.*, row_number() over (order by %s) as turn from found order by turn limit $8 offset $9),
                line as (
                     select id, row_number() over (partition by waits_for order by place) as in_line
                       from registration
                      where event_id = $1 and waits_for is not null)
                select counted.total, r.id, r.name, r.organisation_name, r.reachable, r.sector, r.attendance, r.wants, r.status,
                       line.in_line::int as in_line, r.reply, letter.state as letter, letter.said, r.created_at
                  from (select count(*)::int as total from found) as counted
                  left join shown r on true
                  left join line on line.id = r.id
                  %s
                 order by r.turn
                """.formatted(found(filter), filter.sort().sql(), LETTER))
                .execute(asked(event, filter)
                        .addInteger(PeopleFilter.PAGE)
                        .addInteger((filter.page() - 1) * PeopleFilter.PAGE))
                .map(rows -> new Page(
                        rows.iterator().next().getInteger("total"),
                        rows.stream()
                                .filter(row -> row.getUUID("id") != null)
                                .map(PeopleStore::person)
                                .toList()));
    }

    /** All whom the filter lets through, in its order. */
    Future<List<Registration>> all(UUID event, PeopleFilter filter) {
        return sql.preparedQuery("select " + RegistrationStore.COLUMNS
                        + "  from registration where id in (select r.id from registration r " + found(filter)
                        + ") order by " + filter.sort().sql() + " limit " + MOST)
                .execute(asked(event, filter))
                .map(RegistrationStore::all);
    }

    /** Letters are looked up for all only where the filter asks for them. */
    private static String found(PeopleFilter filter) {
        return filter.mail()
                .map(state -> LETTER + FILTER + "   and coalesce(letter.state, 'none') = '" + state.code() + "'\n")
                .orElse(FILTER);
    }

    private Tuple asked(UUID event, PeopleFilter filter) {
        return Tuple.tuple()
                .addUUID(event)
                .addString(filter.status().map(Registration.Status::code).orElse(null))
                .addString(filter.way().map(Attendance::code).orElse(null))
                .addString(filter.sector().map(Sector::code).orElse(null))
                .addString(filter.reply().orElse(null))
                .addString(Optional.of(filter.q())
                        .filter(text -> !text.isEmpty())
                        .map(text -> "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                        .orElse(null))
                .addArrayOfString(letters.toArray(String[]::new));
    }

    Future<Count> count(UUID event) {
        return sql.preparedQuery("""
                select count(*)::int as all_there,
                       (count(*) filter (where status = 'cancelled'))::int as cancelled,
                       (count(*) filter (where status = 'confirmed' and reply = 'accepted'))::int as accepted,
                       (count(*) filter (where status = 'confirmed' and reply = 'tentative'))::int as tentative,
                       (count(*) filter (where reply = 'declined'))::int as declined
                  from registration
                 where event_id = $1
                """)
                .mapping(row -> new Count(
                        row.getInteger("all_there"),
                        row.getInteger("cancelled"),
                        row.getInteger("accepted"),
                        row.getInteger("tentative"),
                        row.getInteger("declined")))
                .execute(Tuple.of(event))
                .map(rows -> rows.iterator().next());
    }

    private static PersonRow person(Row row) {
        return new PersonRow(
                row.getUUID("id"),
                Optional.ofNullable(row.getString("name")),
                Optional.ofNullable(row.getString("organisation_name")),
                row.getBoolean("reachable"),
                Optional.ofNullable(row.getString("sector")),
                Attendance.of(row.getString("attendance")).orElseThrow(),
                Optional.ofNullable(row.getString("wants")).flatMap(Attendance::of),
                Registration.Status.of(row.getString("status")),
                Optional.ofNullable(row.getInteger("in_line")),
                row.getString("reply"),
                Optional.ofNullable(row.getString("letter")),
                Optional.ofNullable(row.getString("said")),
                row.getOffsetDateTime("created_at").toInstant());
    }
}
