package nl.samenkomst.kit.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Optional;
import javax.net.SocketFactory;

/**
 * Makes the sockets of the mail library, and remembers the newest of each thread, so that a conversation that lasts too long
 * can be cut off from outside: time-outs of single reads never end with a server that sends a byte now and then.
 */
final class DeadlineSockets extends SocketFactory {

    /** One conversation, which may be cut off by another thread. */
    static final class Line {

        private Optional<Socket> socket = Optional.empty();
        private boolean cut;

        synchronized void cut() {
            cut = true;
            socket.ifPresent(Line::close);
        }

        synchronized boolean wasCut() {
            return cut;
        }

        /** The newest of this conversation. */
        synchronized Optional<Socket> socket() {
            return socket;
        }

        /** From now on cutting means this one. */
        synchronized void opened(Socket opened) {
            socket = Optional.of(opened);
            if (cut) {
                close(opened);
            }
        }

        private static void close(Socket socket) {
            try {
                socket.close();
            } catch (IOException failure) {
                throw new UncheckedIOException("a socket that will not close", failure);
            }
        }
    }

    @SuppressWarnings("ThreadLocalUsage") // one of these per mail server, which are few and live as long as the process
    private final ThreadLocal<Line> lines = new ThreadLocal<>();

    /** From here on this thread's sockets belong to this conversation. */
    void begin(Line line) {
        lines.set(line);
    }

    void end() {
        lines.remove();
    }

    /** The library writes a letter in small pieces: none of them waits for the other side to say that it has the one before. */
    @Override
    public Socket createSocket() throws SocketException {
        var socket = new Socket();
        socket.setTcpNoDelay(true);
        Optional.ofNullable(lines.get()).ifPresent(line -> line.opened(socket));
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("the mail library connects by itself");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException("the mail library connects by itself");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException("the mail library connects by itself");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException("the mail library connects by itself");
    }
}
