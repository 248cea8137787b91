package nl.samenkomst.kit.db;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** The server process that a cluster's {@code postmaster.pid} tells of; it may be gone. */
record Postmaster(Path cluster, long pid, int port, boolean ready) {

    private static final int MOMENT_MS = 2_000;
    /** PostgreSQL's SSLRequest (protocol, "Message Formats"): its length, 8, and its code; answered with one byte. */
    private static final byte[] ARE_YOU_THERE =
            ByteBuffer.allocate(8).putInt(8).putInt(80_877_103).array();

    /** Reads the file; empty when there is none, or when it is too short to tell of a server. */
    static Optional<Postmaster> of(Path cluster) throws IOException {
        try {
            var lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
            return lines.size() < 4
                    ? Optional.empty()
                    : Optional.of(new Postmaster(
                            cluster,
                            Long.parseLong(lines.get(0).strip()),
                            Integer.parseInt(lines.get(3).strip()),
                            lines.size() > 7 && lines.get(7).startsWith("ready")));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether the process lives and is this cluster's: after a reboot its number may be another program's. */
    boolean lives() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent() && worksInCluster();
    }

    /** A postmaster's working directory is its cluster; where the system does not tell, the number must do. */
    private boolean worksInCluster() {
        if (!Files.exists(Path.of("/proc/self/cwd"))) {
            return true;
        }
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd"))
                    .equals(cluster.toRealPath());
        } catch (AccessDeniedException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether a PostgreSQL that is not starting or stopping answers on its port. */
    boolean answers() {
        return ready && portAnswers();
    }

    private boolean portAnswers() {
        try (var socket = new Socket()) {
            socket.connect(Cluster.address(port), MOMENT_MS);
            socket.setSoTimeout(MOMENT_MS);
            socket.getOutputStream().write(ARE_YOU_THERE);
            var answer = socket.getInputStream().read();
            return answer == 'N' || answer == 'S';
        } catch (IOException e) {
            return false;
        }
    }

    /** Waits until the process ends, or a moment has passed and it may have got further. */
    void awaitChange() {
        try {
            ProcessHandle.of(pid).map(ProcessHandle::onExit).orElseThrow().get(100, MILLISECONDS);
        } catch (TimeoutException | NoSuchElementException | ExecutionException e) {
            // Each is an answer: look again.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseProblem("interrupted while waiting for the database", e);
        }
    }
}
