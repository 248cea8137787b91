package nl.samenkomst;

import io.vertx.core.Future;
import java.util.concurrent.CompletionException;

/** Waits for a future, on the one thread that may: that of the command line. */
final class Awaited {

    private Awaited() {}

    /** Its result; its failure is thrown as it is where it is unchecked. */
    static <T> T result(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }
}
