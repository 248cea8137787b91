package nl.samenkomst.recap;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.Optional;
import nl.samenkomst.account.AuditStore;
import nl.samenkomst.account.Caller;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventStore;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.rule.Refusal;

/** What can be done with a recap: save it, publish it, take it back. */
public final class Recaps {

    private final Pool pool;
    private final Outbox outbox;
    private final RecapReading reading;
    private final Clock clock;

    public Recaps(Pool pool, Outbox outbox, RecapReading reading, Clock clock) {
        this.pool = pool;
        this.outbox = outbox;
        this.reading = reading;
        this.clock = clock;
    }

    /** Saves what was typed, or fails with a 412 where another saved meanwhile. */
    Future<Void> save(Caller caller, Event event, RecapForm typed) {
        return pool.withTransaction(
                        tx -> written(tx, event, typed).compose(done -> note(tx, caller, "recap.save", event)))
                .onSuccess(done -> reading.forget());
    }

    private static Future<Void> written(SqlClient tx, Event event, RecapForm typed) {
        return new RecapStore(tx)
                .write(event, typed.words(), typed.leftOut(), typed.version())
                .map(written -> {
                    if (!written) {
                        throw Refusal.of(412, "stale", "error.412");
                    }
                    return null;
                });
    }

    private static Future<Void> note(SqlClient tx, Caller caller, String verb, Event event) {
        return new AuditStore(tx).note(caller, verb, event.id().toString());
    }

    /**
     * Saves and publishes it. Those who came are mailed once, whenever that is first wished.
     *
     * @throws Refusal where the gathering is closed, cancelled or not over, or a photo is not ready to be shown
     */
    Future<Void> publish(Caller caller, Event event, RecapForm typed) {
        return pool.withTransaction(tx -> locked(tx, event)
                        .compose(now -> written(tx, event, typed))
                        .compose(done -> published(tx, event, typed.mail()))
                        .compose(done -> note(tx, caller, "recap.publish", event)))
                .onSuccess(done -> reading.forget());
    }

    /** So that nobody closes or cancels it meanwhile. */
    private Future<Event> locked(SqlClient tx, Event event) {
        return new EventStore(tx)
                .lock(event.id())
                .map(found -> found.orElseThrow(() -> new NotFound("event")))
                .compose(now -> new PhotoStore(tx).of(now.id()).map(photos -> {
                    hindrance(now).ifPresent(text -> {
                        throw Refusal.of(409, "recap", text);
                    });
                    if (photos.stream().anyMatch(photo -> photo.asked().isEmpty() && !photo.ready())) {
                        throw Refusal.invalid("photos", "recap.photo.unready");
                    }
                    return now;
                }));
    }

    /** Why this gathering's recap cannot be published, as a key of the bundles. */
    Optional<String> hindrance(Event event) {
        if (event.closed()) {
            return Optional.of("recap.not.closed");
        }
        return event.published() && event.phase(clock.instant()) == Event.Phase.OVER
                ? Optional.empty()
                : Optional.of("recap.not.over");
    }

    private Future<Void> published(SqlClient tx, Event event, boolean mail) {
        var now = clock.instant();
        var store = new RecapStore(tx);
        var done = store.publish(event.id(), now);
        return mail
                ? done.compose(there -> store.tell(event.id(), now))
                        .compose(first -> first ? told(tx, event) : Future.succeededFuture())
                : done;
    }

    private Future<Void> told(SqlClient tx, Event event) {
        return new CameStore(tx)
                .of(event.id())
                .compose(people -> outbox.enqueue(
                        tx,
                        people.stream()
                                .map(one -> RecapLetters.to(one, event, clock.instant()))
                                .toList()));
    }

    /** Nobody but staff sees it any more; what was saved stays. */
    Future<Void> takeBack(Caller caller, Event event) {
        return pool.withTransaction(tx -> new RecapStore(tx)
                        .takeBack(event.id())
                        .compose(done -> note(tx, caller, "recap.take-back", event)))
                .onSuccess(done -> reading.forget());
    }
}
