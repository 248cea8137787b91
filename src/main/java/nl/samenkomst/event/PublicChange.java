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

    /** Whether anybody has a seat or waits for one. */
    static boolean live(List<Seats> seats) {
        return seats.stream().anyMatch(one -> one.held() > 0 || one.waiting() > 0);
    }

    /** Refuses what may not be changed: what links and letters already name, what people plan by, and seats that are taken. */
    void check() {
        if (live(seats) && moved()) {
            throw Refusal.of(409, "later", "event.api.later");
        }
        var faults = new Faults();
        fixed(faults);
        capacity(faults);
        faults.refuse();
    }

    /** Whether somebody who comes would have to hear of it. */
    private boolean moved() {
        return !before.start().equals(after.start())
                || !before.end().equals(after.end())
                || !before.zone().equals(after.zone())
                || before.attendance() != after.attendance()
                || !before.venue().equals(after.venue())
                || meets();
    }

    /** Whether the online place is another. */
    boolean meets() {
        return !before.meeting().equals(after.meeting());
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
