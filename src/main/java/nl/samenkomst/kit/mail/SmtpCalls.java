package nl.samenkomst.kit.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The open connections to the mail server, each used by one letter at a time. One that has been idle for long, or has carried many
 * letters, is ended: servers end such connections themselves, at a moment of their own. Safe to use from any thread.
 */
final class SmtpCalls {

    private static final int MOST_LETTERS = 100;
    private static final Duration IDLE = Duration.ofSeconds(2);

    private final Session session;
    private final Deque<Call> idle = new ArrayDeque<>();
    private boolean closed;

    /**
     * A connection.
     *
     * @param letters how many it has carried
     * @param since when it became idle, in nanoseconds of this process
     */
    record Call(Transport transport, Optional<Socket> socket, int letters, long since) {}

    SmtpCalls(Session session) {
        this.session = session;
    }

    /** One that answers, else a new one; it can be cut by this line. */
    Call next(DeadlineSockets.Line line) throws MessagingException {
        for (var kept = take(); kept.isPresent(); kept = take()) {
            var call = kept.get();
            call.socket().ifPresent(line::opened);
            if (System.nanoTime() - call.since() < IDLE.toNanos()
                    && call.transport().isConnected()) {
                return call;
            }
            hangUp(call);
        }
        var transport = session.getTransport();
        try {
            transport.connect();
        } catch (MessagingException failure) {
            hangUp(new Call(transport, Optional.empty(), 0, 0));
            throw failure;
        }
        return new Call(transport, line.socket(), 0, 0);
    }

    /** The letter has left or has not; after trouble, in saying goodbye too, the connection is of no more use. */
    void done(Call call, boolean well) {
        var after = new Call(call.transport(), call.socket(), call.letters() + 1, System.nanoTime());
        if (!well || after.letters() >= MOST_LETTERS || !kept(after)) {
            hangUp(after);
        }
    }

    private synchronized Optional<Call> take() {
        return Optional.ofNullable(idle.pollLast());
    }

    private synchronized boolean kept(Call call) {
        return !closed && idle.add(call);
    }

    /** Ends all that are idle, and keeps none from now on. */
    void close() {
        synchronized (this) {
            closed = true;
        }
        for (var call = take(); call.isPresent(); call = take()) {
            hangUp(call.get());
        }
    }

    private static void hangUp(Call call) {
        try {
            call.transport().close();
        } catch (MessagingException goodbye) {
            Postman.LOG.debug("the mail server did not say goodbye", goodbye);
        }
    }
}
