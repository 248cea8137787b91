package nl.samenkomst.registration;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.spi.Attendance;

/**
 * A registration as it stands in the list of who comes.
 *
 * @param name empty once the person erased themselves
 * @param reachable whether there is an address to write to
 * @param inLine counted from the head of the line, 1 being next; empty for who waits for nothing
 * @param letter what became of the last letter: {@code waiting}, {@code sent} or {@code refused}
 * @param said the other mail server's words, where it was refused
 */
record PersonRow(
        UUID id,
        Optional<String> name,
        Optional<String> organisation,
        boolean reachable,
        Optional<String> sector,
        Attendance attendance,
        Optional<Attendance> wants,
        Registration.Status status,
        Optional<Integer> inLine,
        String reply,
        Optional<String> letter,
        Optional<String> said,
        Instant createdAt) {}
