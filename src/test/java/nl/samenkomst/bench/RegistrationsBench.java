package nl.samenkomst.bench;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import nl.samenkomst.kit.db.DatabaseUrl;

/** Measures how fast people register, beside what PostgreSQL alone could do, and prints it with what it ran on. */
final class RegistrationsBench {

    private static final String ONE = "webinar-0";
    private static final int EVENTS = 1 + PgBench.EVENTS;
    private static final int BATCH = 32;
    private static final String OWNER = "owner@bench.example";
    private static final Duration FIRST_WARM_UP = Duration.ofSeconds(15);
    private static final Duration WARM_UP = Duration.ofSeconds(3);

    private final Vertx vertx = Vertx.vertx();
    private final Paper paper = new Paper();
    private final Path jar;
    private final Path folder;
    private final Path pgbench;
    private final Duration counted;

    /** What our own rows came to. */
    private record Rates(double one, double spread) {}

    /** @param arguments the jar, an empty folder, pgbench, and for how many seconds each row is counted */
    private RegistrationsBench(String... arguments) {
        this.jar = Path.of(arguments[0]).toAbsolutePath();
        this.folder = Path.of(arguments[1]).toAbsolutePath();
        this.pgbench = Path.of(arguments[2]);
        this.counted = Duration.ofSeconds(Long.parseLong(arguments[3]));
    }

    public static void main(String[] arguments) {
        try {
            new RegistrationsBench(arguments).run();
            System.exit(0);
        } catch (RuntimeException failed) {
            failed.printStackTrace();
            System.exit(1);
        }
    }

    private void run() {
        try (var store = new Store(folder)) {
            Machine.told(store.url()).forEach(paper::say);
            paper.say("each row counted for " + counted.toSeconds() + " s after warming up");
            var alone = pgbench(store);
            var paused = paused(store);
            paper.ratio("one event, beside pgbench's 64 clients", paused.one() / alone.one(), 4);
            paper.ratio("over 100 events, beside pgbench's 64 clients", paused.spread() / alone.spread(), 0.7);
            sending(store);
        }
        start();
        paper.verdicts();
    }

    private Rates pgbench(Store store) {
        paper.head("pgbench -M prepared: a registration in one statement and round trip, with nothing around it");
        var bench = new PgBench(pgbench, store.database("pgbench"), folder);
        store.settle();
        double one = bench.perSecond(Crowd.CLIENTS, 1, 1, counted);
        paper.row("64 clients, one event", one);
        double spread = bench.perSecond(Crowd.CLIENTS, PgBench.EVENTS, 1, counted);
        paper.row("64 clients, over 100 events", spread);
        paper.row("one client, 32 registrations per statement", bench.perSecond(1, 1, BATCH, counted.dividedBy(3)));
        return new Rates(one, spread);
    }

    private Rates paused(Store store) {
        var url = store.url();
        var plan = plan(url);
        var token = token(plan);
        try (var server = Installation.start(plan, "-Dsamenkomst.postman=paused")) {
            var events = new Town(server.port(), token).webinars(EVENTS);
            paper.head("Registering over HTTP, answered 201 once committed with its letter; the postman paused");
            var rates = registering(store, url, server, events);
            paper.head("Whole visits over HTTP: the event's page, then its form; the postman paused");
            var labour = new Labour(server.process(), store.process());
            labour.begin();
            var visits = crowd(server).run(() -> Errands.visiting(ONE), WARM_UP, counted);
            paper.row("64 clients, one event", visits, labour.each(visits.all()));
            looking(server);
            paper.most("memory held after that (RSS)", server.residentMegabytes(), "MB", 350);
            return rates;
        }
    }

    private void sending(Store store) {
        var sink = MailSink.open(vertx);
        var url = store.database("sending");
        var plan = plan(url).with("SAMENKOMST_SMTP_URL", sink.url());
        var token = token(plan);
        try (var server = Installation.start(plan)) {
            var events = new Town(server.port(), token).webinars(EVENTS);
            paper.head("The same, the postman sending to a mail server on this machine meanwhile");
            var began = System.nanoTime();
            var unused = registering(store, url, server, events);
            paper.row("letters sent meanwhile", sink.letters() / ((System.nanoTime() - began) / 1e9));
            paper.most("memory held after that (RSS), while sending", server.residentMegabytes(), "MB", 350);
        }
    }

    private Rates registering(Store store, DatabaseUrl url, Installation server, List<String> events) {
        var crowd = crowd(server);
        var spread = events.subList(1, EVENTS);
        Supplier<Errand> toOne = () -> Errands.registering(List.of(ONE));
        Supplier<Errand> toAll = () -> Errands.registering(spread);
        long first = crowd.run(toAll, FIRST_WARM_UP, Duration.ofSeconds(1)).all();
        store.settle();
        var labour = new Labour(server.process(), store.process());
        labour.begin();
        var one = crowd.run(toOne, WARM_UP, counted);
        paper.row("64 clients, one event", one, labour.each(one.all()));
        store.settle();
        labour.begin();
        var all = crowd.run(toAll, WARM_UP, counted);
        paper.row("64 clients, over 100 events", all, labour.each(all.all()));
        paper.say(String.format(
                "  answered 201 in all: %d; registrations in the database: %s, letters in the outbox: %s",
                first + one.all() + all.all(),
                Store.ask(url, "select count(*) from registration"),
                Store.ask(url, "select count(*) from outbox")));
        return new Rates(one.perSecond(), all.perSecond());
    }

    private void looking(Installation server) {
        paper.head("Event pages with live seats, beside a trivial Vert.x handler that sends the same bytes");
        var time = counted.dividedBy(3);
        var page = crowd(server).run(() -> Errands.looking("/events/" + ONE), WARM_UP, time);
        paper.row("64 clients, the event's page", page, "");
        int port = Installation.freePort();
        try (var child = TrivialServer.start(folder, port, page(server))) {
            untilListening(child, port);
            var trivial = new Crowd(vertx, port).run(() -> Errands.looking("/"), WARM_UP, time);
            paper.row("64 clients, the trivial handler", trivial, "");
            paper.ratio("event pages, beside the trivial handler", page.perSecond() / trivial.perSecond(), 0.3);
        }
    }

    private static HttpResponse<byte[]> page(Installation server) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/events/" + ONE))
                .build();
        try {
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void untilListening(Child child, int port) {
        while (child.alive()) {
            try (var socket = new java.net.Socket("127.0.0.1", port)) {
                return;
            } catch (IOException notYet) {
                Thread.onSpinWait();
            }
        }
        throw child.failed();
    }

    /** The embedded database is there, and stopped: the whole start of the usual installation. */
    private void start() {
        try (var server = Installation.start(new Installation.Plan(jar, folder, Map.of()))) {
            var seconds = server.untilReady().toMillis() / 1000.0;
            paper.most("ready on an existing database, its start included", seconds, "s", 3);
        }
    }

    private Crowd crowd(Installation server) {
        return new Crowd(vertx, server.port());
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

    /** An owner's API token. */
    static String token(Installation.Plan plan) {
        var told = plan.run("account", "add", OWNER, "--name", "Bench", "--role", "owner");
        if (told.isEmpty()) {
            throw new IllegalStateException("no account was made");
        }
        return plan.run("token", "add", OWNER, "--label", "bench");
    }
}
