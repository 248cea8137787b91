package nl.samenkomst.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import nl.samenkomst.kit.db.DatabaseUrl;
import nl.samenkomst.registration.PlainList;

/** Measures how long staff wait for the list of who comes to an event with 3,000 answers, beside the one query behind it. */
final class DeskBench {

    private static final int PEOPLE = 3_000;
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final String SLUG = "webinar-0";

    private final Vertx vertx = Vertx.vertx();
    private final Paper paper = new Paper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path jar;
    private final Path folder;
    private final Duration counted;

    /** @param arguments the jar, an empty folder, nothing, and for how many seconds each row is counted */
    private DeskBench(String... arguments) {
        this.jar = Path.of(arguments[0]).toAbsolutePath();
        this.folder = Path.of(arguments[1]).toAbsolutePath();
        this.counted = Duration.ofSeconds(Long.parseLong(arguments[3]));
    }

    public static void main(String[] arguments) {
        try {
            new DeskBench(arguments).run();
            System.exit(0);
        } catch (Exception failed) {
            failed.printStackTrace();
            System.exit(1);
        }
    }

    private void run() throws Exception {
        try (var store = new Store(folder)) {
            Machine.told(store.url()).forEach(paper::say);
            paper.say("one reader, one page after the other; each row counted for " + counted.toSeconds() + " s after "
                    + WARM_UP.toSeconds() + " s of warming up");
            var plan = new Installation.Plan(
                    jar,
                    folder,
                    Map.of(
                            "SAMENKOMST_DATABASE_URL",
                            Store.address(store.url()),
                            "SAMENKOMST_SECRET",
                            "a secret of the bench, long enough for it"));
            var token = RegistrationsBench.token(plan);
            try (var server = Installation.start(plan, "-Dsamenkomst.postman=paused")) {
                new Town(server.port(), token).webinars(1);
                fill(store);
                store.settle();
                measured(store, server, token);
            }
        }
        paper.verdicts();
    }

    private void measured(Store store, Installation server, String token) throws Exception {
        var event = UUID.fromString(Store.ask(store.url(), "select id from event where slug = '" + SLUG + "'"));
        var page = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.port() + "/organise/events/" + SLUG + "/people"))
                .header("Authorization", "Bearer " + token)
                .build();
        paper.head("The list of " + PEOPLE + " people, its first page");
        var pool = pool(store.url());
        Step plain = () -> PlainList.read(pool, event).await(10, TimeUnit.SECONDS);
        Step whole = () -> load(page);
        each(plain, WARM_UP);
        each(whole, WARM_UP);
        var query = each(plain, counted);
        var http = each(whole, counted);
        row("the plain query, from this JVM", query);
        row("the page, over HTTP", http);
        paper.most("the page beside the plain query, p50", http.milliseconds(0.5) / query.milliseconds(0.5), "×", 3);
        Future.await(pool.close());
    }

    /** Something that is done over and over. */
    private interface Step {
        void run() throws Exception;
    }

    private static Latencies each(Step step, Duration time) throws Exception {
        var latencies = new Latencies();
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            long began = System.nanoTime();
            step.run();
            latencies.add(System.nanoTime() - began);
        }
        return latencies;
    }

    private void load(HttpRequest page) throws IOException, InterruptedException {
        var answer = http.send(page, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200 || !answer.body().contains("van 3.000 mensen")) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    private void row(String what, Latencies latencies) {
        paper.say(String.format(
                java.util.Locale.ROOT,
                "  %-58s p50 %6.1f ms   p99 %6.1f ms   %d times",
                what,
                latencies.milliseconds(0.5),
                latencies.milliseconds(0.99),
                latencies.count()));
    }

    private Pool pool(DatabaseUrl url) {
        var options = new PgConnectOptions()
                .setHost(url.host())
                .setPort(url.port())
                .setDatabase(url.name())
                .setUser(url.user())
                .setPassword(url.password().orElse(""))
                .setCachePreparedStatements(true);
        return PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(1))
                .connectingTo(options)
                .using(vertx)
                .build();
    }

    /** People with seats, in line and gone, each with a letter that left, waits or came back. */
    private static void fill(Store store) {
        Store.run(store.url(), """
                insert into registration (id, organisation_id, event_id, email, email_key, name, organisation_name, sector, language,
                       attendance, status, by, place, reply, created_at)
                select gen_random_uuid(), organisation_id, id, 'mens' || n || '@mail.example', 'mens' || n || '@mail.example',
                       (array['Wilhelmina van den Bergh-Oosterhuis', 'Zohra Amrani', 'Ayşe Yıldız'])[n %% 3 + 1] || ' ' || n,
                       'Zorgcentrum De Vier Jaargetijden, locatie ' || n %% 40,
                       (array['formal', 'informal', 'medical', 'municipality', 'resident'])[n %% 5 + 1], 'nl', 'online',
                       case when n %% 10 = 0 then 'cancelled' when n %% 10 = 1 then 'waitlisted' else 'confirmed' end,
                       case when n %% 10 = 0 then 'self' end, n,
                       (array['none', 'accepted', 'tentative'])[n %% 3 + 1], now() - n * interval '1 minute'
                  from event, generate_series(1, %d) as n
                 where slug = '%s'
                """.formatted(PEOPLE, SLUG), """
                update seats set held = (select count(*) from registration where status = 'confirmed'),
                       waiting = (select count(*) from registration where status = 'waitlisted'), next_place = 3001
                """, """
                insert into outbox (subject, letter, language, ids, message_id, due_at, state, said)
                select 'invite:' || id, 'calendar/invitation', 'nl', '{}', '<' || id || '@bench.example>', now(),
                       (array['sent', 'sent', 'sent', 'waiting', 'refused'])[place % 5 + 1], '550 5.1.1 no such user'
                  from registration
                """, "analyze");
    }
}
