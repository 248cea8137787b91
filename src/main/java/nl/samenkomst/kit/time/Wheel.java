package nl.samenkomst.kit.time;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.function.BiConsumer;

/** Turns one job: run, pause, run; never two runs at a time. */
final class Wheel {

    private static final long FIRST_PAUSE_MS = 1_000;
    private static final long NONE = -1;

    private final Vertx vertx;
    private final Context context;
    private final Job job;
    private final BiConsumer<Job, Throwable> failed;
    private final Promise<Void> stopped = Promise.promise();

    // Touched on the context alone.
    private long timer = NONE;
    private boolean running;
    private boolean stopping;

    Wheel(Vertx vertx, Job job, BiConsumer<Job, Throwable> failed) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.job = job;
        this.failed = failed;
    }

    void start() {
        context.runOnContext(now -> pause(Math.min(FIRST_PAUSE_MS, job.every().toMillis())));
    }

    Future<Void> stop() {
        context.runOnContext(now -> {
            stopping = true;
            vertx.cancelTimer(timer);
            if (!running) {
                stopped.tryComplete();
            }
        });
        return stopped.future();
    }

    private void pause(long milliseconds) {
        if (!stopping) {
            timer = vertx.setTimer(milliseconds, due -> turn());
        }
    }

    private void turn() {
        running = true;
        Future.<Void>succeededFuture()
                .compose(start -> job.run().get())
                .onFailure(failure -> failed.accept(job, failure))
                .onComplete(done -> context.runOnContext(now -> turned()));
    }

    private void turned() {
        running = false;
        if (stopping) {
            stopped.tryComplete();
        } else {
            pause(job.every().toMillis());
        }
    }
}
