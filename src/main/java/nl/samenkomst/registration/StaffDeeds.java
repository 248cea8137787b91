package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import nl.samenkomst.account.AuditStore;
import nl.samenkomst.account.Caller;
import nl.samenkomst.event.ChangeEffect;
import nl.samenkomst.event.Event;
import nl.samenkomst.kit.mail.EmailAddress;
import nl.samenkomst.kit.mail.Outgoing;
import nl.samenkomst.kit.rule.Refusal;

/** What staff do to registrations: each in one transaction, in which it is noted who did it. */
final class StaffDeeds {

    /** The letter that brings somebody their own page once more. */
    static final String LINK = "registration/link";

    private final Registrations registrations;

    StaffDeeds(Registrations registrations) {
        this.registrations = registrations;
    }

    /** Does it to these people of one event, all or none; somebody of another event is not found. */
    Future<Void> carryOut(Caller caller, UUID event, List<UUID> ids, Deed deed) {
        return registrations.held(
                event,
                held -> held.each(
                        ids, grip -> deed.of(grip).compose(after -> note(grip.tx(), caller, deed.verb(), after.id())
                                .map(after))));
    }

    /** The same, with words that are kept of it. */
    Future<Void> carryOut(Caller caller, Registration one, Deed deed, String reason) {
        return registrations.held(one.event(), held -> held.grip(one.id()).compose(grip -> deed.of(grip)
                .compose(after -> note(grip.tx(), caller, deed.verb(), one.id()))
                .compose(noted -> reason.isEmpty()
                        ? Future.succeededFuture()
                        : new RemarkStore(grip.tx()).add(one.id(), reason, caller, grip.now()))));
    }

    /** Who would be written to, were it done; refused as it would be. */
    Future<ChangeEffect> rehearsed(Event event, List<UUID> ids, Deed deed) {
        return registrations.rehearsed(
                event.id(), held -> held.each(ids, deed::of).compose(done -> EventNews.effect(held.tx(), event)));
    }

    /** A colleague in somebody's stead; the result is the colleague's registration. */
    Future<Registration> swap(Caller caller, Registration one, Arrival colleague) {
        return registrations.held(one.event(), held -> held.grip(one.id())
                .compose(grip -> new Swap(held, colleague).of(grip).compose(after -> note(
                                held.tx(), caller, "registration.swap", one.id())
                        .compose(noted -> note(held.tx(), caller, "registration.add", after.id()))
                        .compose(noted -> known(held.tx(), after.id(), held.book()))
                        .map(after))));
    }

    /** An address that staff know is no stranger's. */
    private static Future<Void> known(SqlClient tx, UUID id, SeatBook book) {
        return new RegistrationStore(tx).linkUsed(id, book.now().atOffset(ZoneOffset.UTC));
    }

    /** Writes somebody in. Refused (409) where the address comes already, and as everybody is: full, past, cancelled. */
    Future<Answer> add(Caller caller, Arrival arrival) {
        return registrations
                .admit(arrival, (tx, outcome) -> {
                    if (outcome instanceof Outcome.Known) {
                        throw Refusal.taken("email", "registration.person.there");
                    }
                    return outcome instanceof Outcome.Registered registered
                            ? note(
                                    tx,
                                    caller,
                                    "registration.add",
                                    registered.registration().id())
                            : Future.succeededFuture();
                })
                .map(Outcome::answerOrRefusal);
    }

    /** Changes what they told, where they stand or whether they were there. */
    Future<Registration> correct(Caller caller, Registration one, RegistrationPatch patch, LongConsumer guard) {
        return registrations.held(one.event(), held -> held.grip(one.id())
                .compose(grip -> Correction.of(grip, patch, guard))
                .compose(
                        after -> note(held.tx(), caller, patch.verb(), one.id()).map(after)));
    }

    /** What staff remember of somebody, anew; stale (412 by the guard) where another changed it meanwhile. */
    Future<Void> remark(Caller caller, Registration one, String text, LongConsumer guard) {
        return registrations.held(one.event(), held -> held.grip(one.id()).compose(grip -> new RemarkStore(grip.tx())
                .find(one.id())
                .compose(before -> {
                    guard.accept(before.map(RemarkStore.Remark::version).orElse(0L));
                    return new RemarkStore(grip.tx()).write(one.id(), text, caller, grip.now());
                })
                .compose(written -> note(grip.tx(), caller, "registration.remark", one.id()))));
    }

    /** Mails them the way to their own page once more; whether there was an address to mail it to. */
    Future<Boolean> link(Caller caller, Registration one) {
        return registrations.held(one.event(), held -> held.grip(one.id()).compose(grip -> held.book()
                .letters()
                .send(held.tx(), List.of(link(grip)))
                .compose(sent -> note(held.tx(), caller, "registration.link", one.id()))
                .map(noted -> grip.registration().email().isPresent())));
    }

    private static Outgoing link(Grip grip) {
        var one = grip.registration();
        return new Outgoing(
                Optional.of(one.organisation()),
                "known:" + one.id(),
                0,
                LINK,
                one.language(),
                one.email().map(EmailAddress::new),
                new JsonObject()
                        .put("registration", one.id().toString())
                        .put("event", one.event().toString()),
                false,
                grip.now());
    }

    private static Future<Void> note(SqlClient tx, Caller caller, String verb, UUID registration) {
        return new AuditStore(tx).note(caller, verb, registration.toString());
    }
}
