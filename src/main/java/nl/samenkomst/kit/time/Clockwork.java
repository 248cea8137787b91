package nl.samenkomst.kit.time;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import nl.samenkomst.kit.db.Away;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the jobs of this node, each for itself: one that fails is logged and tried again at its next turn. */
public final class Clockwork {

    private static final Logger LOG = LoggerFactory.getLogger(Clockwork.class);

    private final List<Wheel> wheels;

    private Clockwork(List<Wheel> wheels) {
        this.wheels = wheels;
    }

    /** Starts them; the first run of each begins after its pause, at most a second from now. */
    public static Clockwork start(Vertx vertx, List<Job> jobs) {
        var wheels = jobs.stream()
                .map(job -> new Wheel(vertx, job, Clockwork::failed))
                .toList();
        wheels.forEach(Wheel::start);
        return new Clockwork(wheels);
    }

    private static void failed(Job job, Throwable failure) {
        if (Away.is(failure)) {
            LOG.warn("{} waits: the database is away", job.name());
        } else {
            LOG.error("{} failed", job.name(), failure);
        }
    }

    /** Starts no run any more; ends when those under way have ended. */
    public Future<Void> close() {
        return Future.join(wheels.stream().map(Wheel::stop).toList()).mapEmpty();
    }
}
