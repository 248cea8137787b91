package nl.samenkomst.recap;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A photo of a gathering, without its bytes.
 *
 * @param digest tells its bytes from any others
 * @param alt what can be seen on it, for who does not see it
 * @param basis why it may be shown; one without is never public
 * @param asked since when somebody wants it gone: it is hidden
 * @param keptBecause why it was put back after somebody had asked; empty where that never was
 */
record Photo(
        UUID id,
        UUID organisation,
        UUID event,
        String digest,
        int width,
        int height,
        String alt,
        String caption,
        String maker,
        Optional<Basis> basis,
        Optional<Instant> asked,
        Optional<String> keptBecause) {

    /** Why people's faces may be shown. */
    enum Basis {
        /** All who can be recognised said yes. */
        CONSENT,
        /** Nobody can be recognised, and it was told at the door that photos are taken. */
        NOTICE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Basis> of(String code) {
            return Arrays.stream(values())
                    .filter(basis -> basis.code().equals(code))
                    .findFirst();
        }
    }

    /**
     * What is told about it.
     *
     * @param basis empty only where it was never given, which keeps it from the public
     */
    record Words(String alt, String caption, String maker, Optional<Basis> basis) {}

    /** Whether it can stand in a published recap. */
    boolean ready() {
        return basis.isPresent() && !alt.isBlank() && asked.isEmpty();
    }
}
