package nl.samenkomst.kit.db;

import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.kit.db.Awaiting.eventuallyPasses;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OneNodeTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private final Work first = new Work();
    private final Work second = new Work();

    @Test
    void oneAloneHasItsTurnAndWhenItGoesTheNextHas() {
        var one = node(1, first);
        eventuallyPasses(() -> assertThat(first.working.get()).isEqualTo(1));
        var two = node(1, second);
        await(one.close());

        eventuallyPasses(() -> assertThat(second.working.get()).isEqualTo(1));
        assertThat(first.working.get()).isZero();
        await(two.close());
        assertThat(second.working.get()).isZero();
    }

    @Test
    void whoLosesItsConnectionStopsUntilItIsItsTurnAgain() {
        var one = node(2, first);
        eventuallyPasses(() -> assertThat(first.working.get()).isEqualTo(1));
        database.cutOff();

        eventuallyPasses(() -> assertThat(first.ended.get()).isEqualTo(1));
        eventuallyPasses(() -> assertThat(first.working.get()).isEqualTo(1));
        await(one.close());
    }

    private static OneNode node(long key, Work work) {
        return OneNode.of(database.vertx(), database.url(), key, work);
    }

    private static final class Work implements OneNode.Turn {

        private final AtomicInteger working = new AtomicInteger();
        private final AtomicInteger ended = new AtomicInteger();

        @Override
        public void begin() {
            working.incrementAndGet();
        }

        @Override
        public Future<Void> end() {
            working.decrementAndGet();
            ended.incrementAndGet();
            return Future.succeededFuture();
        }
    }
}
