package nl.samenkomst.calendar;

import java.util.Locale;

/** The letters with an invitation in them, each with its template {@code calendar/<name>}. */
enum Tidings {
    /** You are registered. */
    INVITATION(Invite.Wanted.REQUEST),
    /** You waited, and have a seat now. */
    PROMOTED(Invite.Wanted.REQUEST),
    /** You attend in the other way now. */
    SWITCHED(Invite.Wanted.REQUEST),
    /** What you declined is no longer so: here is how it is now, answer again. */
    AGAIN(Invite.Wanted.REQUEST),
    /** Here is your invitation once more. */
    RESENT(Invite.Wanted.REQUEST),
    /** The gathering changed: its time, its place, its link, or the way you attend. */
    CHANGED(Invite.Wanted.REQUEST),
    /** Your way of attending is gone and the other is full: choose. */
    CHOOSE(Invite.Wanted.CANCEL),
    /** It does not take place. */
    CALLED_OFF(Invite.Wanted.CANCEL),
    /** You are no longer registered. */
    CANCELLATION(Invite.Wanted.CANCEL);

    private final Invite.Wanted wanted;

    Tidings(Invite.Wanted wanted) {
        this.wanted = wanted;
    }

    Invite.Wanted wanted() {
        return wanted;
    }

    CalendarEntry.Method method() {
        return wanted == Invite.Wanted.REQUEST ? CalendarEntry.Method.REQUEST : CalendarEntry.Method.CANCEL;
    }

    String letter() {
        return "calendar/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
