package nl.samenkomst.registration;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.spi.Attendance;

/**
 * A registration as it stands in the organiser's list.
 *
 * @param name empty once the person erased themselves
 * @param wants the other way, which they wait for with a seat in hand
 * @param inLine counted from the head of the line, 1 being next; empty for who waits for nothing
 * @param reply what their calendar answered: {@code none}, {@code accepted}, {@code tentative} or {@code declined}
 */
public record Participant(
        UUID id,
        Optional<String> name,
        Optional<String> organisation,
        Optional<String> sector,
        Attendance attendance,
        Optional<Attendance> wants,
        Registration.Status status,
        int place,
        Optional<Integer> inLine,
        String reply,
        Instant createdAt) {}
