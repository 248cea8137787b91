package nl.samenkomst.registration;

import java.util.List;
import java.util.Optional;

/**
 * One registration before and after.
 *
 * @param before empty who is new
 * @param lapsed whether an offer ran out by it
 */
record Change(Optional<Registration> before, Registration after, boolean lapsed) {

    static Change of(Registration before, Registration after) {
        return new Change(Optional.of(before), after, false);
    }

    /** They have a seat now and had none: an offer is not yet a seat. */
    boolean takes() {
        return after.confirmed() && !had();
    }

    /** They come from the line. */
    boolean promotes() {
        return takes() && before.filter(one -> !one.cancelled()).isPresent();
    }

    /** They had to choose, and have a seat now. */
    boolean chose() {
        return takes()
                && before.filter(one -> one.status() == Registration.Status.CHOOSE)
                        .isPresent();
    }

    boolean frees() {
        return had() && !after.confirmed();
    }

    boolean moves() {
        return after.confirmed()
                && before.filter(Registration::confirmed)
                        .filter(one -> one.attendance() != after.attendance())
                        .isPresent();
    }

    private boolean had() {
        return before.filter(Registration::confirmed).isPresent();
    }

    static List<Registration> after(List<Change> changes, java.util.function.Predicate<Change> which) {
        return changes.stream().filter(which).map(Change::after).toList();
    }
}
