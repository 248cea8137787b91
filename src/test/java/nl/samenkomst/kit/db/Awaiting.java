package nl.samenkomst.kit.db;

import io.vertx.core.Future;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How a test waits: for a future or for something to become so, never longer than a minute. */
public final class Awaiting {

    private static final int DEADLINE_SECONDS = 60;
    private static final int LOOK_EVERY_MS = 20;
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "awaiting");
        thread.setDaemon(true);
        return thread;
    });

    private Awaiting() {}

    /** A check that passes by returning, as AssertJ's do. */
    @FunctionalInterface
    public interface Check {
        void run() throws Exception;
    }

    /** The future's result; its failure is thrown as it is. */
    public static <T> T await(Future<T> future) {
        return get(future.toCompletionStage().toCompletableFuture(), "the future did not complete");
    }

    /** The future's failure; an AssertionError when it succeeds. */
    public static Throwable awaitFailure(Future<?> future) {
        return await(future.transform(outcome -> outcome.succeeded()
                ? Future.failedFuture(new AssertionError("succeeded with " + outcome.result()))
                : Future.succeededFuture(outcome.cause())));
    }

    /** Returns once the condition holds. */
    public static void eventually(Callable<Boolean> condition) {
        eventuallyPasses(() -> {
            if (!condition.call()) {
                throw new AssertionError("the condition did not come true");
            }
        });
    }

    /** Returns once the check passes; at the deadline its last failure is thrown. */
    public static void eventuallyPasses(Check check) {
        var passed = new CompletableFuture<Void>();
        var last = new Throwable[] {new AssertionError("never looked")};
        var looking = CLOCK.scheduleWithFixedDelay(
                () -> {
                    try {
                        check.run();
                        passed.complete(null);
                    } catch (Throwable e) {
                        last[0] = e;
                    }
                },
                0,
                LOOK_EVERY_MS,
                TimeUnit.MILLISECONDS);
        try {
            passed.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("not within " + DEADLINE_SECONDS + " s: " + last[0].getMessage(), last[0]);
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        } finally {
            looking.cancel(false);
        }
    }

    private static <T> T get(CompletableFuture<T> future, String late) {
        try {
            return future.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw Awaiting.<RuntimeException>asItIs(e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError(late + " within " + DEADLINE_SECONDS + " s", e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E asItIs(Throwable failure) throws E {
        throw (E) failure;
    }
}
