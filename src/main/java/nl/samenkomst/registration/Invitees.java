package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventChange;
import nl.samenkomst.event.EventHook;
import nl.samenkomst.kit.mail.EmailAddress;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.mail.Outgoing;
import nl.samenkomst.kit.web.Links;

/** Who may register for closed events, and the letters with their links. */
public final class Invitees implements EventHook {

    /** The letter that bears the link. Its ids are {@code invitee} and {@code event}. */
    public static final String INVITED = "registration/invited";

    /** Who asks again sooner has the letter already. */
    private static final Duration AGAIN = Duration.ofMinutes(5);

    private final Pool pool;
    private final Outbox outbox;
    private final Links links;
    private final Clock clock;

    public Invitees(Pool pool, Outbox outbox, Links links, Clock clock) {
        this.pool = pool;
        this.outbox = outbox;
        this.links = links;
        this.clock = clock;
    }

    /** Whose invitation to this event the token is; empty for any other token. */
    Future<Optional<Invitee>> holder(Event event, String token) {
        return Links.id(token)
                .map(id -> new InviteeStore(pool).find(id).map(found -> found.filter(
                                one -> one.event().equals(event.id()))
                        .filter(one -> links.fits(token, Invitee.PURPOSE, id, one.linkVersion()))))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    /** Invites somebody, with a letter at once if the event is published; whether the address was not invited yet. */
    public Future<Boolean> add(SqlClient tx, Event event, UUID id, EmailAddress email, Optional<String> name) {
        var one = new Invitee(id, event.organisation(), event.id(), email, name, 1, Optional.empty(), Optional.empty());
        return new InviteeStore(tx)
                .insert(one, clock.instant())
                .compose(added -> added.isPresent() && event.published()
                        ? written(tx, event).map(true)
                        : Future.succeededFuture(added.isPresent()));
    }

    /** Sends the link to whoever has this address, if somebody has; how it went is nobody's business outside. */
    Future<Void> remind(Event event, EmailAddress email) {
        var now = clock.instant();
        return pool.withTransaction(tx -> new InviteeStore(tx)
                .markAsking(event.id(), email, now.minus(AGAIN), now)
                .compose(found -> enqueue(tx, event, found.stream().toList())));
    }

    /** Whoever has this address wants no more invitations of this organisation; what waits does not leave. Again changes nothing. */
    Future<Void> unsubscribe(Invitee one) {
        return pool.withTransaction(tx -> new InviteeStore(tx)
                .unsubscribe(one, clock.instant())
                .compose(all ->
                        outbox.supersede(tx, all.stream().map(Invitees::subject).toList())));
    }

    /** They want invitations after all; those that were not sent meanwhile stay unsent. */
    Future<Void> subscribe(Invitee one) {
        return new InviteeStore(pool).subscribe(one);
    }

    private static String subject(Invitee one) {
        return "invitee:" + one.id();
    }

    @Override
    public Future<Void> published(SqlClient tx, Event event) {
        return event.closed() ? written(tx, event) : Future.succeededFuture();
    }

    /** An event that becomes closed after it was published: who is on its list already hears of it now. */
    @Override
    public Future<Void> changed(SqlClient tx, EventChange change) {
        return change.after().closed() ? written(tx, change.after()) : Future.succeededFuture();
    }

    @Override
    public Future<Void> discarded(SqlClient tx, Event draft) {
        return new InviteeStore(tx).deleteAll(draft.id());
    }

    private Future<Void> written(SqlClient tx, Event event) {
        return new InviteeStore(tx)
                .markUnsent(event.id(), clock.instant())
                .compose(unsent -> enqueue(tx, event, unsent));
    }

    private Future<Void> enqueue(SqlClient tx, Event event, List<Invitee> invitees) {
        return outbox.enqueue(
                tx, invitees.stream().map(one -> letter(event, one)).toList());
    }

    private Outgoing letter(Event event, Invitee one) {
        return new Outgoing(
                Optional.of(event.organisation()),
                subject(one),
                0,
                INVITED,
                event.language(),
                Optional.of(one.email()),
                new JsonObject()
                        .put("invitee", one.id().toString())
                        .put("event", event.id().toString()),
                false,
                clock.instant());
    }
}
