package nl.samenkomst.recap;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * One gathering that was held, as the review of its year draws it.
 *
 * @param date where the network is
 * @param closed whether only invitees could come: it is counted, and told nothing of
 */
record Sitting(LocalDate date, String format, Optional<UUID> area, Manner manner, boolean closed) {

    /** Where people sat. */
    enum Manner {
        ROOM,
        ONLINE,
        BOTH,
        OUTDOORS;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
