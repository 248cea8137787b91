package nl.samenkomst.event;

import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.kit.db.Awaiting.awaitFailure;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nl.samenkomst.kit.plugin.PluginFolder;
import nl.samenkomst.kit.rule.Fault;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.meeting.Providers;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.SampleNetwork;

/** Somebody who plans events for a network of their own, and remembers the news that hooks hear of it. */
final class Planner {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    private final Pool pool;
    private final Network network;
    private final List<String> news = new ArrayList<>();
    private final Events events = new Events(
            Formats.load(PluginFolder.none()),
            Providers.load(PluginFolder.none()),
            List.of(new Remembering()),
            Clock.fixed(NOW, ZoneOffset.UTC));

    Planner(Pool pool) {
        this.pool = pool;
        this.network = SampleNetwork.in(pool);
    }

    Events events() {
        return events;
    }

    Network network() {
        return network;
    }

    List<String> news() {
        return news;
    }

    JsonObject json() {
        return SampleJson.wijktafel(network);
    }

    <T> T run(Function<SqlClient, Future<T>> verb) {
        return await(pool.withTransaction(verb::apply));
    }

    Event create(JsonObject json) {
        return run(tx -> events.create(tx, network.organisation(), json));
    }

    Event published(JsonObject json) {
        var draft = create(json);
        return run(tx -> events.publish(tx, draft.id()));
    }

    Event change(Event event, JsonObject patch) {
        return run(tx -> events.change(tx, event.id(), patch, version -> {}));
    }

    Refusal refusal(Function<SqlClient, Future<?>> verb) {
        return (Refusal) awaitFailure(pool.withTransaction(tx -> verb.apply(tx).<Void>mapEmpty()));
    }

    /** The fields that a 422 names. */
    List<String> faults(Function<SqlClient, Future<?>> verb) {
        return refusal(verb).faults().stream().map(Fault::field).toList();
    }

    Event stored(Event event) {
        return await(new EventStore(pool).find(event.id())).orElseThrow();
    }

    List<Seats> seats(Event event) {
        return await(new SeatStore(pool).of(List.of(event.id()))).getOrDefault(event.id(), List.of());
    }

    /** As if the turnstile had let people in. */
    void hold(Event event, int held, int waiting) {
        await(pool.query("update seats set held = %d, waiting = %d where attendance = 'on_site' and event_id = '%s'"
                        .formatted(held, waiting, event.id()))
                .execute());
    }

    private final class Remembering implements EventHook {

        @Override
        public Future<Void> published(SqlClient tx, Event event) {
            news.add("published " + event.slug());
            return Future.succeededFuture();
        }

        @Override
        public Future<Void> changed(SqlClient tx, EventChange change) {
            news.add("changed " + change.before().capacity().onSite().orElse(0) + " to "
                    + change.after().capacity().onSite().orElse(0));
            return Future.succeededFuture();
        }

        @Override
        public Future<Void> discarded(SqlClient tx, Event draft) {
            news.add("discarded " + draft.slug());
            return Future.succeededFuture();
        }
    }
}
