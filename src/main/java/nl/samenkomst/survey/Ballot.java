package nl.samenkomst.survey;

import static java.util.Objects.requireNonNull;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.spi.Attendance;

/**
 * What one person answers, checked and on its way to the {@link BallotBox}. Only there are the person and the answers together.
 *
 * @param version of the questions that were read
 * @param mark by what it is known who answered
 * @param attendance how they took part, where that is known
 */
record Ballot(UUID survey, UUID event, int version, Mark mark, Optional<Attendance> attendance, List<Said> answers) {

    /** Who answered: the holder of a personal link, or a device in the room. */
    sealed interface Mark permits Ticket, Device {}

    /** A personal link was sent to this registration. */
    record Ticket(UUID registration) implements Mark {}

    /** The room's code was typed on a device with this hash of a key that it made. */
    record Device(Buffer hash) implements Mark {}

    /** One answer, or one of several to the same question. */
    record Said(String question, String value) {

        Said {
            requireNonNull(question);
            if (value.isEmpty()) {
                throw new IllegalArgumentException("an answer that says nothing is none: " + question);
            }
        }
    }

    /** What became of it. */
    enum Outcome {
        /** It is kept. */
        TAKEN,
        /** They answered before; that stays as it was. */
        BEFORE,
        /** This survey is not open, or its gathering does not take place. */
        CLOSED,
        /** By the room's code more came than can have been there. */
        FULL,
        /** The link belongs to nobody who is asked. */
        STRANGE,
        /** Meanwhile other questions are asked. */
        CHANGED
    }

    Ballot {
        answers = List.copyOf(answers);
        if (answers.isEmpty()) {
            throw new IllegalArgumentException("a ballot bears an answer");
        }
    }
}
