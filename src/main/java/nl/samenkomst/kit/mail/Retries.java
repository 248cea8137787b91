package nl.samenkomst.kit.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * When a letter that could not leave is tried again: after waits that double, each shortened by chance so that a server that
 * comes back is not met by all letters at once.
 *
 * @param first the wait after the first attempt
 * @param longest the wait that is not exceeded
 * @param giveUp how long after the first attempt the last one may be
 * @param quiet how long nothing is sent after the server itself was away
 * @param chance numbers from 0 to 1
 */
record Retries(Duration first, Duration longest, Duration giveUp, Duration quiet, DoubleSupplier chance) {

    static final Retries USUAL = new Retries(
            Duration.ofMinutes(1),
            Duration.ofHours(1),
            Duration.ofHours(24),
            Duration.ofSeconds(5),
            () -> ThreadLocalRandom.current().nextDouble());

    private static final int MOST_DOUBLINGS = 20;

    /** The next attempt after this many, or empty when it would come too late to be of use. */
    Optional<Instant> next(int attempts, Instant began, Instant now) {
        var doubled = first.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        var wait = doubled.compareTo(longest) > 0 ? longest : doubled;
        var when = now.plusMillis((long) (wait.toMillis() * (0.5 + chance.getAsDouble() / 2)));
        return when.isAfter(began.plus(giveUp)) ? Optional.empty() : Optional.of(when);
    }
}
