package nl.samenkomst.kit.db;

import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.kit.db.Awaiting.awaitFailure;
import static nl.samenkomst.kit.db.Awaiting.eventuallyPasses;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.bare();

    @Test
    void thePoolMendsItselfAfterItsConnectionsWereCutOff() {
        await(Future.all(
                Stream.generate(() -> select(database.pool())).limit(10).toList()));

        database.cutOff();

        eventuallyPasses(() -> assertThat(await(select(database.pool()))).isEqualTo(1));
    }

    @Test
    void whatRunsWhileTheConnectionsAreCutOffFailsAsAway() {
        var slow = database.pool().query("select pg_sleep(15)").execute();
        eventuallyPasses(() -> {
            database.cutOff();
            assertThat(slow.isComplete()).isTrue();
        });

        assertThat(awaitFailure(slow)).matches(Database::isAway);
    }

    @Test
    void aServerThatIsNotThereIsAway() throws IOException {
        var nowhere = new DatabaseUrl("127.0.0.1", freePort(), "x", "x", Optional.empty());
        var closed = Database.open(database.vertx(), nowhere, 1);

        assertThat(awaitFailure(closed.ready())).matches(Database::isAway);
        await(closed.close());
    }

    @Test
    void aServerThatNeverAnswersIsAway() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var url = new DatabaseUrl("127.0.0.1", silent.getLocalPort(), "x", "x", Optional.empty());
            var database = Database.open(DatabaseTest.database.vertx(), url, 1);

            assertThat(awaitFailure(database.ready())).matches(Database::isAway);
        }
    }

    @Test
    void aFaultOfOurOwnIsNotAway() {
        assertThat(awaitFailure(database.pool().query("select nonsense").execute()))
                .matches(failure -> !Database.isAway(failure));
        assertThat(Database.isAway(new IllegalStateException("ours"))).isFalse();
    }

    private static Future<Integer> select(Pool pool) {
        return pool.query("select 1 as one")
                .execute()
                .map(rows -> rows.iterator().next().getInteger("one"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
