package nl.samenkomst.calendar;

import static java.util.function.Function.identity;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventStore;
import nl.samenkomst.kit.lane.Lane;
import nl.samenkomst.registration.Registration;
import nl.samenkomst.registration.RegistrationStore;

/**
 * Reads and writes down what letters tell of, for many letters in one statement. Nothing is kept: what is given was read after it was
 * asked for, so no letter tells of a state before its own.
 */
final class Together {

    private static final int TOGETHER = 64;
    private static final int WAITING = 4_096;

    private final Occasions occasions;
    private final Lane<UUID, Optional<Registration>> registrations;
    private final Lane<UUID, Optional<Event>> events;
    private final Lane<LeavingStore.Telling, Boolean> telling;

    /** @param sql the pool */
    Together(SqlClient sql, Occasions occasions) {
        var store = new LeavingStore(sql);
        this.occasions = occasions;
        this.registrations = read(ids -> new RegistrationStore(sql).findAll(ids), Registration::id);
        this.events = read(ids -> new EventStore(sql).all(ids), Event::id);
        this.telling = lane(shown -> store.shows(shown).map(done -> Collections.nCopies(shown.size(), true)));
    }

    private static <T> Lane<UUID, Optional<T>> read(Function<List<UUID>, Future<List<T>>> read, Function<T, UUID> id) {
        return lane(ids -> read.apply(ids.stream().distinct().toList()).map(found -> inOrder(ids, found, id)));
    }

    private static <I, O> Lane<I, O> lane(Function<List<I>, Future<List<O>>> statement) {
        return new Lane<>(
                statement,
                failure -> false,
                () -> new IllegalStateException("more letters under way than can be"),
                TOGETHER,
                WAITING);
    }

    private static <T> List<Optional<T>> inOrder(List<UUID> ids, List<T> found, Function<T, UUID> id) {
        Map<UUID, T> known = found.stream().collect(Collectors.toMap(id, identity()));
        return ids.stream().map(one -> Optional.ofNullable(known.get(one))).toList();
    }

    /** See {@link LeavingStore#shows}. */
    Future<Void> shows(LeavingStore.Telling told) {
        return telling.enter(told).mapEmpty();
    }

    Future<Optional<Registration>> registration(UUID id) {
        return registrations.enter(id);
    }

    Future<Optional<Occasion>> occasion(UUID event) {
        return events.enter(event)
                .compose(found -> found.map(one -> occasions.round(one).map(Optional::of))
                        .orElseGet(() -> Future.succeededFuture(Optional.empty())));
    }
}
