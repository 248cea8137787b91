package nl.samenkomst.calendar;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventStore;
import nl.samenkomst.kit.mail.OutboxRow;

/**
 * Invitations of one kind at the moment they are first about to leave: in one transaction they count as told, what they show is
 * written down, and what must be the same in a repeat is made out.
 */
record Leaving(SqlClient tx, Tidings tidings, Instant now) {

    /** An overtaken one freezes nothing, and nothing is written of it. */
    Future<List<JsonObject>> freeze(List<OutboxRow> rows) {
        var store = new LeavingStore(tx);
        return store.leave(rows.stream().map(this::wish).toList(), now).compose(leaving -> events(rows)
                .map(events -> tellings(rows, leaving, events))
                .compose(told -> store.shows(
                                told.stream().flatMap(Optional::stream).toList())
                        .map(done -> kept(leaving, told))));
    }

    private LeavingStore.Wish wish(OutboxRow row) {
        return new LeavingStore.Wish(registration(row), row.sequence(), tidings.wanted());
    }

    private static UUID registration(OutboxRow row) {
        return UUID.fromString(row.ids().getString("registration"));
    }

    private static UUID event(OutboxRow row) {
        return UUID.fromString(row.ids().getString("event"));
    }

    private Future<Map<UUID, Event>> events(List<OutboxRow> rows) {
        return new EventStore(tx)
                .all(rows.stream().map(Leaving::event).distinct().toList())
                .map(events -> events.stream().collect(toMap(Event::id, identity())));
    }

    private List<Optional<LeavingStore.Telling>> tellings(
            List<OutboxRow> rows, List<Optional<InviteStore.Leaving>> leaving, Map<UUID, Event> events) {
        return IntStream.range(0, rows.size())
                .mapToObj(i -> leaving.get(i).flatMap(one -> Optional.ofNullable(events.get(event(rows.get(i))))
                        .map(event -> telling(rows.get(i), Shown.of(event, one.attendance())))))
                .toList();
    }

    private LeavingStore.Telling telling(OutboxRow row, Shown shown) {
        return new LeavingStore.Telling(
                registration(row),
                row.sequence(),
                Optional.of(shown).filter(one -> tidings.wanted() == Invite.Wanted.REQUEST));
    }

    private List<JsonObject> kept(
            List<Optional<InviteStore.Leaving>> leaving, List<Optional<LeavingStore.Telling>> told) {
        return IntStream.range(0, leaving.size())
                .mapToObj(i -> leaving.get(i)
                        .map(one -> new Frozen(
                                        one.uid(),
                                        one.attendance(),
                                        now,
                                        one.was(),
                                        told.get(i).map(telling -> Shown.mark(telling.shown())))
                                .json())
                        .orElseGet(JsonObject::new))
                .toList();
    }
}
