package nl.samenkomst.registration;

import java.util.Optional;

/** How long a line may grow, so that nobody can fill it with strangers' addresses. */
public enum WaitingRoom {
    /** Twice the seats, and 50 at least. */
    BOUNDED,
    /** For load tests behind a trusted door. */
    BOUNDLESS;

    private static final int LEAST = 50;

    boolean takes(Optional<Integer> capacity, int waiting) {
        return this == BOUNDLESS || waiting < Math.max(LEAST, 2 * capacity.orElse(0));
    }
}
