package nl.samenkomst.kit.db;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;

/**
 * Who uses an embedded database, agreed between processes by locks on one file; the system drops a killed process's.
 *
 * <p>Two bytes of the file are locked apart, because a lock cannot be turned from exclusive to shared without letting
 * go of it, and in that moment the last one out could stop the server under a newcomer:
 * <ul>
 *   <li>the gate: held, by one, while it starts or stops the server, enters or leaves;
 *   <li>the use: held shared by every user; who holds the gate and gets this one exclusively is the last.
 * </ul>
 * Locks belong to the process, and closing any channel on the file drops them: one of these per file and process.
 */
final class ClusterLock implements AutoCloseable {

    private static final long GATE = 0;
    private static final long USE = 1;

    private final FileChannel file;

    ClusterLock(Path path) throws IOException {
        file = FileChannel.open(path, CREATE, READ, WRITE);
    }

    /** Waits until nobody else starts or stops the server; closing the result opens the gate again. */
    FileLock gate() throws IOException {
        return file.lock(GATE, 1, false);
    }

    /** Says that we use the server; only with the gate in hand. */
    FileLock use() throws IOException {
        return file.lock(USE, 1, true);
    }

    /** Whether nobody uses the server any more; only with the gate in hand and our own use given back. */
    boolean unused() throws IOException {
        try (var all = file.tryLock(USE, 1, false)) {
            return all != null;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
