package nl.samenkomst.quote;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A participant's words, and how far they are: given, looked at, approved, withdrawn.
 *
 * @param registration of who gave them; empty by the room's code, and once it is gone
 * @param reachable whether the author left an address
 * @param reason why they were rejected
 * @param held whether something in them has to be looked at first
 * @param version rises with every change
 * @param approvedAt since when they are approved, or until they were withdrawn
 * @param refusedAt when the author refused other words
 * @param before the words that the latest would replace, where those still wait for the author
 */
record Quote(
        UUID id,
        UUID organisation,
        UUID event,
        Optional<UUID> registration,
        boolean reachable,
        Status status,
        Optional<String> reason,
        boolean held,
        int linkVersion,
        long version,
        Instant givenAt,
        Optional<Instant> approvedAt,
        Optional<Instant> refusedAt,
        Optional<Instant> remindedAt,
        Optional<Instant> withdrawnAt,
        Wording latest,
        Optional<String> before) {

    /** What staff decided. */
    enum Status {
        GIVEN,
        APPROVED,
        REJECTED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Status of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** How it stands, in one word: what staff decided, unless its author has the last word. */
    enum State {
        GIVEN,
        PROPOSED,
        APPROVED,
        REJECTED,
        WITHDRAWN;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    State state() {
        if (withdrawnAt.isPresent()) {
            return State.WITHDRAWN;
        }
        return waiting() ? State.PROPOSED : State.valueOf(status.name());
    }

    /** Whether other words wait for the author. */
    boolean waiting() {
        return withdrawnAt.isEmpty() && latest.consentedAt().isEmpty();
    }

    /** Whether the words are the author's own, and nobody published them yet. */
    boolean open() {
        return withdrawnAt.isEmpty() && !waiting();
    }
}
