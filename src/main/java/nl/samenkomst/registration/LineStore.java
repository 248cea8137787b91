package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import nl.samenkomst.spi.Attendance;

/** SQL on the lines of those who wait. The caller holds the seats lock, so nobody jumps. */
record LineStore(SqlClient sql) {

    /**
     * An offer that ran out.
     *
     * @param lapsedBefore whether an earlier one did too
     */
    record Lapsed(Registration registration, boolean lapsedBefore) {}

    /** The first so many in line for this way. */
    Future<List<Registration>> first(UUID event, Attendance way, int most) {
        return sql.preparedQuery("select " + RegistrationStore.COLUMNS + """
                  from registration
                 where event_id = $1 and waits_for = $2
                 order by place
                 limit $3
                """)
                .execute(Tuple.of(event, way.code(), most))
                .map(RegistrationStore::all);
    }

    /** The first so many in line who have no seat at all. */
    Future<List<Registration>> firstWithoutSeat(UUID event, Attendance way, int most) {
        return sql.preparedQuery("select " + RegistrationStore.COLUMNS + """
                  from registration
                 where event_id = $1 and waits_for = $2 and status = 'waitlisted'
                 order by place
                 limit $3
                """)
                .execute(Tuple.of(event, way.code(), most))
                .map(RegistrationStore::all);
    }

    /** Who is not where this event's ways of attending have them, in the order of their places; and who has yet to choose. */
    Future<List<Registration>> misplaced(UUID event) {
        return sql.preparedQuery("select " + RegistrationStore.COLUMNS + """
                  from registration
                 where event_id = $1
                   and (status = 'choose'
                        or (status <> 'cancelled'
                            and exists (select from event
                                         where id = $1
                                           and (attendance not in ('hybrid', registration.attendance)
                                                or attendance not in ('hybrid', registration.wants)))))
                 order by place, created_at, id
                """)
                .execute(Tuple.of(event))
                .map(RegistrationStore::all);
    }

    /** Who counts on this event without having a seat for sure. */
    Future<List<Registration>> seatless(UUID event) {
        return sql.preparedQuery("select " + RegistrationStore.COLUMNS + """
                  from registration
                 where event_id = $1 and status in ('waitlisted', 'offered', 'choose')
                 order by place, created_at, id
                """)
                .execute(Tuple.of(event))
                .map(RegistrationStore::all);
    }

    /** How many stand before this place in the line. */
    Future<Integer> before(UUID event, Attendance way, int place) {
        return sql.preparedQuery("""
                select count(*)::int as before from registration where event_id = $1 and waits_for = $2 and place < $3
                """)
                .execute(Tuple.of(event, way.code(), place))
                .map(rows -> rows.iterator().next().getInteger("before"));
    }

    /** Seats kept for an answer that did not come. */
    Future<List<Lapsed>> lapsed(UUID event, Instant now) {
        return sql.preparedQuery("select offers_lapsed, " + RegistrationStore.COLUMNS + """
                  from registration
                 where event_id = $1 and offer_until <= $2
                 order by offer_until, place
                """)
                .execute(Tuple.of(event, now.atOffset(ZoneOffset.UTC)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row ->
                                new Lapsed(RegistrationStore.registration(row), row.getInteger("offers_lapsed") > 0))
                        .toList());
    }

    /** Events with such seats. */
    Future<List<UUID>> eventsWithLapsed(Instant now) {
        return sql.preparedQuery("""
                select distinct event_id
                  from registration
                  join event on event.id = event_id and event.status = 'published'
                 where offer_until <= $1
                """)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("event_id"))
                        .toList());
    }
}
