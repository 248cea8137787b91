package nl.samenkomst.series;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventHook;
import nl.samenkomst.event.EventStore;
import nl.samenkomst.kit.db.Ids;
import nl.samenkomst.kit.time.Job;
import nl.samenkomst.registration.Arrival;
import nl.samenkomst.registration.Registrations;
import nl.samenkomst.spi.Attendance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers standing members for the dates whose turn has come, before everybody else and in their order. Every node asks what is due;
 * the lock on the event and the unique keys see to it that each is registered once.
 */
public final class Intake implements EventHook {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Pool pool;
    private final Registrations registrations;
    private final Ids ids;
    private final Clock clock;

    public Intake(Pool pool, Registrations registrations, Ids ids, Clock clock) {
        this.pool = pool;
        this.registrations = registrations;
        this.ids = ids;
        this.clock = clock;
    }

    /** What every node does each minute. */
    public Job job() {
        return new Job("registering standing members", EVERY, () -> run().mapEmpty());
    }

    /** Registers whoever is due for any date; the result is how many dates were looked at. */
    public Future<Integer> run() {
        return due(Optional.empty());
    }

    /** The same for one series, beside whatever else is done: nobody waits for it, and the next run does what it could not. */
    void soon(UUID series) {
        due(Optional.of(series))
                .onFailure(failure -> LOG.warn("members of series {} are registered a minute later", series, failure));
    }

    Future<Integer> due(Optional<UUID> series) {
        var now = clock.instant();
        return new DateStore(pool)
                .expect(series, now)
                .compose(expected -> new DateStore(pool).due(series, now))
                .compose(events -> each(events).map(events.size()));
    }

    private Future<Void> each(List<UUID> events) {
        var done = Future.<Void>succeededFuture();
        for (var event : events) {
            done = done.compose(before -> pool.withTransaction(tx -> taken(tx, event)));
        }
        return done;
    }

    private Future<Void> taken(SqlClient tx, UUID id) {
        return new EventStore(tx).lock(id).compose(found -> found.filter(this::comes)
                .map(event -> taken(tx, event))
                .orElseGet(Future::succeededFuture));
    }

    private boolean comes(Event event) {
        return event.published() && event.series().isPresent() && event.phase(clock.instant()) == Event.Phase.COMING;
    }

    private Future<Void> taken(SqlClient tx, Event event) {
        var store = new DateStore(tx);
        return store.missing(event)
                .compose(members -> members.isEmpty()
                        ? Future.succeededFuture(List.of())
                        : registrations.register(
                                tx,
                                members.stream().map(one -> arrival(one, event)).toList()))
                .compose(registered -> store.link(event))
                .compose(linked -> store.taken(event, clock.instant()));
    }

    private Arrival arrival(Member one, Event event) {
        var way = event.attendance().allows(one.attendance())
                ? one.attendance()
                : one.attendance().other();
        boolean meanwhile = way == Attendance.ON_SITE
                && one.ifFull() == IfFull.ONLINE
                && event.attendance().allows(Attendance.ONLINE);
        return new Arrival(
                ids.timed(),
                event.organisation(),
                event.id(),
                one.email().flatMap(nl.samenkomst.kit.mail.EmailAddress::typed),
                false,
                MemberStore.details(one, event.questionsVersion()),
                meanwhile ? Attendance.ONLINE : way,
                meanwhile,
                true,
                Optional.empty());
    }

    /** From the first moment a date is published it is known when everybody can register for it. */
    @Override
    public Future<Void> published(SqlClient tx, Event event) {
        return event.series()
                .map(one -> new DateStore(tx).expect(Optional.of(one.id()), clock.instant()))
                .orElseGet(Future::succeededFuture);
    }
}
