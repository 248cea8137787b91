package nl.samenkomst.kit.mail;

import static nl.samenkomst.kit.db.Awaiting.await;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A small SMTP server that goes wrong in the way it is told; what it took over stays readable. */
final class FaultyMailServer implements AutoCloseable {

    enum Fault {
        NONE,
        /** Never says a word. */
        SILENT,
        /** Sends a byte now and then, so that no single read ever times out. */
        DRIPS,
        /** Says 451 to every recipient. */
        BUSY,
        /** Says 550 to every recipient. */
        UNKNOWN_RECIPIENT,
        /** Says 554 to the letter itself. */
        UNWANTED_LETTER,
        /** Takes the letter and drops the line before saying so. */
        DROPS_AFTER_THE_DOT
    }

    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<String> envelopes = new CopyOnWriteArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final List<NetSocket> open = new CopyOnWriteArrayList<>();
    private final Vertx vertx;
    private final NetServer server;
    private volatile Fault fault;

    FaultyMailServer(Vertx vertx, Fault fault) {
        this.vertx = vertx;
        this.fault = fault;
        this.server = await(vertx.createNetServer().connectHandler(this::greet).listen(0, "127.0.0.1"));
    }

    SmtpUrl url() {
        return SmtpUrl.local(server.actualPort());
    }

    void becomes(Fault other) {
        fault = other;
    }

    /** Every letter it read to its final dot, whether it said so or not. */
    List<String> taken() {
        return List.copyOf(taken);
    }

    List<String> envelopes() {
        return List.copyOf(envelopes);
    }

    @Override
    public void close() {
        await(server.close());
    }

    /** How many have called so far. */
    int calls() {
        return calls.get();
    }

    /** Ends all connections, as servers do with those that have been idle for long. */
    void hangUp() {
        open.forEach(socket -> await(socket.close()));
    }

    private void greet(NetSocket socket) {
        calls.incrementAndGet();
        open.add(socket);
        socket.exceptionHandler(gone -> socket.close());
        if (fault == Fault.DRIPS) {
            socket.write("220-");
            long dripping = vertx.setPeriodic(50, drip -> socket.write("."));
            socket.closeHandler(gone -> vertx.cancelTimer(dripping));
        } else if (fault != Fault.SILENT) {
            var talk = new Talk(socket);
            socket.handler(RecordParser.newDelimited("\r\n", line -> talk.heard(line.toString())));
            socket.write("220 faulty\r\n");
        }
    }

    private final class Talk {

        private final NetSocket socket;
        private final StringBuilder letter = new StringBuilder();
        private boolean reading;

        Talk(NetSocket socket) {
            this.socket = socket;
        }

        void heard(String line) {
            if (reading) {
                read(line);
            } else if (line.startsWith("RCPT")) {
                envelopes.add(line);
                say(
                        fault == Fault.BUSY
                                ? "451 later"
                                : fault == Fault.UNKNOWN_RECIPIENT ? "550 5.1.1 no such user" : "250 ok");
            } else if (line.startsWith("DATA")) {
                reading = true;
                say("354 go on");
            } else if (line.startsWith("QUIT")) {
                say("221 bye");
            } else {
                say("250 ok");
            }
        }

        private void read(String line) {
            if (!line.equals(".")) {
                letter.append(line).append("\r\n");
                return;
            }
            reading = false;
            var whole = letter.toString();
            letter.setLength(0);
            if (fault == Fault.UNWANTED_LETTER) {
                say("554 5.7.1 not wanted");
                return;
            }
            taken.add(whole);
            if (fault == Fault.DROPS_AFTER_THE_DOT) {
                socket.close();
            } else {
                say("250 taken");
            }
        }

        private void say(String reply) {
            socket.write(reply + "\r\n");
        }
    }
}
