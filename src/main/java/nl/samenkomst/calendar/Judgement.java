package nl.samenkomst.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.registration.Registration;

/**
 * Decides what an answer may do, from all that is known once the seats are locked.
 *
 * @param late whether it comes too late to change anything
 * @param earlier what was heard about the registration before, the latest first
 */
record Judgement(
        Heard.Answer answer,
        Registration registration,
        Invite invite,
        boolean late,
        List<ReplyStore.Earlier> earlier,
        Instant now) {

    /** What they say of themselves. */
    Optional<Heard.Partstat> said() {
        return registration.email().flatMap(answer::of);
    }

    /** When they said so: a clock that runs ahead wins over nobody. */
    Instant stamp() {
        return answer.stamp().filter(at -> at.isBefore(now)).orElse(now);
    }

    Finding finding(Correspondence correspondence) {
        if (registration.email().isEmpty()) {
            return Finding.GONE;
        }
        if (registration.email().filter(answer::by).isEmpty()) {
            return Finding.FOREIGN;
        }
        if (correspondence.contradicts(answer.recipients(), registration.id())) {
            return Finding.WRONG_TOKEN;
        }
        if (answer.counter()) {
            return Finding.COUNTER;
        }
        return said().map(this::finding).orElse(Finding.UNDECIDED);
    }

    private Finding finding(Heard.Partstat said) {
        if (said == Heard.Partstat.DELEGATED) {
            return Finding.DELEGATED;
        }
        if (late) {
            return Finding.LATE;
        }
        if (repeats(said)) {
            return Finding.REPEATED;
        }
        return registration.confirmed() ? withSeat(said) : withoutSeat(said);
    }

    private boolean repeats(Heard.Partstat said) {
        return earlier.stream().filter(ReplyStore.Earlier::counted).anyMatch(one -> one.stamp()
                .filter(before -> before.isAfter(stamp())
                        || (before.equals(stamp()) && one.partstat().equals(Optional.of(said))))
                .isPresent());
    }

    private Finding withSeat(Heard.Partstat said) {
        boolean declines = said == Heard.Partstat.DECLINED;
        if (answer.sequence() < invite.sentSequence().orElse(0)) {
            return declines ? Finding.STALE : Finding.OLDER;
        }
        if (declines) {
            return Finding.DECLINED;
        }
        return said == Heard.Partstat.TENTATIVE ? Finding.TENTATIVE : Finding.ACCEPTED;
    }

    private Finding withoutSeat(Heard.Partstat said) {
        if (said == Heard.Partstat.DECLINED) {
            return registration.cancelled() ? Finding.GONE : Finding.NO_SEAT;
        }
        boolean ownDoing = registration.by().filter("reply"::equals).isPresent();
        return ownDoing && said == Heard.Partstat.ACCEPTED ? Finding.NOT_BACK : Finding.NO_SEAT;
    }

    /** Whether a letter about this goes out, or went out a moment ago: nobody makes us write to others again and again. */
    boolean toldLately(Finding finding) {
        return earlier.stream().filter(one -> one.outcome() == finding).anyMatch(one -> one.receivedAt()
                .isAfter(now.minusSeconds(3600)));
    }
}
