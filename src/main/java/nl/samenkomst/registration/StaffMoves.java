package nl.samenkomst.registration;

import io.vertx.core.Future;

/** What staff alone can do to somebody's place: let them in before others, or put them at the head of the line. */
final class StaffMoves {

    private StaffMoves() {}

    /**
     * A seat for somebody who waits, before all who came earlier; never one more than there are. Refusals (409): full, past, cancelled,
     * not-registered.
     */
    static Future<Registration> letIn(Grip grip) {
        var one = grip.registration();
        if (one.cancelled() || one.status() == Registration.Status.CHOOSE) {
            throw Registrations.notRegistered();
        }
        var way = Moves.waysRemain(grip, one.waitsFor().orElse(one.attendance()));
        if (one.confirmed() && one.wants().isEmpty()) {
            return grip.leave();
        }
        if (one.status() != Registration.Status.OFFERED && grip.hall().free(way) <= 0) {
            throw Outcome.Why.FULL.refusal();
        }
        return grip.become(one.seated(way));
    }

    /** The next seat that comes free is theirs. */
    static Future<Registration> first(Grip grip) {
        var one = grip.registration();
        var way = Moves.waysRemain(grip, one.waitsFor().orElseThrow(Registrations::notRegistered));
        return new LineStore(grip.tx()).first(one.event(), way, 1).compose(line -> {
            var head = line.get(0);
            return head.id().equals(one.id()) ? grip.leave() : grip.become(one.at(head.place() - 1));
        });
    }

    /** Taken off by the organiser: they cannot undo it themselves. */
    static Future<Registration> takeOff(Grip grip) {
        var one = grip.registration();
        return one.cancelled() ? grip.leave() : grip.become(one.cancelled(By.ORGANISER));
    }
}
