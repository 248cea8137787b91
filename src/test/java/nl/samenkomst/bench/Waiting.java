package nl.samenkomst.bench;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits for what goes on elsewhere, so long and no longer. */
final class Waiting {

    private Waiting() {}

    static <T> T until(Future<T> future, Duration most) {
        return future.timeout(most.toMillis(), TimeUnit.MILLISECONDS)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }
}
