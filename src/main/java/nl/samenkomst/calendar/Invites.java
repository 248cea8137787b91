package nl.samenkomst.calendar;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventChange;
import nl.samenkomst.event.EventHook;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.mail.Outgoing;
import nl.samenkomst.registration.By;
import nl.samenkomst.registration.Letters;
import nl.samenkomst.registration.Registration;
import nl.samenkomst.registration.RegistrationStore;
import nl.samenkomst.registration.SeatHook;
import nl.samenkomst.registration.SeatShift;
import nl.samenkomst.spi.Attendance;

/**
 * Keeps everyone's calendar in step with their seat and with the event: who gets one is invited, who gets another or whose event
 * changes is invited anew, who loses it has it struck out.
 *
 * <p>In the transaction that makes the difference, the wanted state of the calendar is written down with a higher sequence, and the
 * letter that brings it is laid in the outbox in place of older ones that have not left.
 */
public final class Invites implements SeatHook, EventHook {

    /** With what the subject of a letter with an invitation begins; the registration's id follows. */
    public static final String SUBJECTS = "invite:";

    private final Outbox outbox;
    private final ChangeNews news;
    private final Clock clock;

    public Invites(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.news = new ChangeNews(outbox, clock);
        this.clock = clock;
    }

    @Override
    public Future<Void> seatsTaken(SqlClient tx, List<Registration> registrations) {
        return tell(tx, registrations, new InviteStore(tx)::request, (one, invite) -> Tidings.INVITATION.letter());
    }

    @Override
    public Future<Void> seatsPromoted(SqlClient tx, List<Registration> registrations) {
        return tell(tx, registrations, new InviteStore(tx)::request, (one, invite) -> Tidings.PROMOTED.letter());
    }

    @Override
    public Future<Void> seatsChanged(SqlClient tx, List<Registration> registrations) {
        return tell(tx, registrations, new InviteStore(tx)::request, Invites::otherSeat);
    }

    @Override
    public Future<Void> seatsFreed(SqlClient tx, List<Registration> registrations) {
        var strike =
                registrations.stream().filter(one -> !ownCalendarSaysSo(one)).toList();
        return tell(tx, strike, new InviteStore(tx)::cancel, (one, invite) -> Tidings.CANCELLATION.letter());
    }

    /** Who declined in their calendar sees it there already; that the gathering is called off they are still to hear. */
    private static boolean ownCalendarSaysSo(Registration registration) {
        return registration.by().filter(By.REPLY.code()::equals).isPresent();
    }

    /** Who was invited a moment ago and has not heard yet is welcomed where they now are. */
    private static String otherSeat(Registration registration, Invite invite) {
        return (invite.told() || invite.sequence() == 0 ? Tidings.SWITCHED : Tidings.INVITATION).letter();
    }

    @Override
    public Future<Void> seatsShifted(SqlClient tx, SeatShift shift) {
        return news.tell(tx, shift.event(), shift.moved(), shift.due())
                .compose(done -> tell(
                        tx,
                        shift.choosing(),
                        new InviteStore(tx)::cancel,
                        (one, invite) -> told(invite, Tidings.CHOOSE, Letters.CHOOSE),
                        shift.due()));
    }

    /** Only those hear of it for whom their calendar is no longer right, and nobody once it is over. */
    @Override
    public Future<Void> changed(SqlClient tx, EventChange change) {
        var ways = Arrays.stream(Attendance.values())
                .filter(way -> !Shown.of(change.before(), way).equals(Shown.of(change.after(), way)))
                .toList();
        var told = ways.isEmpty() || change.afterwards(clock.instant())
                ? Future.<Void>succeededFuture()
                : new RegistrationStore(tx)
                        .confirmed(change.after().id(), ways)
                        .compose(people -> news.tell(tx, change.after(), people, change.due()));
        return told.compose(done -> change.due().isAfter(clock.instant())
                ? Future.succeededFuture()
                : outbox.hasten(tx, change.after().id(), change.due()));
    }

    @Override
    public Future<Void> calledOff(SqlClient tx, Event event) {
        return new InviteStore(tx).cancelAll(event.id()).compose(invites -> new RegistrationStore(tx)
                .findAll(invites.stream().map(Invite::registration).toList())
                .compose(people -> tell(
                        tx,
                        people,
                        ids -> Future.succeededFuture(invites),
                        (one, invite) -> told(invite, Tidings.CALLED_OFF, Letters.CALLED_OFF))));
    }

    /** Who never heard of it has nothing to strike out, and is told without. */
    private static String told(Invite invite, Tidings tidings, String plain) {
        return invite.told() ? tidings.letter() : plain;
    }

    private Future<Void> tell(
            SqlClient tx,
            List<Registration> registrations,
            Function<List<UUID>, Future<List<Invite>>> want,
            BiFunction<Registration, Invite, String> choice) {
        return tell(tx, registrations, want, choice, clock.instant());
    }

    private Future<Void> tell(
            SqlClient tx,
            List<Registration> registrations,
            Function<List<UUID>, Future<List<Invite>>> want,
            BiFunction<Registration, Invite, String> choice,
            Instant due) {
        List<Registration> reachable =
                registrations.stream().filter(one -> one.email().isPresent()).toList();
        return reachable.isEmpty()
                ? Future.succeededFuture()
                : want.apply(reachable.stream().map(Registration::id).toList())
                        .compose(invites -> overtake(tx, invites))
                        .compose(invites -> outbox.enqueue(tx, letters(reachable, invites, choice, due)));
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
    private static List<Outgoing> letters(
            List<Registration> registrations,
            List<Invite> invites,
            BiFunction<Registration, Invite, String> choice,
            Instant due) {
        Map<UUID, Invite> known = invites.stream().collect(toMap(Invite::registration, identity()));
        return registrations.stream()
                .flatMap(one -> Optional.ofNullable(known.get(one.id())).stream()
                        .map(invite -> ChangeNews.letter(one, invite, choice.apply(one, invite), due)))
                .toList();
    }

    static Outgoing letter(Registration one, Invite invite, Tidings tidings, Instant now) {
        return ChangeNews.letter(one, invite, tidings.letter(), now);
    }

    /** Under which the outbox keeps what is told of this registration, in order. */
    static String subject(UUID registration) {
        return SUBJECTS + registration;
    }
}
