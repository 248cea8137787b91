package nl.samenkomst.calendar;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What is kept of a message that came in.
 *
 * @param hash by which the same message is known again
 * @param organisation whose it is, where that is known
 * @param source by which way it came: {@code imap} or {@code caught}
 * @param method what kind of message it is
 * @param words a comment, another server's words, or why it cannot be read
 */
record ReplyLine(
        Buffer hash,
        Optional<UUID> organisation,
        Optional<UUID> event,
        Optional<UUID> registration,
        String source,
        String method,
        Optional<Heard.Partstat> partstat,
        Optional<Integer> sequence,
        Optional<Instant> stamp,
        Finding outcome,
        Optional<String> sender,
        Optional<String> words,
        Optional<String> proposal,
        Instant receivedAt) {

    /** A message that is nobody's in particular. */
    static ReplyLine of(
            Buffer hash, String source, String method, Finding outcome, Optional<String> words, Instant now) {
        return new ReplyLine(
                hash,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                source,
                method,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                outcome,
                Optional.empty(),
                words,
                Optional.empty(),
                now);
    }

    /** The same, about this registration. */
    ReplyLine about(UUID whose, Optional<UUID> which, Optional<UUID> who) {
        return new ReplyLine(
                hash,
                Optional.of(whose),
                which,
                who,
                source,
                method,
                partstat,
                sequence,
                stamp,
                outcome,
                sender,
                words,
                proposal,
                receivedAt);
    }

    /** The same, saying this. */
    ReplyLine saying(Heard.Answer answer, Optional<Heard.Partstat> said, Instant when) {
        return new ReplyLine(
                hash,
                organisation,
                event,
                registration,
                source,
                method,
                said,
                Optional.of(answer.sequence()),
                Optional.of(when),
                outcome,
                answer.senders().stream().findFirst(),
                answer.comment(),
                answer.proposal().map(ReplyLine::told),
                receivedAt);
    }

    private static String told(Heard.Proposal proposal) {
        return proposal.start() + proposal.end().map(end -> " – " + end).orElse("");
    }
}
