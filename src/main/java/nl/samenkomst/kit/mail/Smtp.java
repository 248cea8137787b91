package nl.samenkomst.kit.mail;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Hands letters to the mail server, one after the other over a few connections, on threads of its own. */
public final class Smtp {

    /** How long we wait for the server: to connect, for each answer, and for a whole letter. */
    record Patience(Duration connect, Duration answer, Duration letter) {

        static final Patience USUAL =
                new Patience(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(120));
    }

    private final Vertx vertx;
    private final WorkerExecutor workers;
    private final DeadlineSockets sockets = new DeadlineSockets();
    private final Session session;
    private final SmtpCalls calls;
    private final Duration longest;

    /** A way to this server, for so many letters at a time. */
    public Smtp(Vertx vertx, SmtpUrl url, int lines) {
        this(vertx, url, lines, Patience.USUAL);
    }

    Smtp(Vertx vertx, SmtpUrl url, int lines, Patience patience) {
        this.vertx = vertx;
        this.longest = patience.letter();
        this.session = SmtpSession.to(url, patience, sockets);
        this.calls = new SmtpCalls(session);
        // The pool's own watch only warns; what ends a conversation is its deadline.
        this.workers = vertx.createSharedWorkerExecutor(
                "smtp-" + System.identityHashCode(this), lines, longest.toMillis() * 2, TimeUnit.MILLISECONDS);
    }

    /** Sends this letter; the Future holds what came of it, and fails only if the letter cannot be put together. */
    Future<Outcome> send(Letter letter) {
        var line = new DeadlineSockets.Line();
        long deadline = vertx.setTimer(longest.toMillis(), late -> line.cut());
        return workers.executeBlocking(() -> conversation(letter, line), false)
                .onComplete(done -> vertx.cancelTimer(deadline));
    }

    /** Whether the server answers and lets us in; fails with its words. */
    public Future<Void> reachable() {
        return workers.executeBlocking(
                () -> {
                    try (Transport transport = session.getTransport()) {
                        transport.connect();
                        return null;
                    }
                },
                false);
    }

    /** Hangs up, and lets go of the threads. */
    public Future<Void> close() {
        return workers.executeBlocking(
                        () -> {
                            calls.close();
                            return null;
                        },
                        false)
                .eventually(workers::close)
                .mapEmpty();
    }

    private Outcome conversation(Letter letter, DeadlineSockets.Line line) throws MessagingException {
        var message = Mime.of(letter, session);
        sockets.begin(line);
        try {
            return delivered(message, letter, line);
        } catch (MessagingException failure) {
            return line.wasCut()
                    ? new Outcome.Later("no end after " + longest.toSeconds() + " s", true)
                    : SmtpReply.of(failure).outcome();
        } finally {
            sockets.end();
        }
    }

    /** A connection over which all went well is kept for the next letter; any other is not trusted again. */
    private Outcome delivered(MimeMessage message, Letter letter, DeadlineSockets.Line line) throws MessagingException {
        var call = calls.next(line);
        boolean well = false;
        try {
            call.transport().sendMessage(message, envelope(message, letter));
            well = true;
            return new Outcome.Sent();
        } finally {
            calls.done(call, well);
        }
    }

    /** Exactly the one person the letter is for, whatever the mail library made of the headers. */
    private static Address[] envelope(MimeMessage message, Letter letter) throws MessagingException {
        var recipients = message.getAllRecipients();
        if (recipients.length != 1
                || !recipients[0].toString().equals(letter.to().text())) {
            throw new IllegalStateException("a letter to one person would have left for " + recipients.length);
        }
        return recipients;
    }
}
