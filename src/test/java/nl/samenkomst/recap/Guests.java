package nl.samenkomst.recap;

import static java.time.ZoneOffset.UTC;
import static nl.samenkomst.kit.db.Awaiting.await;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import nl.samenkomst.event.Event;
import nl.samenkomst.kit.time.Job;

/** People who registered for an event and what became of them, put into the database as they stand after it. */
record Guests(Pool pool, Event event) {

    /** Somebody with a seat on site. */
    UUID seated(String name, String sector, String organisation) {
        return come(name, sector, organisation, "confirmed", "on_site", "unknown");
    }

    UUID come(String name, String sector, String organisation, String status, String way, String presence) {
        var id = UUID.randomUUID();
        await(pool.preparedQuery("""
                insert into registration (id, organisation_id, event_id, email, person_key, name, sector, organisation_name,
                                          area_id, language, status, attendance, presence, by, place, created_at)
                values ($1, $2, $3, $4, convert_to($4, 'UTF8'), $5, $6, $7, $8, 'nl', $9, $10, $11,
                        case when $9 = 'cancelled' then 'self' end, 1, $12)
                """)
                .execute(Tuple.tuple()
                        .addUUID(id)
                        .addUUID(event.organisation())
                        .addUUID(event.id())
                        .addString(name + "@elaa.example")
                        .addString(name)
                        .addString(sector)
                        .addString(organisation)
                        .addUUID(event.area().orElse(null))
                        .addString(status)
                        .addString(way)
                        .addString(presence)
                        .addOffsetDateTime(event.start().atOffset(UTC))));
        return id;
    }

    void noted(UUID registration, String presence) {
        await(pool.preparedQuery("update registration set presence = $2 where id = $1")
                .execute(Tuple.of(registration, presence)));
    }

    /** As the person does it on their own page, at this moment. */
    void erased(UUID registration, Instant when) {
        await(pool.preparedQuery("""
                update registration
                   set status = 'cancelled', by = 'erased', email = null, person_key = null, name = null, organisation_name = null,
                       area_id = null, erased_at = $2
                 where id = $1
                """).execute(Tuple.of(registration, when.atOffset(UTC))));
    }

    /** As retention does it after a year: nobody is known any more, what is counted stands. */
    static void anonymised(Pool pool) {
        await(pool.query("""
                update registration set email = null, email_key = null, person_key = null, name = null, organisation_name = null
                """).execute());
    }

    /** Runs the job that counts, as the clock stands at this moment. */
    static void counted(Pool pool, Instant now) {
        Job job = TallyJob.of(pool, Clock.fixed(now, UTC));
        await(job.run().get());
    }
}
