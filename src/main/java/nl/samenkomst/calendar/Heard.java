package nl.samenkomst.calendar;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a mail that came in says to us. */
sealed interface Heard {

    /** What somebody's calendar says of them (RFC 5545, section 3.2.12), as far as it is an answer. */
    enum Partstat {
        ACCEPTED,
        TENTATIVE,
        DECLINED,
        DELEGATED;

        static Optional<Partstat> of(String code) {
            for (var one : values()) {
                if (one.name().equalsIgnoreCase(code)) {
                    return Optional.of(one);
                }
            }
            return Optional.empty();
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whose answer it is: the address in lower case. */
    record Attendee(String address, Optional<Partstat> partstat) {}

    /** Another time that somebody proposes, as they wrote it: their zone is theirs. */
    record Proposal(String start, Optional<String> end) {}

    /**
     * An answer to an invitation: a REPLY, or a COUNTER where there is a proposal (RFC 5546, sections 3.2.3 and 3.2.7).
     *
     * @param stamp when their calendar wrote it
     * @param comment what they added, in one line
     * @param senders whom the mail is from
     * @param recipients to whom it was sent
     */
    record Answer(
            String uid,
            List<Attendee> attendees,
            int sequence,
            Optional<Instant> stamp,
            boolean counter,
            Optional<Proposal> proposal,
            Optional<String> comment,
            List<String> senders,
            List<String> recipients)
            implements Heard {

        public Answer {
            requireNonNull(uid);
            attendees = List.copyOf(attendees);
        }

        /** The iTIP method it came by. */
        String method() {
            return counter ? "counter" : "reply";
        }

        /** What they say of themselves, where the answer is theirs: under their address, or from it under another. */
        Optional<Partstat> of(String address) {
            var own = attendees.stream()
                    .filter(one -> one.address().equalsIgnoreCase(address))
                    .findFirst();
            return own.or(() -> senders.stream().anyMatch(address::equalsIgnoreCase)
                            ? attendees.stream().findFirst()
                            : Optional.empty())
                    .flatMap(Attendee::partstat);
        }

        /** Whether it comes from who has this address. */
        boolean by(String address) {
            return attendees.stream().anyMatch(one -> one.address().equalsIgnoreCase(address))
                    || (!attendees.isEmpty() && senders.stream().anyMatch(address::equalsIgnoreCase));
        }
    }

    /**
     * A letter of ours was not delivered.
     *
     * @param letters Message-IDs, of which one is ours
     * @param words the other server's
     */
    record Bounced(List<String> letters, String words) implements Heard {}

    /** A machine wrote it: an absence, a receipt. It is not answered. */
    record Automatic(List<String> about) implements Heard {}

    /** A person wrote, without a calendar. */
    record Letter(List<String> about) implements Heard {}

    /** Nobody can make anything of it. */
    record Unreadable(String why) implements Heard {}
}
