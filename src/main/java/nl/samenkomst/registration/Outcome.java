package nl.samenkomst.registration;

import nl.samenkomst.kit.rule.Refusal;

/** What came of an arrival at the turnstile. Only {@link Refused} looks different from outside. */
public sealed interface Outcome {

    /** They are in, or in line; committed, with the letter that tells them. */
    record Registered(Registration registration, Answer answer) implements Outcome {}

    /** The address was registered already: nothing changed, its holder is written to, and the answer is what a newcomer would get. */
    record Known(Answer answer) implements Outcome {}

    /** The same form as before: its first answer. */
    record Repeated(Answer answer) implements Outcome {}

    /** They are not let in. */
    record Refused(Why why) implements Outcome {}

    /** Why somebody is not let in; the type is public. */
    enum Why {
        FULL(409, "full"),
        CLOSED(409, "closed"),
        PAST(409, "past"),
        CANCELLED(409, "cancelled"),
        BY_INVITATION(403, "by-invitation"),
        /** A draft, or no such event. */
        ABSENT(404, "not-found"),
        /** The event cannot be attended in this way (any more). */
        NO_SUCH_WAY(422, "attendance"),
        /** The same nonce or Idempotency-Key came with something else. */
        OTHER_BODY(422, "other-body");

        private final int status;
        private final String type;

        Why(int status, String type) {
            this.status = status;
            this.type = type;
        }

        /** The last part of the problem's type (RFC 9457). */
        public String type() {
            return type;
        }

        /** The answer in words: the text is {@code registration.refused.<type>} of this room's bundle. */
        public Refusal refusal() {
            return Refusal.of(status, type, "registration.refused." + type);
        }
    }

    /** What they are told, or the refusal thrown. */
    default Answer answerOrRefusal() {
        if (this instanceof Registered registered) {
            return registered.answer();
        }
        if (this instanceof Known known) {
            return known.answer();
        }
        if (this instanceof Repeated repeated) {
            return repeated.answer();
        }
        throw ((Refused) this).why().refusal();
    }
}
