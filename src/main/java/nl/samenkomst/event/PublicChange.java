package nl.samenkomst.event;

import java.util.List;
import nl.samenkomst.kit.rule.Faults;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.spi.Attendance;

/**
 * A change of an event that people can see, held against those who already come.
 *
 * @param seats locked, so that the counts stay true
 */
record PublicChange(Event before, Event after, List<Seats> seats, SeatPlan plan) {

    /** Refuses what may not be changed: what links and letters already name, and seats that are taken. */
    void check() {
        var faults = new Faults();
        fixed(faults);
        capacity(faults);
        faults.refuse();
    }

    /** Refuses (409) to go back to fewer seats than have been taken since. */
    void checkUndo() {
        var faults = new Faults();
        capacity(faults);
        if (!faults.none()) {
            throw Refusal.of(409, "seats-taken", "event.api.undo.seats");
        }
    }

    /** Whether the provider is to make the online place: it is another, or nobody could come there before. */
    boolean meets() {
        return !before.meeting().equals(after.meeting())
                || (!before.attendance().allows(Attendance.ONLINE)
                        && after.meeting()
                                .filter(known -> known.foreignId().isEmpty())
                                .isPresent());
    }

    private void fixed(Faults faults) {
        if (!before.slug().equals(after.slug())) {
            faults.add("slug", "event.api.fixed");
        }
        if (!before.network().equals(after.network())) {
            faults.add("network", "event.api.fixed");
        }
        if (!before.format().equals(after.format())) {
            faults.add("format", "event.api.fixed");
        }
    }

    private void capacity(Faults faults) {
        if (plan.countless(after)) {
            faults.add("capacity.onSite", "event.api.seats");
        }
        for (var one : seats) {
            plan.capacity(after, one.attendance())
                    .filter(number -> after.attendance().allows(one.attendance()) && number < one.held())
                    .ifPresent(number -> faults.add(
                            one.attendance() == Attendance.ON_SITE ? "capacity.onSite" : "capacity.online",
                            "event.api.held",
                            number,
                            one.held()));
        }
    }
}
