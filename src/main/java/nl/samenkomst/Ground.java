package nl.samenkomst;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.micrometer.MicrometerMetricsFactory;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import nl.samenkomst.kit.db.Database;
import nl.samenkomst.kit.db.DatabaseUrl;
import nl.samenkomst.kit.db.EmbeddedPostgres;
import nl.samenkomst.kit.db.Migrations;
import nl.samenkomst.kit.web.Links;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every command stands on: Vert.x, an up-to-date database, and the key of links. To be closed last. */
final class Ground implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Ground.class);
    private static final int CLOSING_SECONDS = 2;

    /** What Vert.x warns of: a start on a small, busy machine is no reason for alarm. */
    private static final int SLOW_MACHINE_SECONDS = 10;

    private static final int FIRST_START_SECONDS = 300;

    private final Config config;
    private final Metrics metrics = new Metrics();
    private final Vertx vertx;
    private Optional<EmbeddedPostgres> embedded = Optional.empty();
    private boolean closed;

    Ground(Config config) {
        this.config = config;
        this.vertx = Vertx.builder()
                .with(new VertxOptions()
                        .setMaxEventLoopExecuteTime(TimeUnit.SECONDS.toNanos(SLOW_MACHINE_SECONDS))
                        .setMaxWorkerExecuteTime(TimeUnit.SECONDS.toNanos(FIRST_START_SECONDS))
                        .setMetricsOptions(metrics.options())
                        .setFileSystemOptions(new FileSystemOptions().setFileCachingEnabled(false)))
                .withMetrics(new MicrometerMetricsFactory(metrics.registry()))
                .build();
    }

    Config config() {
        return config;
    }

    Vertx vertx() {
        return vertx;
    }

    Metrics metrics() {
        return metrics;
    }

    /**
     * Opens the database, the embedded one where no other is set, and brings it up to date; on a worker.
     *
     * @param say is told what takes long
     */
    Future<DatabaseUrl> migrated(Consumer<String> say) {
        return vertx.executeBlocking(() -> {
            var url = reached(say);
            LOG.debug("{} migrations ran", Migrations.run(url));
            return url;
        });
    }

    /** Where the database is, started if it is ours to start; blocks. */
    synchronized DatabaseUrl reached(Consumer<String> say) {
        if (config.database().isPresent()) {
            return config.database().get();
        }
        if (closed) {
            throw new IllegalStateException("already closing");
        }
        embedded = embedded.or(() -> Optional.of(EmbeddedPostgres.open(config.data(), say)));
        return embedded.get().url();
    }

    Database open(DatabaseUrl url) {
        return Database.open(vertx, url, Database.USUAL_CONNECTIONS);
    }

    /** The installation's secret: the given one, or the one kept in the data folder; blocks at its first use. */
    Future<Links> links() {
        return vertx.executeBlocking(() -> {
            var secret = config.secret().isPresent() ? config.secret().get() : Secret.keptIn(config.data());
            return new Links(config.url(), secret.bytes());
        });
    }

    /** Ends Vert.x, then gives the embedded database back: the last step of a process. */
    @Override
    public void close() {
        var ended = vertx.close().toCompletionStage().toCompletableFuture();
        ended.copy()
                .completeOnTimeout(null, CLOSING_SECONDS, TimeUnit.SECONDS)
                .exceptionally(late -> null)
                .join();
        release();
    }

    private synchronized void release() {
        closed = true;
        embedded.ifPresent(EmbeddedPostgres::close);
    }
}
