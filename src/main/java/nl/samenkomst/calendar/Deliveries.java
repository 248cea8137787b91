package nl.samenkomst.calendar;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.calendar.DeliveryStore.Delivery;
import nl.samenkomst.event.Event;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.registration.Registration;
import nl.samenkomst.registration.RegistrationStore;

/** Sends once more what people's calendars should show, under the SEQUENCE it has. */
final class Deliveries {

    private final Pool pool;
    private final Outbox outbox;
    private final Clock clock;

    Deliveries(Pool pool, Outbox outbox, Clock clock) {
        this.pool = pool;
        this.outbox = outbox;
        this.clock = clock;
    }

    Future<List<Delivery>> of(Event event) {
        return new DeliveryStore(pool).of(event.id());
    }

    /** To all who still have what was before; the result is to how many. */
    Future<Integer> resend(Event event) {
        return of(event)
                .compose(all ->
                        resend(event, all.stream().filter(Delivery::behind).toList()));
    }

    /** To one, who may have it already; to nobody whose letter is on its way. */
    Future<Integer> resend(Event event, Delivery one) {
        return resend(event, one.due() && !one.onlyWaits() ? List.of(one) : List.of());
    }

    private Future<Integer> resend(Event event, List<Delivery> to) {
        var ids = to.stream().map(Delivery::registration).toList();
        return ids.isEmpty()
                ? Future.succeededFuture(0)
                : pool.withTransaction(
                        tx -> new RegistrationStore(tx).findAll(ids).compose(people -> new DeliveryStore(tx)
                                .held(ids)
                                .compose(invites -> laid(tx, event, to, people, invites))));
    }

    private Future<Integer> laid(
            SqlClient tx, Event event, List<Delivery> to, List<Registration> people, List<Invite> invites) {
        var known = people.stream().collect(toMap(Registration::id, identity()));
        var wanted = to.stream().collect(toMap(Delivery::registration, identity()));
        var letters = invites.stream()
                .flatMap(invite -> Optional.ofNullable(known.get(invite.registration())).stream()
                        .flatMap(one -> Optional.ofNullable(wanted.get(one.id())).stream()
                                .map(due -> Invites.letter(one, invite, tidings(event, due), clock.instant()))))
                .toList();
        return outbox.enqueue(tx, letters).map(letters.size());
    }

    private static Tidings tidings(Event event, Delivery one) {
        if (one.wanted().equals(Invite.Wanted.REQUEST.code())) {
            return Tidings.RESENT;
        }
        if (event.cancelled()) {
            return Tidings.CALLED_OFF;
        }
        return one.status().equals("choose") ? Tidings.CHOOSE : Tidings.CANCELLATION;
    }

    /** The one whose id this is, at this event. */
    static Delivery one(List<Delivery> all, UUID registration) {
        return all.stream()
                .filter(one -> one.registration().equals(registration))
                .findFirst()
                .orElseThrow(() -> new NotFound("registration"));
    }
}
