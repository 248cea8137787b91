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

/** Hands letters to the mail server, one conversation each, on threads of its own. */
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
    private final Duration longest;

    /** A way to this server, for so many letters at a time. */
    public Smtp(Vertx vertx, SmtpUrl url, int lines) {
        this(vertx, url, lines, Patience.USUAL);
    }

    Smtp(Vertx vertx, SmtpUrl url, int lines, Patience patience) {
        this.vertx = vertx;
        this.longest = patience.letter();
        this.session = SmtpSession.to(url, patience, sockets);
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

    /** Lets go of the threads. */
    public Future<Void> close() {
        return workers.close();
    }

    private Outcome conversation(Letter letter, DeadlineSockets.Line line) throws MessagingException {
        var message = Mime.of(letter, session);
        sockets.begin(line);
        try {
            return delivered(message, letter);
        } catch (MessagingException failure) {
            return line.wasCut()
                    ? new Outcome.Later("no end after " + longest.toSeconds() + " s", true)
                    : SmtpReply.of(failure).outcome();
        } finally {
            sockets.end();
        }
    }

    /** Once the server has said yes to the letter, trouble in saying goodbye no longer matters. */
    private Outcome delivered(MimeMessage message, Letter letter) throws MessagingException {
        var transport = session.getTransport();
        try {
            transport.connect();
            transport.sendMessage(message, envelope(message, letter));
            return new Outcome.Sent();
        } finally {
            hangUp(transport);
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

    private static void hangUp(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException goodbye) {
            Postman.LOG.debug("the mail server did not say goodbye", goodbye);
        }
    }
}
