package nl.samenkomst.bench;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import nl.samenkomst.kit.db.DatabaseUrl;

/** Measures how fast people answer a survey, beside the same inserts by pgbench, and how far the screen in the room is behind. */
final class SurveyBench {

    private static final String OURS = "webinar-0";
    private static final String THEIRS = "webinar-1";
    private static final String LIVE = "webinar-2";
    private static final int ANSWERS = 500;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final Duration FIRST_WARM_UP = Duration.ofSeconds(5);
    private static final int FIRST_WARM_UPS = 12;
    private static final int WARM = 60_000;
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Vertx vertx = Vertx.vertx();
    private final Paper paper = new Paper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path jar;
    private final Path folder;
    private final Path pgbench;
    private final Duration counted;

    /** @param arguments the jar, an empty folder, pgbench, and for how many seconds each row is counted */
    private SurveyBench(String... arguments) {
        this.jar = Path.of(arguments[0]).toAbsolutePath();
        this.folder = Path.of(arguments[1]).toAbsolutePath();
        this.pgbench = Path.of(arguments[2]);
        this.counted = Duration.ofSeconds(Long.parseLong(arguments[3]));
    }

    public static void main(String[] arguments) {
        try {
            new SurveyBench(arguments).run();
            System.exit(0);
        } catch (IOException | InterruptedException | RuntimeException failed) {
            failed.printStackTrace();
            System.exit(1);
        }
    }

    private void run() throws IOException, InterruptedException {
        try (var store = new Store(folder)) {
            Machine.told(store.url()).forEach(paper::say);
            paper.say("each row counted for " + counted.toSeconds()
                    + " s after warming up; five questions, six answers each");
            var plan = plan(store.url());
            var token = RegistrationsBench.token(plan);
            try (var server = Installation.start(plan, "-Dsamenkomst.postman=paused")) {
                new Town(server.port(), token).webinars(3);
                end(store);
                answering(store, server);
                live(store, server, token);
            }
        }
        paper.verdicts();
    }

    private Installation.Plan plan(DatabaseUrl url) {
        return new Installation.Plan(
                jar,
                folder,
                Map.of(
                        "SAMENKOMST_DATABASE_URL",
                        Store.address(url),
                        "SAMENKOMST_SECRET",
                        "a secret of the bench, long enough for it"));
    }

    /** The webinars are over, so that their surveys open by themselves. */
    private static void end(Store store) {
        Store.run(
                store.url(),
                "update event set starts_at = now() - interval '2 hours', ends_at = now() - interval '1 second'");
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!Store.ask(store.url(), "select count(*) from survey where opened_at is not null")
                .equals("3")) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("the surveys did not open");
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private static String code(Store store, String event) {
        return Store.ask(
                store.url(),
                "select code from survey s join event e on e.id = s.event_id where e.slug = '" + event + "'");
    }

    private void answering(Store store, Installation server) {
        paper.head("Answering by the room's code over HTTP, answered 200 once committed, its thanks rendered");
        var code = code(store, OURS);
        var crowd = new Crowd(vertx, server.port());
        long first = warmedUp(crowd, code);
        store.settle();
        var labour = new Labour(server.process(), store.process());
        labour.begin();
        var ours = crowd.run(() -> Errands.answering(OURS, code), WARM_UP, counted);
        paper.row("64 clients, one survey", ours, labour.each(ours.all()));
        paper.say(String.format(
                "  answered 200 in all: %d; counted in the survey: %s, marks: %s",
                first + ours.all(),
                Store.ask(store.url(), "select received from survey where code = '" + code + "'"),
                Store.ask(store.url(), "select count(*) from survey_device")));
        store.settle();
        paper.head(
                "pgbench -M prepared: the same mark and answers in one statement and round trip, with nothing around it");
        double alone = new PgScript(pgbench, store.url(), folder)
                .perSecond(Crowd.CLIENTS, script(code(store, THEIRS)), counted);
        paper.row("64 clients, one survey", alone);
        paper.ratio("answering, beside pgbench's 64 clients", ours.perSecond() / alone, 0.6);
    }

    /** Until so many answered that Java has compiled what they run through, or a minute has gone by; how many did. */
    private static long warmedUp(Crowd crowd, String code) {
        long all = 0;
        for (int i = 0; i < FIRST_WARM_UPS && all < WARM; i++) {
            all += crowd.run(() -> Errands.answering(OURS, code), Duration.ZERO, FIRST_WARM_UP)
                    .all();
        }
        return all;
    }

    private static String script(String code) {
        return """
                \\set person random(1, 1000000000000000)
                with marked as (
                    insert into survey_device (survey_id, mark)
                    select id, sha256(convert_to('p' || :person, 'UTF8')) from survey where code = '%s'
                        on conflict do nothing
                    returning survey_id)
                insert into answer (id, survey_id, version, question, value, attendance)
                select gen_random_uuid(), survey_id, 1, question, value, 'online'
                  from marked, (values ('rating', '4'), ('clear', '2'), ('use', '0'), ('use', '2'),
                       ('question', 'Wie belt wie als de praktijk dicht is?'), ('recommend', '9')) as said (question, value);
                """.formatted(code);
    }

    private void live(Store store, Installation server, String token) throws IOException, InterruptedException {
        paper.head("The screen in the room, following while " + ANSWERS + " people answer within a minute");
        var page = "http://127.0.0.1:" + server.port() + "/events/" + LIVE + "/feedback";
        var code = code(store, LIVE);
        var form = Errands.token(
                send(HttpRequest.newBuilder(URI.create(page + "?code=" + code)).build()));
        try (var screen = new LiveScreen(server.port(), LIVE, token)) {
            screen.open();
            var answered = Collections.synchronizedList(new ArrayList<Long>());
            var sent = new ArrayList<CompletableFuture<?>>();
            long began = System.nanoTime();
            for (int i = 0; i < ANSWERS; i++) {
                LockSupport.parkNanos(began + i * MINUTE.toNanos() / ANSWERS - System.nanoTime());
                sent.add(answer(page, Errands.answers(form, code, "live-device-" + i))
                        .thenAccept(done -> answered.add(System.nanoTime())));
            }
            CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
            told(screen, answered);
        }
    }

    private CompletableFuture<Void> answer(String page, String body) {
        var request = HttpRequest.newBuilder(URI.create(page))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenAccept(answer -> {
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
        });
    }

    private String send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private void told(LiveScreen screen, List<Long> answered) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (screen.shown(ANSWERS) < 0 && System.nanoTime() < until) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        var lags = new Latencies();
        double worst = 0;
        for (int i = 0; i < answered.size(); i++) {
            long lag = Math.max(0, screen.shown(i + 1) - answered.get(i));
            lags.add(lag);
            worst = Math.max(worst, lag / 1e6);
        }
        paper.say(String.format(
                Locale.ROOT,
                "  behind: p50 %.0f ms, p99 %.0f ms, at most %.0f ms; the page was read %d times",
                lags.milliseconds(0.5),
                lags.milliseconds(0.99),
                worst,
                screen.readings()));
        paper.least("answers on the screen in the end", screen.shown(ANSWERS) < 0 ? 0 : ANSWERS, "", ANSWERS);
        paper.most("the screen behind what was answered, at most", worst / 1000, "s", 1);
    }
}
