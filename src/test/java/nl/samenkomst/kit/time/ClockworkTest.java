package nl.samenkomst.kit.time;

import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.kit.db.Awaiting.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClockworkTest {

    private static final Duration OFTEN = Duration.ofMillis(5);

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger runs = new AtomicInteger();

    @AfterEach
    void close() {
        await(vertx.close());
    }

    @Test
    void aJobThatFailsOrThrowsHasItsNextTurnAllTheSame() {
        var clockwork = Clockwork.start(vertx, List.of(job(() -> Future.failedFuture("no")), job(() -> {
            throw new IllegalStateException("no");
        })));

        eventually(() -> runs.get() >= 6);

        await(clockwork.close());
    }

    @Test
    void runsOfOneJobNeverOverlapAndClosingWaitsForTheOneUnderWay() {
        var underWay = Promise.<Void>promise();
        var clockwork = Clockwork.start(vertx, List.of(job(underWay::future)));
        eventually(() -> runs.get() == 1);

        var closed = clockwork.close();
        await(vertx.timer(50).mapEmpty());
        assertThat(closed.isComplete()).isFalse();
        assertThat(runs).hasValue(1);

        underWay.complete();
        await(closed);
        assertThat(runs).hasValue(1);
    }

    private Job job(Supplier<Future<Void>> run) {
        return new Job("test", OFTEN, () -> {
            runs.incrementAndGet();
            return run.get();
        });
    }
}
