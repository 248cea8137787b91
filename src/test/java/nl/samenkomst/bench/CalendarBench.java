package nl.samenkomst.bench;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import nl.samenkomst.kit.mail.Postman;

/**
 * Measures how fast invitations leave, beside what Postfix's own load generator hands to the same kind of server, and how fast what
 * calendars answer is read from a mailbox.
 */
final class CalendarBench {

    private static final int EVENTS = 20;
    /** GreenMail needs some ten seconds for each command about a mailbox of ten times as many. */
    private static final int ANSWERS = 2_000;

    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration STANDSTILL = Duration.ofSeconds(10);

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
            answers(store, plan);
        }
        paper.verdicts();
    }

    /** Who were invited all accept; nothing is sent meanwhile. */
    private void answers(Store store, Installation.Plan plan) throws InterruptedException {
        Store.run(
                store.url(),
                "update outbox set state = 'superseded' where state in ('waiting', 'claimed')",
                "update invite set sent_sequence = 0, sent_method = 'request'");
        var invited = Store.ask(store.url(), """
                select string_agg(uid || ' ' || email, ',')
                  from (select uid, email from invite join registration on id = registration_id limit %d) as one
                """.formatted(ANSWERS));
        try (var box = AnswerBox.of(List.of(invited.split(",")));
                var server = Installation.start(
                        plan.with("SAMENKOMST_IMAP_URL", box.url()), "-Dsamenkomst.postman=paused")) {
            paper.head("Answers read from a mailbox of " + ANSWERS + ", by IMAP from GreenMail in this JVM");
            double read = perSecond(() -> Long.parseLong(Store.ask(store.url(), "select count(*) from reply")));
            paper.row("accepted, counted and put away", read);
            paper.say("  memory held after that (RSS): " + server.residentMegabytes() + " MB; counted as accepted: "
                    + Store.ask(store.url(), "select count(*) from registration where reply = 'accepted'"));
            paper.least("answers read per second, on one node", read, "/s", 200);
        }
    }

    /** How fast this rises once it does: until the time is up, or it stands still. */
    private double perSecond(LongSupplier count) throws InterruptedException {
        long first = rising(count, 0);
        long began = System.nanoTime();
        long last = first;
        long moved = began;
        while (System.nanoTime() - began < counted.toNanos() && System.nanoTime() - moved < STANDSTILL.toNanos()) {
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
            long now = count.getAsLong();
            moved = now > last ? System.nanoTime() : moved;
            last = now;
        }
        return (last - first) / Math.max(1e-3, (moved - began) / 1e9);
    }

    private static long rising(LongSupplier count, long above) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (count.getAsLong() <= above && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
        }
        return count.getAsLong();
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

    private Sent sent(Installation.Plan plan, MailSink sink) throws InterruptedException {
        try (var server = Installation.start(plan)) {
            if (rising(sink::letters, 0) == 0) {
                throw new IllegalStateException("no letter left the server on port " + server.port());
            }
            TimeUnit.MILLISECONDS.sleep(WARM_UP.toMillis());
            long letters = sink.letters();
            long octets = sink.octets();
            double perSecond = perSecond(sink::letters);
            return new Sent(perSecond, (sink.octets() - octets) / Math.max(1, sink.letters() - letters));
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
