package nl.samenkomst.calendar;

import java.util.Locale;

/** What came of a mail that somebody's calendar, or anyone, sent us. */
enum Finding {
    ACCEPTED(false),
    TENTATIVE(false),
    /** The seat went to who waited. */
    DECLINED(false),
    /** Says nothing, as a calendar does whose owner has not chosen. */
    UNDECIDED(false),
    /** A later answer was here before it, or this very one. */
    REPEATED(true),
    /** Declined what has changed since: answered with how it is now. */
    STALE(true),
    /** Accepted what has changed since: the newer invitation asks again. */
    OLDER(false),
    /** Proposes another time. */
    COUNTER(true),
    /** Sends somebody else. */
    DELEGATED(true),
    /** It has begun, is called off, or they were there. */
    LATE(true),
    /** Has no seat to answer for. */
    NO_SEAT(true),
    /** Has none, and says so too. */
    GONE(false),
    /** Accepts after declining: no seat comes of that, a letter tells them how. */
    NOT_BACK(true),
    /** A UID that is not ours. */
    UNKNOWN(true),
    /** Answers for somebody else. */
    FOREIGN(true),
    /** Sent to the answer address of another registration. */
    WRONG_TOKEN(true),
    /** A letter of ours came back. */
    BOUNCED(true),
    /** A machine wrote it. */
    AUTOMATIC(false),
    /** A person wrote words. */
    LETTER(true),
    UNREADABLE(true);

    private final boolean look;

    Finding(boolean look) {
        this.look = look;
    }

    /** Whether an organiser should look at it. */
    boolean look() {
        return look;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
