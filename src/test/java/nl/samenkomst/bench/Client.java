package nl.samenkomst.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.util.Locale;

/**
 * One client on a connection that it keeps: one request at a time, over plain HTTP/1.1. It reads no more of an answer than its
 * status and length, as who measures should not be what is measured.
 */
final class Client {

    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(ISO_8859_1);
    private static final String LENGTH = "\ncontent-length:";

    private final NetSocket socket;
    private final Errand errand;
    private final Crowd.Tally tally;
    private final Promise<Void> ended = Promise.promise();

    private Buffer pending = Buffer.buffer();
    private int status;
    private int bodyFrom = -1;
    private int end;
    private long began;

    Client(NetSocket socket, Errand errand, Crowd.Tally tally) {
        this.socket = socket;
        this.errand = errand;
        this.tally = tally;
    }

    /** Goes on until the tally is closed; fails at the first wrong answer. */
    Future<Void> run() {
        socket.handler(this::read);
        socket.exceptionHandler(ended::tryFail);
        socket.closeHandler(closed -> ended.tryFail("the server closed a connection"));
        begin();
        return ended.future();
    }

    private void begin() {
        began = System.nanoTime();
        ask();
    }

    private void ask() {
        bodyFrom = -1;
        socket.write(errand.ask()).onFailure(ended::tryFail);
    }

    private void read(Buffer chunk) {
        pending = pending.length() == 0 ? chunk : pending.appendBuffer(chunk);
        try {
            if (bodyFrom < 0 && !head()) {
                return;
            }
            if (pending.length() >= end) {
                var body = pending.slice(bodyFrom, end);
                pending = Buffer.buffer();
                answered(errand.hear(status, body));
            }
        } catch (RuntimeException wrong) {
            ended.tryFail(wrong);
        }
    }

    private boolean head() {
        int close = indexOf(pending, END_OF_HEAD);
        if (close < 0) {
            return false;
        }
        var head = pending.getString(0, close + 2, "ISO-8859-1").toLowerCase(Locale.ROOT);
        int length = head.indexOf(LENGTH);
        if (length < 0) {
            throw new IllegalStateException("an answer without Content-Length: " + head);
        }
        int from = length + LENGTH.length();
        status = Integer.parseInt(head.substring(9, 12));
        bodyFrom = close + END_OF_HEAD.length;
        end = bodyFrom
                + Integer.parseInt(
                        head.substring(from, head.indexOf('\r', from)).strip());
        return true;
    }

    private void answered(boolean done) {
        if (!done) {
            ask();
            return;
        }
        tally.done(began, System.nanoTime());
        if (tally.closed()) {
            ended.tryComplete();
        } else {
            begin();
        }
    }

    static int indexOf(Buffer buffer, byte[] wanted) {
        for (int at = 0; at <= buffer.length() - wanted.length; at++) {
            int same = 0;
            while (same < wanted.length && buffer.getByte(at + same) == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return at;
            }
        }
        return -1;
    }
}
