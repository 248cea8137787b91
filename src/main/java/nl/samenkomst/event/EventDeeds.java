package nl.samenkomst.event;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.util.UUID;
import java.util.function.BiFunction;
import nl.samenkomst.account.AuditStore;
import nl.samenkomst.account.Caller;
import nl.samenkomst.kit.rule.Refusal;

/** What organisers do with events in the workspace: each deed is one transaction, is noted in the log, and is seen on public pages at once. */
public record EventDeeds(Pool pool, Events events, EventShelf shelf) {

    /** @param publish whether the world sees it at once */
    Future<Event> create(Caller caller, JsonObject json, boolean publish) {
        return pool.withTransaction(
                tx -> events.create(tx, caller.organisation().id(), json)
                        .compose(event -> noted(tx, caller, "event.create", event))
                        .compose(event -> publish ? published(tx, caller, event) : Future.succeededFuture(event)));
    }

    private Future<Event> published(SqlClient tx, Caller caller, Event event) {
        return events.publish(tx, event.id()).compose(shown -> noted(tx, caller, "event.publish", shown));
    }

    /**
     * Changes it.
     *
     * @param version the one that the organiser saw; a 409 {@code stale} where it is no longer that
     */
    Future<Event> change(Caller caller, Event event, JsonObject patch, long version) {
        return done(caller, event, "event.change", (tx, id) -> events.change(tx, id, patch, now -> same(now, version)));
    }

    /** The same with a draft, which the world sees then. */
    Future<Event> changeAndPublish(Caller caller, Event event, JsonObject patch, long version) {
        return done(caller, event, "event.change", (tx, id) -> events.change(tx, id, patch, now -> same(now, version))
                .compose(changed -> published(tx, caller, changed)));
    }

    private static void same(long now, long version) {
        if (now != version) {
            throw Refusal.of(409, "stale", "event.desk.stale");
        }
    }

    /** @param verb what the log calls it */
    Future<Event> done(Caller caller, Event event, String verb, BiFunction<SqlClient, UUID, Future<Event>> deed) {
        return pool.withTransaction(
                        tx -> deed.apply(tx, event.id()).compose(changed -> noted(tx, caller, verb, changed)))
                .onSuccess(done -> shelf.forget(event.slug()));
    }

    Future<Void> delete(Caller caller, Event event) {
        return pool.withTransaction(
                        tx -> events.delete(tx, event.id()).compose(done -> noted(tx, caller, "event.delete", event)))
                .onSuccess(done -> shelf.forget(event.slug()))
                .mapEmpty();
    }

    /** A repeat that changes nothing is noted too: somebody pressed the button. */
    static Future<Event> noted(SqlClient tx, Caller caller, String verb, Event event) {
        return new AuditStore(tx).note(caller, verb, event.id().toString()).map(event);
    }
}
