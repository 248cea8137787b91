package nl.samenkomst.registration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.registration.Registration.Status;
import nl.samenkomst.spi.Attendance;

/**
 * Decides where people go whose way of attending is gone, or is there again; their event's seats are locked, and nothing is written
 * yet.
 */
final class Resettling {

    private final Hall hall;
    private final Instant now;
    private final Map<Attendance, Integer> given = new EnumMap<>(Attendance.class);

    Resettling(Hall hall, Instant now) {
        this.hall = hall;
        this.now = now;
    }

    /**
     * Holders of a way that is gone get the seats of the other as far as it has any, by place; the others must choose. Who waited for
     * it stands behind those in the other line, in the same order.
     *
     * @param people in the order of their places
     */
    List<Change> of(List<Registration> people) {
        var changes = new ArrayList<Change>();
        people.stream().filter(Resettling::holds).forEach(one -> add(changes, one, holder(one)));
        people.stream()
                .filter(one -> !holds(one))
                .forEach(one -> add(
                        changes,
                        one,
                        one.waiting(
                                one.attendance().other(),
                                hall.nextPlace(one.attendance().other()))));
        return changes;
    }

    /** An offer is not a seat: it was in a way that is gone, and its holder waits on. */
    private static boolean holds(Registration one) {
        return one.confirmed() || one.status() == Status.CHOOSE;
    }

    private Registration holder(Registration one) {
        if (hall.has(one.attendance())) {
            return one.seated(one.attendance());
        }
        var other = one.attendance().other();
        if (take(other)) {
            return one.seated(other).at(hall.nextPlace(other));
        }
        return one.status() == Status.CHOOSE
                ? one
                : one.choosing(ChoiceTimes.until(now, hall.circumstances().start()));
    }

    /** What people had, as far as it can be had again. */
    List<Change> back(List<MovedStore.Moved> people) {
        var changes = new ArrayList<Change>();
        for (var one : people) {
            if (hall.has(one.attendance())) {
                restored(one).ifPresent(after -> add(changes, one.now(), after));
            }
        }
        return changes;
    }

    private Optional<Registration> restored(MovedStore.Moved had) {
        var wants = had.wants().filter(hall::has);
        var past = had.until().filter(until -> !now.isBefore(until)).isPresent();
        var status = past ? Status.WAITLISTED : had.status();
        var until = had.until().filter(there -> !past);
        var again = had.now().again(had.attendance(), wants, status, had.place(), until);
        return seatless(had, again) || take(had.attendance()) ? Optional.of(again) : Optional.empty();
    }

    /** Whether it takes no seat more than they have there now. */
    private static boolean seatless(MovedStore.Moved had, Registration again) {
        return !again.status().holds()
                || (had.now().status().holds() && had.now().attendance() == again.attendance());
    }

    private boolean take(Attendance way) {
        var taken = given.getOrDefault(way, 0);
        if (hall.free(way) <= taken) {
            return false;
        }
        given.put(way, taken + 1);
        return true;
    }

    private static void add(List<Change> changes, Registration before, Registration after) {
        if (!after.equals(before)) {
            changes.add(Change.of(before, after));
        }
    }
}
