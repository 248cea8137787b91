package nl.samenkomst.calendar;

import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;

/** The threads that write calendar files: the library behind it takes half a second to wake up, which no visitor should wait for. */
public final class CalendarWorkers {

    private static final int THREADS = 2;

    private CalendarWorkers() {}

    public static WorkerExecutor of(Vertx vertx) {
        return vertx.createSharedWorkerExecutor("calendar", THREADS);
    }
}
