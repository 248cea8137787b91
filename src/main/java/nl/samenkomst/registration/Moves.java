package nl.samenkomst.registration;

import io.vertx.core.Future;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.spi.Attendance;

/** What becomes of a registration when its person, or staff for them, wants something else. */
final class Moves {

    private Moves() {}

    /** A new arrival with the old place; the bound of the line does not count, as they stood in it before. */
    static Future<Registration> undo(Grip grip) {
        var one = grip.registration();
        if (!one.cancelled()) {
            return grip.leave();
        }
        if (one.by().filter(By::undoable).isEmpty()) {
            throw refusal("not-undoable");
        }
        var way = waysRemain(grip, grip.hall().remaining(one.attendance()));
        if (way != one.attendance()) {
            return back(grip, one, way);
        }
        if (grip.hall().opens(way, grip.now())) {
            return grip.become(
                    one.wants().filter(grip.hall()::has).isPresent() ? one.wanting(way, one.place()) : one.seated(way));
        }
        if (!grip.hall().circumstances().waitlist()) {
            throw refusal("full");
        }
        return grip.become(one.waiting(way, one.place()), Letters.WAITING);
    }

    /** The way they attended in is gone: a seat in the other, else its line. */
    private static Future<Registration> back(Grip grip, Registration one, Attendance way) {
        if (grip.hall().opens(way, grip.now())) {
            return grip.become(one.seated(way).at(grip.hall().nextPlace(way)));
        }
        return grip.hall().circumstances().waitlist()
                ? grip.become(one.waiting(way, grip.hall().nextPlace(way)), Letters.WAITING)
                : full();
    }

    static Future<Registration> to(Grip grip, Attendance wished) {
        var one = grip.registration();
        if (one.cancelled()) {
            throw Registrations.notRegistered();
        }
        var way = waysRemain(grip, wished);
        if (one.status().holds() && one.attendance() == way) {
            return grip.leave();
        }
        if (grip.hall().opens(way, grip.now())) {
            return grip.become(seated(grip, one, way));
        }
        if (one.waitsFor().filter(way::equals).isPresent()) {
            return one.confirmed() ? grip.leave() : full();
        }
        return one.status() != Registration.Status.OFFERED && lineTakes(grip, one, way)
                ? queue(grip, one, way)
                : full();
    }

    /** Who had a seat in a way that is gone may stand in the other line however long it is. */
    private static boolean lineTakes(Grip grip, Registration one, Attendance way) {
        return one.status() == Registration.Status.CHOOSE
                ? grip.hall().circumstances().waitlist()
                : grip.hall().lineTakes(way);
    }

    /** Who takes a seat while waiting for the other way keeps their place in that line. */
    private static Registration seated(Grip grip, Registration one, Attendance way) {
        if (one.waitsFor().filter(way::equals).isPresent()) {
            return one.seated(way);
        }
        return one.status() == Registration.Status.WAITLISTED
                ? one.wanting(way, one.place())
                : one.seated(way).at(grip.hall().nextPlace(way));
    }

    private static Future<Registration> queue(Grip grip, Registration one, Attendance way) {
        var place = grip.hall().nextPlace(way);
        return one.confirmed()
                ? grip.become(one.wanting(one.attendance(), place), Letters.WANTS)
                : grip.become(one.waiting(way, place), Letters.WAITING);
    }

    static Future<Registration> wantNot(Grip grip) {
        var one = grip.registration();
        return one.confirmed() && one.wants().isPresent() ? grip.become(one.seated(one.attendance())) : grip.leave();
    }

    /** An offer that ran out was taken back before this is asked. */
    static Future<Registration> accept(Grip grip) {
        var one = grip.registration();
        if (one.confirmed()) {
            return grip.leave();
        }
        if (one.status() != Registration.Status.OFFERED) {
            throw refusal("offer-over");
        }
        return grip.become(one.seated(waysRemain(grip, one.attendance())));
    }

    static Attendance waysRemain(Grip grip, Attendance way) {
        var circumstances = grip.hall().circumstances();
        if (circumstances.status().equals("cancelled")) {
            throw Outcome.Why.CANCELLED.refusal();
        }
        if (circumstances.moment(grip.now()) == Circumstances.Moment.OVER) {
            throw Outcome.Why.PAST.refusal();
        }
        if (!grip.hall().has(way)) {
            throw Outcome.Why.NO_SUCH_WAY.refusal();
        }
        return way;
    }

    private static Future<Registration> full() {
        throw Outcome.Why.FULL.refusal();
    }

    private static Refusal refusal(String type) {
        return Refusal.of(409, type, "registration.refused." + type);
    }
}
