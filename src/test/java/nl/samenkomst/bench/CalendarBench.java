package nl.samenkomst.bench;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.samenkomst.kit.mail.Postman;

/** Measures how fast invitations leave, beside what Postfix's own load generator hands to the same kind of server. */
final class CalendarBench {

    private static final int EVENTS = 20;
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final Vertx vertx = Vertx.vertx();
    private final Paper paper = new Paper();
    private final Path jar;
    private final Path folder;
    private final Path smtpSource;
    private final Duration counted;

    /** @param arguments the jar, an empty folder, smtp-source, and for how many seconds each row is counted */
    private CalendarBench(String... arguments) {
        this.jar = Path.of(arguments[0]).toAbsolutePath();
        this.folder = Path.of(arguments[1]).toAbsolutePath();
        this.smtpSource = Path.of(arguments[2]).toAbsolutePath();
        this.counted = Duration.ofSeconds(Long.parseLong(arguments[3]));
    }

    public static void main(String[] arguments) {
        try {
            new CalendarBench(arguments).run();
            System.exit(0);
        } catch (RuntimeException | InterruptedException failed) {
            failed.printStackTrace();
            System.exit(1);
        }
    }

    private void run() throws InterruptedException {
        try (var store = new Store(folder)) {
            Machine.told(store.url()).forEach(paper::say);
            paper.say("each row counted for " + counted.toSeconds() + " s after warming up; " + Postman.LINES
                    + " connections to a mail server in this JVM that takes all and keeps nothing");
            var sink = MailSink.open(vertx);
            var plan = plan(store).with("SAMENKOMST_SMTP_URL", sink.url());
            long letters = layReady(plan);
            paper.head("Invitations: read, rendered, built with their calendar, sent and marked, " + letters
                    + " laid ready");
            store.settle();
            var ours = sent(plan, sink);
            paper.row("the postman", ours.perSecond());
            paper.say("  octets each: " + ours.octets());
            var source = new SmtpSource(smtpSource, folder, Postman.LINES);
            double theirs = source.perSecond(sink, ours.octets(), counted);
            paper.row("Postfix's smtp-source, messages of that size", theirs);
            paper.ratio("invitations, beside smtp-source", ours.perSecond() / theirs, 0.5);
        }
        paper.verdicts();
    }

    /** How many letters a second, and how large they were. */
    private record Sent(double perSecond, long octets) {}

    /** People register while no letter leaves. */
    private long layReady(Installation.Plan plan) {
        var token = RegistrationsBench.token(plan);
        try (var server = Installation.start(plan, "-Dsamenkomst.postman=paused")) {
            List<String> events = new Town(server.port(), token).webinars(EVENTS);
            return new Crowd(vertx, server.port())
                    .run(() -> Errands.registering(events), Duration.ZERO, counted.plus(WARM_UP))
                    .all();
        }
    }

    /** Counted until the time is up or nothing is left; a run that ends early is told by its own time. */
    private Sent sent(Installation.Plan plan, MailSink sink) throws InterruptedException {
        try (var server = Installation.start(plan)) {
            untilSending(server, sink);
            TimeUnit.MILLISECONDS.sleep(WARM_UP.toMillis());
            long letters = sink.letters();
            long octets = sink.octets();
            long began = System.nanoTime();
            long last = began;
            long before = letters;
            while (last - began < counted.toNanos()) {
                TimeUnit.MILLISECONDS.sleep(AT_ONCE.toMillis() / 4);
                if (sink.letters() == before) {
                    break;
                }
                before = sink.letters();
                last = System.nanoTime();
            }
            long many = Math.max(1, before - letters);
            return new Sent(many / Math.max(1e-3, (last - began) / 1e9), (sink.octets() - octets) / many);
        }
    }

    private static void untilSending(Installation server, MailSink sink) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (sink.letters() == 0 && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        if (sink.letters() == 0) {
            throw new IllegalStateException("no letter left the server on port " + server.port());
        }
    }

    private Installation.Plan plan(Store store) {
        return new Installation.Plan(
                jar,
                folder,
                Map.of(
                        "SAMENKOMST_DATABASE_URL",
                        Store.address(store.url()),
                        "SAMENKOMST_SECRET",
                        "a secret of the bench, long enough for it"));
    }
}
