package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.web.Listed;
import nl.samenkomst.kit.web.Paging;
import nl.samenkomst.spi.Attendance;

/** SQL on the lists of who comes to an event. */
public record ParticipantStore(SqlClient sql) {

    /**
     * How many there are.
     *
     * @param coming with a seat or in line for one
     */
    public record Count(int coming, int cancelled) {}

    /** Who registered, in the order of coming in, each with their number in the line they stand in. */
    public Future<Listed<Participant>> list(UUID event, Optional<String> status, Paging paging) {
        return sql.preparedQuery("""
                select r.id, r.name, r.organisation_name, r.sector, r.attendance, r.wants, r.status, r.place, r.reply, r.created_at,
                       case when r.waits_for is not null then
                           (select count(*)::int
                              from registration line
                             where line.event_id = r.event_id and line.waits_for = r.waits_for and line.place <= r.place)
                       end as in_line
                  from registration r
                 where r.event_id = $1
                   and ($2::text is null or r.status = $2)
                   and ($3::timestamptz is null or (r.created_at, r.id) > ($3, $4::uuid))
                 order by r.created_at, r.id
                 limit $5
                """)
                .mapping(ParticipantStore::participant)
                .execute(asked(event, status, paging))
                .map(rows -> Listed.cut(rows.stream().toList(), paging, ParticipantStore::key));
    }

    public Future<Count> count(UUID event) {
        return sql.preparedQuery("""
                select (count(*) filter (where status <> 'cancelled'))::int as coming,
                       (count(*) filter (where status = 'cancelled'))::int as cancelled
                  from registration
                 where event_id = $1
                """)
                .mapping(row -> new Count(row.getInteger("coming"), row.getInteger("cancelled")))
                .execute(Tuple.of(event))
                .map(rows -> rows.iterator().next());
    }

    private static Tuple asked(UUID event, Optional<String> status, Paging paging) {
        var tuple = Tuple.tuple().addValue(event).addValue(status.orElse(null));
        try {
            var after = paging.after();
            return tuple.addValue(after.map(key -> Instant.parse(key.get(0)).atOffset(ZoneOffset.UTC))
                            .orElse(null))
                    .addValue(after.map(key -> UUID.fromString(key.get(1))).orElse(null))
                    .addValue(paging.limit() + 1);
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException foreign) {
            throw Paging.strange();
        }
    }

    private static String key(Participant participant) {
        return Paging.next(participant.createdAt().toString(), participant.id().toString());
    }

    private static Participant participant(Row row) {
        return new Participant(
                row.getUUID("id"),
                Optional.ofNullable(row.getString("name")),
                Optional.ofNullable(row.getString("organisation_name")),
                Optional.ofNullable(row.getString("sector")),
                Attendance.of(row.getString("attendance")).orElseThrow(),
                Optional.ofNullable(row.getString("wants")).flatMap(Attendance::of),
                Registration.Status.of(row.getString("status")),
                row.getInteger("place"),
                Optional.ofNullable(row.getInteger("in_line")),
                row.getString("reply"),
                row.getOffsetDateTime("created_at").toInstant());
    }
}
