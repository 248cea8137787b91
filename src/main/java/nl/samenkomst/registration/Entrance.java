package nl.samenkomst.registration;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.event.Event;
import nl.samenkomst.kit.db.Ids;
import nl.samenkomst.kit.rule.Faults;
import nl.samenkomst.kit.web.FormTokens;
import nl.samenkomst.kit.web.Throttle;
import nl.samenkomst.kit.web.Visit;

/** What everyone passes who registers, by a form or by a call: their invitation is looked at, they are counted, and let in. */
public final class Entrance {

    /** A whole hospital behind one address gets in within minutes; a robot does not get far. */
    private static final Throttle.Rate RATE = new Throttle.Rate(40, Duration.ofSeconds(3));

    private final Registrations registrations;
    private final Invitees invitees;
    private final Throttle throttle;
    private final Ids ids;

    public Entrance(Registrations registrations, Invitees invitees, Throttle throttle, Ids ids) {
        this.registrations = registrations;
        this.invitees = invitees;
        this.throttle = throttle;
        this.ids = ids;
    }

    /** Whose invitation was sent along; empty where the event wants none. */
    Future<Optional<FormSheet.Invited>> invited(Event event, Optional<String> token) {
        return event.closed() && token.isPresent()
                ? invitees.holder(event, token.get())
                        .map(found -> found.map(one -> new FormSheet.Invited(token.get(), one)))
                : Future.succeededFuture(Optional.empty());
    }

    /** The invitation is one person's: no other address registers by it. */
    static void checkInvited(RegistrationForm form, Optional<FormSheet.Invited> invited) {
        invited.map(one -> one.invitee().email())
                .filter(address -> form.email()
                        .filter(typed -> !typed.key().equals(address.key()))
                        .isPresent())
                .ifPresent(address -> form.faults().add("email", "registration.form.email.invited", address.text()));
    }

    /** Counts against the client's address. Fails with a 429 when it was too much. */
    public Future<Void> count(Visit visit) {
        return throttle.fromAddress("registration", visit, RATE);
    }

    Future<Outcome> enter(Visit visit, Arrival arrival) {
        return count(visit).compose(counted -> enterCounted(arrival));
    }

    /** For who counted already. */
    Future<Outcome> enterCounted(Arrival arrival) {
        return registrations.register(arrival);
    }

    UUID newId() {
        return ids.timed();
    }

    /** A form may be believed if its token is good; what else it is, is told at the field {@code token}. */
    static void judge(FormTokens.Judged judged, Faults faults) {
        switch (judged.age()) {
            case GOOD -> {}
            case TOO_YOUNG -> faults.add("token", "registration.form.token.too_young");
            case TOO_OLD -> faults.add("token", "registration.form.token.too_old");
            case FORGED -> faults.add("token", "registration.form.token.forged");
        }
    }
}
