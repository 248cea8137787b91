package nl.samenkomst.kit.db;

import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.kit.db.Awaiting.awaitFailure;
import static nl.samenkomst.kit.db.Awaiting.eventually;
import static nl.samenkomst.kit.db.Awaiting.eventuallyPasses;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds connections outlives a real stop and start of PostgreSQL, without being told. */
class RestartTest {

    @TempDir
    Path data;

    private final Vertx vertx = Vertx.vertx();
    private EmbeddedPostgres postgres;
    private Cluster cluster;

    @BeforeEach
    void open() throws IOException {
        postgres = EmbeddedPostgres.open(data, TestServer.FAST, message -> {});
        cluster = new Cluster(
                data.toRealPath().resolve("postgres"),
                Binaries.in(TestServer.FAST.binariesIn().orElseThrow(), message -> {}));
    }

    @AfterEach
    void close() {
        await(vertx.close());
        postgres.close();
    }

    @Test
    void thePoolFailsAsAwayWhileItIsDownAndMendsItself() throws IOException {
        var database = Database.open(vertx, postgres.url(), 4);
        await(Future.all(Stream.generate(database::ready).limit(8).toList()));

        cluster.stop();
        eventuallyPasses(() -> assertThat(awaitFailure(database.ready())).matches(Database::isAway));

        cluster.start(postgres.url().port());
        eventuallyPasses(
                () -> await(Future.all(Stream.generate(database::ready).limit(8).toList())));
    }

    @Test
    void theListenerHearsAgainAndSaysThatNewsMayBeLost() throws IOException {
        var heard = new CopyOnWriteArrayList<String>();
        var lost = new AtomicInteger();
        var listener = Listener.open(vertx, postgres.url());
        listener.on("event", heard::add);
        listener.onLost(lost::incrementAndGet);
        await(listener.listening());

        cluster.stop();
        cluster.start(postgres.url().port());

        eventually(() -> lost.get() == 1);
        listener.tell("event", "again");
        eventuallyPasses(() -> {
            listener.tell("event", "again");
            assertThat(heard).contains("again");
        });
    }

    @Test
    void aListenerThatIsOpenedWhileItIsDownHearsOnceItIsBack() throws IOException {
        cluster.stop();
        var heard = new CopyOnWriteArrayList<String>();
        var listener = Listener.open(vertx, postgres.url());
        listener.on("event", heard::add);

        cluster.start(postgres.url().port());
        await(listener.listening());

        listener.tell("event", "news");
        eventually(() -> heard.contains("news"));
    }
}
