package nl.samenkomst.bench;

import java.nio.file.Path;
import java.time.Duration;
import nl.samenkomst.kit.db.DatabaseUrl;

/**
 * The least that a registration costs PostgreSQL, by its own {@code pgbench}: one statement in one round trip that takes a seat on the
 * event's row, inserts a registration under its unique key and an outbox row of 600 bytes, and commits.
 */
final class PgBench {

    static final int EVENTS = 100;

    private final Path program;
    private final DatabaseUrl url;
    private final Path folder;

    PgBench(Path program, DatabaseUrl url, Path folder) {
        this.program = program;
        this.url = url;
        this.folder = folder;
        Store.run(
                url,
                "create table seats (event int primary key, held int not null, capacity int not null)",
                "create table registration (id bigint generated always as identity primary key, event int not null,"
                        + " email text not null, unique (event, email))",
                "create table outbox (id bigint generated always as identity primary key, registration bigint not null,"
                        + " body text not null)",
                "insert into seats select event, 0, 1000000000 from generate_series(1, " + EVENTS + ") event",
                "vacuum analyze seats");
    }

    private static String script(int events, int persons) {
        return """
                \\set event random(1, %d)
                \\set person random(1, 1000000000000000)
                with seat as (
                    update seats set held = held + %d where event = :event and held + %d <= capacity returning event),
                person as (
                    insert into registration (event, email)
                    select event, 'p' || :person || '-' || one || '@almere.example' from seat, generate_series(1, %d) one
                    on conflict do nothing
                    returning id)
                insert into outbox (registration, body) select id, repeat('x', 600) from person;
                """.formatted(events, persons, persons, persons);
    }

    /** Registrations per second, after a short warm-up. */
    double perSecond(int clients, int events, int persons, Duration counted) {
        return new PgScript(program, url, folder).perSecond(clients, script(events, persons), counted) * persons;
    }
}
