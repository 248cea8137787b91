package nl.samenkomst.registration;

import io.vertx.core.Future;
import java.util.function.LongConsumer;

/** Carries out what staff change of a registration: in the order told, moved, marked, each on what the one before left. */
final class Correction {

    private Correction() {}

    /**
     * Changes it, all or nothing. Refusals (409): full, past, not-registered.
     *
     * @param guard is given the version that is about to be replaced, and throws when that is not the one the caller means
     */
    static Future<Registration> of(Grip grip, RegistrationPatch patch, LongConsumer guard) {
        guard.accept(grip.registration().version());
        return of(grip, patch);
    }

    private static Future<Registration> of(Grip grip, RegistrationPatch patch) {
        return told(grip, patch)
                .compose(told -> moved(grip.holding(told), patch))
                .compose(moved -> queued(grip.holding(moved), patch))
                .compose(queued -> marked(grip.holding(queued), patch));
    }

    private static Future<Registration> told(Grip grip, RegistrationPatch patch) {
        return patch.details()
                .map(details -> new RegistrationStore(grip.tx())
                        .tell(grip.registration().id(), details))
                .orElseGet(grip::leave);
    }

    private static Future<Registration> moved(Grip grip, RegistrationPatch patch) {
        return patch.attendance()
                .filter(way -> way != grip.registration().attendance())
                .map(way -> Moves.to(grip, way))
                .orElseGet(grip::leave);
    }

    private static Future<Registration> queued(Grip grip, RegistrationPatch patch) {
        return patch.wants()
                .filter(wanted -> !wanted.equals(grip.registration().wants()))
                .map(wanted -> wanted.map(way -> Moves.to(grip, way)).orElseGet(() -> Moves.wantNot(grip)))
                .orElseGet(grip::leave);
    }

    private static Future<Registration> marked(Grip grip, RegistrationPatch patch) {
        return patch.presence()
                .map(presence -> new RosterStore(grip.tx())
                        .mark(grip.registration().id(), presence)
                        .compose(done -> Registrations.existing(
                                grip.tx(), grip.registration().id())))
                .orElseGet(grip::leave);
    }
}
