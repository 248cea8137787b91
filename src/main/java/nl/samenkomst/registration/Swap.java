package nl.samenkomst.registration;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.spi.Attendance;

/**
 * A colleague comes in somebody's stead: they get the very seat, or the place in line, and an invitation of their own; who came first is
 * taken off, and their calendar told so. Nobody else moves.
 */
record Swap(Held held, Arrival colleague) {

    /** The colleague's registration. Refusals: not-registered (409) where there is nothing to give, taken (409) where the colleague comes already. */
    Future<Registration> of(Grip grip) {
        var one = grip.registration();
        if (one.status() != Registration.Status.CONFIRMED && one.status() != Registration.Status.WAITLISTED) {
            throw Registrations.notRegistered();
        }
        var way = Moves.waysRemain(grip, one.attendance());
        return new ArrivalStore(held.tx())
                .look(List.of(colleague))
                .compose(seen -> written(one, way, seen.get(0)))
                .compose(after -> given(one, after));
    }

    private Future<Registration> written(Registration one, Attendance way, Seen seen) {
        if (seen.holder().filter(holder -> !holder.cancelled()).isPresent()) {
            throw Refusal.taken("email", "registration.person.there");
        }
        var id = seen.holder().map(Seen.Holder::id).orElse(colleague.id());
        var answer = new Answer(one.status(), way, one.wants(), Optional.empty());
        var entry = new Entry(colleague, id, one.place(), answer, true);
        return new ArrivalStore(held.tx())
                .insert(List.of(entry), held.people(), held.book().now())
                .map(rows -> rows.get(0));
    }

    private Future<Registration> given(Registration one, Registration after) {
        var changes = List.of(Change.of(one, one.cancelled(By.ORGANISER)), new Change(Optional.empty(), after, false));
        var letters = after.confirmed()
                ? List.<nl.samenkomst.kit.mail.Outgoing>of()
                : List.of(Letters.waiting(after, true, held.book().now()));
        return held.book()
                .write(held.tx(), held.hall(), changes)
                .compose(done -> held.book().letters().send(held.tx(), letters))
                .map(after);
    }
}
