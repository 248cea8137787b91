package nl.samenkomst.kit.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A PostgreSQL of our own below the data folder, for whoever has none; shared by all processes that open it.
 *
 * <p>The first to open it starts it, the last to close it stops it, whoever that is; a process that was killed counts
 * as gone. All methods block: call them from {@code Main}, a worker or a test.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** What this process has open, by data folder: file locks belong to the process, so it holds one for all. */
    private static final Map<Path, SharedServer> OPEN = new HashMap<>();

    private final Path data;
    private final DatabaseUrl url;
    private boolean closed;

    private EmbeddedPostgres(Path data, DatabaseUrl url) {
        this.data = data;
        this.url = url;
    }

    /**
     * Opens the database below this folder; unpacks PostgreSQL, makes the database and starts it where needed.
     *
     * @param progress is told, in words, what takes long
     * @throws DatabaseProblem when it cannot be had, saying what to do
     */
    public static EmbeddedPostgres open(Path data, Consumer<String> progress) {
        return open(data, new Making(Optional.empty(), Map.of()), progress);
    }

    static EmbeddedPostgres open(Path data, Making making, Consumer<String> progress) {
        var folder = Folders.writable(data);
        try {
            synchronized (OPEN) {
                var server = OPEN.get(folder);
                if (server == null) {
                    server = new SharedServer(folder, making.binariesIn().orElse(folder));
                }
                var url = server.enter(making, progress);
                OPEN.put(folder, server);
                return new EmbeddedPostgres(folder, url);
            }
        } catch (IOException e) {
            throw new DatabaseProblem("cannot open the database in " + folder + ": " + e, e);
        }
    }

    /** How a cluster is made where it differs: a folder of binaries shared by many, further settings of the server. */
    record Making(Optional<Path> binariesIn, Map<String, String> settings) {}

    /** Where it is reached; good until {@link #close}. */
    public DatabaseUrl url() {
        return url;
    }

    /** Gives it back; the last one out, of all processes, stops the server. A second call does nothing. */
    @Override
    public void close() {
        synchronized (OPEN) {
            if (closed) {
                return;
            }
            closed = true;
            var server = OPEN.get(data);
            try {
                if (server != null && server.leave()) {
                    OPEN.remove(data);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot stop the database in " + data, e);
            }
        }
    }
}
