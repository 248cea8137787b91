package nl.samenkomst.survey;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.event.Event;

/**
 * What people are asked after one gathering.
 *
 * @param version of its questions; an answer keeps the wording it answered
 * @param edited of what staff can change, so that nobody overwrites what they never saw; 0 while it is only as the format has it
 * @param openedAt since when it can be answered; empty while it cannot
 * @param code lets people in who sit in the room; given back at the end
 * @param received how many people answered
 * @param receivedByCode how many of them by the room's code
 * @param shown how many had answered when what is shown was last added to
 * @param questions of that version, in their order
 */
public record Survey(
        UUID id,
        UUID organisation,
        UUID event,
        int version,
        long edited,
        Optional<Instant> openedAt,
        Optional<Instant> closesAt,
        Optional<String> code,
        int received,
        int receivedByCode,
        int shown,
        List<Asked> questions) {

    /** Of fewer people nothing is told but how many answered. */
    public static final int LEAST = 5;

    /** So many answers become visible at once at least, so that nobody sees whose came in. */
    static final int STEP = 3;

    /** How long after the end of its gathering it can be answered. */
    static final Duration LASTS = Duration.ofDays(14);

    public Survey {
        questions = List.copyOf(questions);
        if (openedAt.isPresent() != closesAt.isPresent()) {
            throw new IllegalArgumentException("what opens has an end");
        }
    }

    /** As it will be, while nothing is kept of it. */
    static Survey planned(UUID id, Event event, List<Asked> questions) {
        return new Survey(
                id,
                event.organisation(),
                event.id(),
                1,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                0,
                questions);
    }

    /** Whether it can be answered now. */
    public boolean open(Instant now) {
        return openedAt.isPresent() && closesAt.filter(now::isBefore).isPresent();
    }

    /** Whether it could be answered, and cannot any more. */
    public boolean closed(Instant now) {
        return openedAt.isPresent() && !open(now);
    }

    /** Whether enough people answered to tell what. */
    public boolean tells() {
        return shown >= LEAST;
    }

    /** Whether its questions can still be changed. */
    public boolean changeable() {
        return received == 0;
    }

    public Optional<Asked> question(String asked) {
        return questions.stream().filter(one -> one.id().equals(asked)).findFirst();
    }
}
