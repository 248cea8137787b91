package nl.samenkomst.calendar;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import nl.samenkomst.kit.mail.EmailAddress;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.mail.Outgoing;
import nl.samenkomst.registration.By;
import nl.samenkomst.registration.Registration;
import nl.samenkomst.registration.SeatHook;

/**
 * Keeps everyone's calendar in step with their seat: who gets one is invited, who gets another is invited anew, who loses it
 * has it struck out.
 *
 * <p>In the transaction that moves the seat, the wanted state of the calendar is written down with a higher sequence, and the
 * letter that brings it is laid in the outbox in place of older ones that have not left.
 */
public final class Invites implements SeatHook {

    private final Outbox outbox;
    private final Clock clock;

    public Invites(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Future<Void> seatsTaken(SqlClient tx, List<Registration> registrations) {
        return tell(tx, registrations, new InviteStore(tx)::request, Invites::welcome);
    }

    @Override
    public Future<Void> seatsChanged(SqlClient tx, List<Registration> registrations) {
        return tell(tx, registrations, new InviteStore(tx)::request, Invites::otherSeat);
    }

    @Override
    public Future<Void> seatsFreed(SqlClient tx, List<Registration> registrations) {
        var strike =
                registrations.stream().filter(one -> !ownCalendarSaysSo(one)).toList();
        return tell(tx, strike, new InviteStore(tx)::cancel, (registration, invite) -> Tidings.CANCELLATION);
    }

    /** Who declined in their calendar sees it there already; that the gathering is called off they are still to hear. */
    private static boolean ownCalendarSaysSo(Registration registration) {
        return registration.by().filter(By.REPLY.code()::equals).isPresent();
    }

    /** A registration that was changed before it was ever invited stood in line. */
    private static Tidings welcome(Registration registration, Invite invite) {
        return invite.sequence() == 0 && registration.version() > 1 ? Tidings.PROMOTED : Tidings.INVITATION;
    }

    /** Who was invited a moment ago and has not heard yet is welcomed where they now are. */
    private static Tidings otherSeat(Registration registration, Invite invite) {
        return invite.told() || invite.sequence() == 0 ? Tidings.SWITCHED : Tidings.INVITATION;
    }

    private Future<Void> tell(
            SqlClient tx,
            List<Registration> registrations,
            Function<List<UUID>, Future<List<Invite>>> want,
            BiFunction<Registration, Invite, Tidings> choice) {
        List<Registration> reachable =
                registrations.stream().filter(one -> one.email().isPresent()).toList();
        return reachable.isEmpty()
                ? Future.succeededFuture()
                : want.apply(reachable.stream().map(Registration::id).toList())
                        .compose(invites -> overtake(tx, invites))
                        .compose(invites -> outbox.enqueue(tx, letters(reachable, invites, choice)));
    }

    /** Only who has heard something before can have a letter waiting. */
    private Future<List<Invite>> overtake(SqlClient tx, List<Invite> invites) {
        List<String> subjects = invites.stream()
                .filter(invite -> invite.sequence() > 0)
                .map(invite -> subject(invite.registration()))
                .toList();
        return outbox.supersede(tx, subjects).map(invites);
    }

    /** In the order of the registrations; who was never to be invited has no invite, and gets no letter. */
    private List<Outgoing> letters(
            List<Registration> registrations, List<Invite> invites, BiFunction<Registration, Invite, Tidings> choice) {
        Map<UUID, Invite> known = invites.stream().collect(toMap(Invite::registration, identity()));
        Instant now = clock.instant();
        return registrations.stream()
                .flatMap(one -> Optional.ofNullable(known.get(one.id())).stream()
                        .map(invite -> letter(one, invite, choice.apply(one, invite), now)))
                .toList();
    }

    static Outgoing letter(Registration one, Invite invite, Tidings tidings, Instant now) {
        return new Outgoing(
                Optional.of(one.organisation()),
                subject(one.id()),
                invite.sequence(),
                tidings.letter(),
                one.language(),
                one.email().map(EmailAddress::new),
                new JsonObject()
                        .put("registration", one.id().toString())
                        .put("event", one.event().toString()),
                tidings == Tidings.INVITATION && invite.stranger(),
                now);
    }

    /** Under which the outbox keeps what is told of this registration, in order. */
    static String subject(UUID registration) {
        return "invite:" + registration;
    }
}
