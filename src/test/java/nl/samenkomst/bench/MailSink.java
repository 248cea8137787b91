package nl.samenkomst.bench;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** A mail server that takes everything and keeps nothing (RFC 5321). */
final class MailSink {

    private final NetServer server;
    private final AtomicLong letters = new AtomicLong();
    private final AtomicLong octets = new AtomicLong();

    private MailSink(NetServer server) {
        this.server = server;
        server.connectHandler(this::greet);
    }

    static MailSink open(Vertx vertx) {
        var sink = new MailSink(vertx.createNetServer());
        Waiting.until(sink.server.listen(0, "127.0.0.1"), Duration.ofSeconds(5));
        return sink;
    }

    int port() {
        return server.actualPort();
    }

    String url() {
        return "smtp://127.0.0.1:" + port();
    }

    /** How many came so far. */
    long letters() {
        return letters.get();
    }

    /** How many octets those weighed, line ends included. */
    long octets() {
        return octets.get();
    }

    private void greet(NetSocket socket) {
        socket.handler(RecordParser.newDelimited("\r\n", new Talk(socket)::hear));
        say(socket, "220 sink");
    }

    private static void say(NetSocket socket, String line) {
        // Who hangs up does not want to hear it.
        var unused = socket.write(line + "\r\n");
    }

    /** One connection's conversation. */
    private final class Talk {

        private final NetSocket socket;
        private boolean data;

        Talk(NetSocket socket) {
            this.socket = socket;
        }

        void hear(io.vertx.core.buffer.Buffer line) {
            if (data) {
                if (line.length() == 1 && line.getByte(0) == '.') {
                    data = false;
                    letters.incrementAndGet();
                    say(socket, "250 taken");
                } else {
                    octets.addAndGet(line.length() + 2L);
                }
                return;
            }
            var verb = line.getString(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
            data = verb.equals("DATA");
            say(socket, data ? "354 go on" : verb.equals("QUIT") ? "221 bye" : "250 sink");
        }
    }
}
