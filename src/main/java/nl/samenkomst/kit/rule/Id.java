package nl.samenkomst.kit.rule;

import java.util.Optional;
import java.util.UUID;

/** Ids as they stand in paths and forms. */
public final class Id {

    private Id() {}

    /** Empty where it is none. */
    public static Optional<UUID> of(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }
}
