package nl.samenkomst.kit.time;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Something that every node does again and again. Nodes do it side by side, so it asks the database what is due and not yet done.
 *
 * @param name how the log calls it
 * @param every the pause between the end of one run and the start of the next
 * @param run does it once
 */
public record Job(String name, Duration every, Supplier<Future<Void>> run) {

    public Job {
        requireNonNull(name);
        requireNonNull(run);
        if (every.toMillis() < 1) {
            throw new IllegalArgumentException("a job needs a pause: " + every);
        }
    }
}
