package nl.samenkomst.kit.db;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** This process's part in one embedded server: counted here, agreed with other processes by {@link ClusterLock}. */
final class SharedServer {

    private final Path data;
    private final Path binariesIn;
    private Optional<Entered> entered = Optional.empty();
    private int users;

    /** What we hold while we use the server. */
    private record Entered(ClusterLock lock, FileLock use, Cluster cluster) {}

    SharedServer(Path data, Path binariesIn) {
        this.data = data;
        this.binariesIn = binariesIn;
    }

    /** One more user; the server runs when this returns, also when it had died under the others. */
    DatabaseUrl enter(EmbeddedPostgres.Making making, Consumer<String> progress) throws IOException {
        if (entered.isEmpty()) {
            progress.accept("Opening the embedded database in " + data);
        }
        var lock = entered.isPresent() ? entered.get().lock() : new ClusterLock(data.resolve("postgres.lock"));
        try (var gate = lock.gate()) {
            var cluster = new Cluster(data.resolve("postgres"), Binaries.in(binariesIn, progress));
            var url = running(cluster, making, progress);
            if (entered.isEmpty()) {
                entered = Optional.of(new Entered(lock, lock.use(), cluster));
            }
            users++;
            return url;
        } finally {
            if (entered.isEmpty()) {
                lock.close();
            }
        }
    }

    private DatabaseUrl running(Cluster cluster, EmbeddedPostgres.Making making, Consumer<String> progress)
            throws IOException {
        if (!cluster.exists()) {
            progress.accept("Making an empty database in " + data + " (once)");
            var fresh = Access.fresh();
            fresh.write(accessFile());
            cluster.make(fresh.password(), making.settings());
        }
        var access = Access.read(accessFile())
                .orElseThrow(() -> new DatabaseProblem("there is a database in " + data + " but its password is lost: "
                        + accessFile() + " is missing; put it back from a backup"));
        var running = cluster.running();
        var server = running.isPresent() ? running.get() : cluster.start(access.port());
        if (server.port() != access.port()) {
            access.withPort(server.port()).write(accessFile());
        }
        return new DatabaseUrl(
                Cluster.HOST, server.port(), Cluster.DATABASE, Cluster.USER, Optional.of(access.password()));
    }

    /** One user less; true when this process has no more, and the server was stopped if no other process has. */
    boolean leave() throws IOException {
        users--;
        if (users > 0 || entered.isEmpty()) {
            return users == 0;
        }
        var left = entered.get();
        entered = Optional.empty();
        try (var file = left.lock()) {
            // First let go, then wait for the gate: of two who leave together, the later finds nobody left.
            left.use().release();
            try (var gate = file.gate()) {
                if (file.unused()) {
                    left.cluster().stop();
                }
            }
        }
        return true;
    }

    private Path accessFile() {
        return data.resolve("postgres.properties");
    }
}
