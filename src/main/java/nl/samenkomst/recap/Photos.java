package nl.samenkomst.recap;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.samenkomst.account.AuditStore;
import nl.samenkomst.account.Caller;
import nl.samenkomst.event.Event;
import nl.samenkomst.kit.image.Picture;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.IfNoneMatch;

/** What can be done with the photos and files of a recap; each is one transaction, and is noted. */
public final class Photos {

    /** The most photos of one gathering. */
    static final int MOST = 12;

    private final Pool pool;
    private final RecapReading reading;
    private final Clock clock;

    public Photos(Pool pool, RecapReading reading, Clock clock) {
        this.pool = pool;
        this.reading = reading;
        this.clock = clock;
    }

    Future<Void> add(Caller caller, Event event, Picture picture, Photo.Words words) {
        var id = UUID.randomUUID();
        var digest = IfNoneMatch.etag(picture.bytes()).replace("\"", "");
        return done(caller, "photo.add", id, tx -> new PhotoStore(tx)
                .insert(id, event, picture, digest, words, MOST, clock.instant())
                .map(Photos::room));
    }

    private static boolean room(boolean written) {
        if (!written) {
            throw Refusal.invalid("photo-new", "recap.photo.many", MOST);
        }
        return true;
    }

    Future<Void> describe(Caller caller, Event event, UUID id, Photo.Words words) {
        return done(caller, "photo.change", id, tx -> new PhotoStore(tx).describe(event.id(), id, words));
    }

    Future<Void> forward(Caller caller, Event event, UUID id) {
        return done(caller, "photo.change", id, tx -> new PhotoStore(tx)
                .forward(event.id(), id)
                .map(true));
    }

    /** Shows it again, though somebody asked to take it away; the reason is kept. */
    Future<Void> putBack(Caller caller, Event event, UUID id, String because) {
        return done(caller, "photo.put-back", id, tx -> new PhotoStore(tx).putBack(event.id(), id, because));
    }

    Future<Void> delete(Caller caller, Event event, UUID id) {
        return done(caller, "photo.delete", id, tx -> new PhotoStore(tx).delete(event.id(), id));
    }

    private Future<Void> done(Caller caller, String verb, UUID id, Function<SqlClient, Future<Boolean>> deed) {
        return pool.withTransaction(tx -> deed.apply(tx).compose(written -> {
                    if (!written) {
                        throw new NotFound("photo");
                    }
                    return new AuditStore(tx).note(caller, verb, id.toString());
                }))
                .onSuccess(done -> reading.forget());
    }

    /** Somebody on it wants it gone: nobody sees it any more, from this moment on. */
    Future<Void> ask(Photo photo) {
        return pool.withTransaction(tx -> new PhotoStore(tx)
                        .hide(photo.id(), clock.instant())
                        .compose(done -> new AuditStore(tx)
                                .note(
                                        photo.organisation(),
                                        Optional.empty(),
                                        "photo.ask",
                                        photo.id().toString())))
                .onSuccess(done -> reading.forget());
    }
}
