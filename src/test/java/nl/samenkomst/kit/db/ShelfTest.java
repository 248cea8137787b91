package nl.samenkomst.kit.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ShelfTest {

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void aCrowdCostsOneReadingAndTheNextMomentAnother() {
        var shelf = new Shelf<String, Integer>(
                Duration.ofSeconds(1), key -> Future.succeededFuture(reads.incrementAndGet()), nanos::get);

        assertThat(shelf.of("a").result()).isEqualTo(1);
        assertThat(shelf.of("a").result()).isEqualTo(1);
        nanos.addAndGet(Duration.ofMillis(1001).toNanos());
        assertThat(shelf.of("a").result()).isEqualTo(2);
    }

    @Test
    void whoAsksWhileItIsReadWaitsForThatAnswer() {
        List<Promise<Integer>> asked = new ArrayList<>();
        var shelf = new Shelf<String, Integer>(Duration.ofSeconds(1), key -> {
            Promise<Integer> promise = Promise.promise();
            asked.add(promise);
            return promise.future();
        });

        var first = shelf.of("a");
        var second = shelf.of("a");
        asked.get(0).complete(7);

        assertThat(asked).hasSize(1);
        assertThat(List.of(first.result(), second.result())).containsExactly(7, 7);
    }

    @Test
    void aFailureIsNotKept() {
        var shelf = new Shelf<String, Integer>(
                Duration.ofSeconds(1),
                key -> reads.incrementAndGet() == 1 ? Future.failedFuture("away") : Future.succeededFuture(2));

        assertThat(shelf.of("a").failed()).isTrue();
        assertThat(shelf.of("a").result()).isEqualTo(2);
    }
}
