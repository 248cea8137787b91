package nl.samenkomst.calendar;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenkomst.event.Event;
import nl.samenkomst.kit.mail.EmailAddress;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.mail.Outgoing;
import nl.samenkomst.kit.mail.Overtaken;
import nl.samenkomst.registration.Registration;
import nl.samenkomst.spi.Attendance;

/** Brings a change of an event to those whose calendar is no longer right by it, and takes back what is not to be said after all. */
final class ChangeNews {

    /** Letters that welcome somebody; a change before they left makes them tell the newer state. */
    private static final Set<String> WELCOMES = Set.of(Tidings.INVITATION.letter(), Tidings.PROMOTED.letter());

    private final Outbox outbox;
    private final Clock clock;

    ChangeNews(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What was found about those whom a change concerns, with their letters that had not left already taken back. */
    private record Found(
            Map<UUID, Registration> people,
            List<InviteStore.Changed> invites,
            Map<String, Overtaken> overtaken,
            Set<String> underWay,
            Instant now) {

        Optional<Overtaken> overtaken(Invite invite) {
            return Optional.ofNullable(overtaken.get(Invites.subject(invite.registration())));
        }

        /** Whether they were about to be told something at this moment, whatever happens to the event. */
        boolean awaits(Invite invite) {
            return overtaken(invite).filter(one -> !one.due().isAfter(now)).isPresent();
        }

        /** Whether their calendar shows all this, and nothing is on its way that shows something else. */
        boolean quiet(InviteStore.Changed changed) {
            var invite = changed.invite();
            return changed.same() && !awaits(invite) && !underWay.contains(Invites.subject(invite.registration()));
        }
    }

    /** These hold a seat at the event as it now is. */
    Future<Void> tell(SqlClient tx, Event event, List<Registration> people, Instant due) {
        var ways = people.stream().filter(one -> one.email().isPresent()).collect(groupingBy(Registration::attendance));
        var told = Future.<Void>succeededFuture();
        for (var way : ways.entrySet()) {
            told = told.compose(done -> tell(tx, event, way.getKey(), way.getValue(), due));
        }
        return told;
    }

    private Future<Void> tell(SqlClient tx, Event event, Attendance way, List<Registration> people, Instant due) {
        var ids = people.stream().map(Registration::id).toList();
        return new InviteStore(tx)
                .change(ids, Shown.of(event, way).hash())
                .compose(invites -> found(tx, people, invites))
                .compose(found -> tell(tx, found, due));
    }

    private Future<Found> found(SqlClient tx, List<Registration> people, List<InviteStore.Changed> invites) {
        var subjects = invites.stream()
                .map(one -> Invites.subject(one.invite().registration()))
                .toList();
        var known = people.stream().collect(toMap(Registration::id, identity()));
        return outbox.overtake(tx, subjects).compose(overtaken -> outbox.underWay(tx, subjects)
                .map(underWay -> new Found(known, invites, overtaken, underWay, clock.instant())));
    }

    private Future<Void> tell(SqlClient tx, Found found, Instant due) {
        var quiet = found.invites().stream()
                .filter(found::quiet)
                .map(one -> one.invite().registration())
                .toList();
        var letters = found.invites().stream()
                .filter(one -> !found.quiet(one))
                .map(one -> letter(found, one.invite(), due))
                .toList();
        var settled = quiet.isEmpty() ? Future.<Void>succeededFuture() : new InviteStore(tx).settle(quiet);
        return settled.compose(done -> outbox.enqueue(tx, letters));
    }

    private static Outgoing letter(Found found, Invite invite, Instant due) {
        var person =
                Optional.ofNullable(found.people().get(invite.registration())).orElseThrow();
        var welcome = found.overtaken(invite).map(Overtaken::letter).filter(WELCOMES::contains);
        var letter = welcome.orElse((invite.told() ? Tidings.CHANGED : Tidings.INVITATION).letter());
        var now = found.awaits(invite) || !invite.told();
        return letter(person, invite, letter, now ? found.now() : due);
    }

    static Outgoing letter(Registration one, Invite invite, String letter, Instant due) {
        return new Outgoing(
                Optional.of(one.organisation()),
                Invites.subject(one.id()),
                invite.sequence(),
                letter,
                one.language(),
                one.email().map(EmailAddress::new),
                new JsonObject()
                        .put("registration", one.id().toString())
                        .put("event", one.event().toString()),
                letter.equals(Tidings.INVITATION.letter()) && invite.stranger(),
                due);
    }
}
