package nl.samenkomst.registration;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import nl.samenkomst.event.Event;

/**
 * To whom a letter of staff goes, of all who were chosen, and to whom it does not.
 *
 * @param without who has no address
 * @param unwilling who asked this organisation for no more letters
 * @param gone who does not come any more, where all were meant and not they
 */
record Recipients(
        List<Registration> written, List<Registration> without, List<Registration> unwilling, List<Registration> gone) {

    static Future<Recipients> of(Table table, Event event, Chosen chosen) {
        return chosen.people(table, event).compose(people -> new RoundStore(table.pool())
                .unsubscribed(
                        event.organisation(),
                        people.stream().map(Registration::id).toList())
                .map(unwilling -> parted(people, unwilling, chosen.all())));
    }

    private static Recipients parted(List<Registration> people, Set<UUID> unwilling, Optional<PeopleFilter> all) {
        Predicate<Registration> gone =
                one -> all.filter(filter -> filter.status().isEmpty()).isPresent() && one.cancelled();
        Predicate<Registration> without = one -> !gone.test(one) && one.email().isEmpty();
        Predicate<Registration> left = one -> gone.test(one) || without.test(one);
        return new Recipients(
                people.stream()
                        .filter(one -> !left.test(one) && !unwilling.contains(one.id()))
                        .toList(),
                people.stream().filter(without).toList(),
                people.stream()
                        .filter(one -> !left.test(one) && unwilling.contains(one.id()))
                        .toList(),
                people.stream().filter(gone).toList());
    }
}
