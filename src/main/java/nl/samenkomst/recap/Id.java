package nl.samenkomst.recap;

import java.util.Optional;
import java.util.UUID;

/** Ids as they stand in paths and forms. */
final class Id {

    private Id() {}

    /** Empty where it is none. */
    static Optional<UUID> of(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }
}
