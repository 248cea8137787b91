package nl.samenkomst.event;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.LongConsumer;
import nl.samenkomst.account.Caller;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Staff;
import nl.samenkomst.account.Staff.Admitted;
import nl.samenkomst.kit.rule.Faults;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Idempotency;
import nl.samenkomst.kit.web.IfMatch;
import nl.samenkomst.kit.web.JsonReader;
import nl.samenkomst.kit.web.Listed;
import nl.samenkomst.kit.web.Paging;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;

/** Events for programs: {@code /api/v1/events}. */
public final class EventApi implements Feature {

    private static final String EVENTS = "/api/v1/events";
    private static final String ONE = EVENTS + "/:event";
    private static final int MESSAGE = 5_000;

    private final Pool pool;
    private final Events events;
    private final SeatPlan plan;
    private final EventShelf shelf;
    private final Idempotency idempotency;
    private final Clock clock;

    /** The calls; the shelf forgets what they change. */
    public EventApi(Pool pool, Events events, Formats formats, EventShelf shelf, Idempotency idempotency, Clock clock) {
        this.pool = pool;
        this.events = events;
        this.plan = new SeatPlan(formats);
        this.shelf = shelf;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @Override
    public void mount(Site site) {
        var reading = Staff.of(EventTarget.EVENT, Role.FACILITATOR);
        var planning = Staff.of(EventTarget.EVENT, Role.ORGANISER);
        site.get(EVENTS, Staff.in(Role.FACILITATOR), this::list);
        site.post(EVENTS, Staff.in(Role.ORGANISER), this::create);
        site.get(ONE, reading, (visit, admitted) -> shown(visit, pool, admitted.thing()));
        site.patch(ONE, planning, this::change);
        site.delete(ONE, planning, this::delete);
        site.post(ONE + "/publish", planning, (visit, one) -> act(visit, one, "publish", events::publish));
        site.post(
                ONE + "/close",
                planning,
                (visit, one) -> act(visit, one, "close", (tx, id) -> events.open(tx, id, false)));
        site.post(
                ONE + "/reopen",
                planning,
                (visit, one) -> act(visit, one, "reopen", (tx, id) -> events.open(tx, id, true)));
        site.post(ONE + "/cancel", planning, this::callOff);
        site.post(ONE + "/change-preview", planning, this::preview);
        site.post(ONE + "/undo", planning, (visit, one) -> act(visit, one, "undo", events::undo));
    }

    private Future<Reply> list(Visit visit, Caller caller) {
        var paging = Paging.of(visit);
        return new EventQuery(visit, caller.organisation().id())
                .filter(pool)
                .compose(filter -> new EventStore(pool).list(filter, paging, clock.instant()))
                .compose(found -> read(visit, pool, found).map(json -> Reply.json(json)));
    }

    private Future<Reply> create(Visit visit, Caller caller) {
        var json = JsonReader.sent(visit);
        return idempotency.once(visit, caller.key(), tx -> events.create(
                        tx, caller.organisation().id(), json)
                .compose(event -> EventDeeds.noted(tx, caller, "event.create", event))
                .compose(event -> shown(visit, tx, event).map(reply -> reply.status(201)
                        .with("Location", visit.links().url(EVENTS + "/" + event.slug())))));
    }

    private Future<Reply> change(Visit visit, Admitted<Event> admitted) {
        var patch = JsonReader.sent(visit);
        var now = tellsNow(visit);
        var event = admitted.thing();
        LongConsumer guard = version -> IfMatch.check(visit, version);
        return pool.withTransaction(tx -> (now
                                ? events.changeAndTell(tx, event.id(), patch, guard)
                                : events.change(tx, event.id(), patch, guard))
                        .compose(changed -> EventDeeds.noted(tx, admitted.caller(), "event.change", changed))
                        .compose(changed -> changed(visit, tx, changed)))
                .onSuccess(done -> shelf.forget(event.slug()));
    }

    private static boolean tellsNow(Visit visit) {
        var asked = visit.query("notify");
        if (asked.filter(value -> !value.equals("now")).isPresent()) {
            throw Refusal.invalid("notify", "error.field.choice", "now");
        }
        return asked.isPresent();
    }

    /** The event, and what becomes of the run of changes. */
    private Future<Reply> changed(Visit visit, SqlClient tx, Event event) {
        return Future.all(json(visit, tx, event), events.run(tx, event.id())).map(both -> {
            JsonObject json = both.resultAt(0);
            Optional<ChangeRun> run = both.resultAt(1);
            run.filter(one -> event.published() && one.undoable(event, clock.instant()))
                    .ifPresent(one -> json.put("change", EventJson.change(one)));
            return reply(event, json);
        });
    }

    private Future<Reply> preview(Visit visit, Admitted<Event> admitted) {
        return events.preview(pool, admitted.thing().id(), JsonReader.sent(visit))
                .map(preview -> Reply.json(preview.json()).personal());
    }

    private Future<Reply> delete(Visit visit, Admitted<Event> admitted) {
        var event = admitted.thing();
        return pool.withTransaction(tx -> events.delete(tx, event.id())
                        .compose(done -> EventDeeds.noted(tx, admitted.caller(), "event.delete", event)))
                .onSuccess(done -> shelf.forget(event.slug()))
                .map(done -> Reply.nothing());
    }

    private Future<Reply> callOff(Visit visit, Admitted<Event> admitted) {
        var faults = new Faults();
        var reader = JsonReader.of(JsonReader.sent(visit), faults);
        var message = reader.prose("message", MESSAGE).orElse("");
        reader.end();
        faults.refuse();
        return act(visit, admitted, "cancel", (tx, id) -> events.callOff(tx, id, message));
    }

    private Future<Reply> act(
            Visit visit, Admitted<Event> admitted, String name, BiFunction<SqlClient, UUID, Future<Event>> verb) {
        var event = admitted.thing();
        return idempotency
                .once(visit, admitted.caller().key(), tx -> verb.apply(tx, event.id())
                        .compose(changed -> EventDeeds.noted(tx, admitted.caller(), "event." + name, changed))
                        .compose(changed -> shown(visit, tx, changed)))
                .onSuccess(done -> shelf.forget(event.slug()));
    }

    private Future<Reply> shown(Visit visit, SqlClient sql, Event event) {
        return json(visit, sql, event).map(json -> reply(event, json));
    }

    private static Reply reply(Event event, JsonObject json) {
        return Reply.json(json).with("ETag", IfMatch.etag(event.version()));
    }

    private Future<JsonObject> json(Visit visit, SqlClient sql, Event event) {
        return read(visit, sql, new Listed<>(List.of(event), Optional.empty()))
                .map(json -> json.getJsonArray("items").getJsonObject(0));
    }

    private Future<JsonObject> read(Visit visit, SqlClient sql, Listed<Event> found) {
        var names = EventNames.of(sql, found.items());
        var seats = new SeatStore(sql).of(found.items().stream().map(Event::id).toList());
        return Future.all(names, seats)
                .map(done -> found.json(event -> EventJson.read(
                        event,
                        new EventJson.Reading(
                                names.result(),
                                seats.result().getOrDefault(event.id(), List.of()),
                                plan,
                                clock.instant(),
                                visit.links().url("/events/" + event.slug())))));
    }
}
