package nl.samenkomst.registration;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Pool;
import java.util.stream.StreamSupport;

/** What must be so at every committed moment: the counts of seats agree with the registrations, and no seat is given twice. */
public final class SeatsInvariant {

    private SeatsInvariant() {}

    /** Fails with the seats whose counts are wrong. */
    public static void holds(Pool pool) {
        var wrong = await(pool.query("""
                        select s.event_id || ' ' || s.attendance || ': counted ' || s.held || '+' || s.waiting || ', there '
                               || c.held || '+' || c.waiting || ' of ' || coalesce(s.capacity::text, 'any') as line
                          from seats s
                         cross join lateral (
                               select count(*) filter (where r.attendance = s.attendance
                                          and r.status in ('confirmed', 'offered', 'choose')) as held,
                                      count(*) filter (where r.waits_for = s.attendance) as waiting
                                 from registration r
                                where r.event_id = s.event_id) c
                         where s.held <> c.held or s.waiting <> c.waiting or s.held > s.capacity
                        """).execute().map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getString("line"))
                .toList()));
        assertThat(wrong).as("seats whose counts are wrong").isEmpty();
    }
}
