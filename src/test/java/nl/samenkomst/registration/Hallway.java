package nl.samenkomst.registration;

import static nl.samenkomst.kit.db.Awaiting.await;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import nl.samenkomst.event.Event;
import nl.samenkomst.kit.db.Ids;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.mail.EmailAddress;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.rule.PersonalData;
import nl.samenkomst.kit.web.Links;
import nl.samenkomst.spi.Attendance;

/** The registration room as a test uses it: a clock that is moved by hand, hooks that remember, and people by their first names. */
public final class Hallway {

    /** What the hooks were told, in order: {@code "taken Ada"}. */
    public final List<String> news = Collections.synchronizedList(new ArrayList<>());

    private final TestDatabase database;
    private final Pool pool;
    private final MovedClock clock = new MovedClock();
    private final Ids ids = new Ids(clock);
    private final List<SeatHook> hooks = new ArrayList<>(List.of(new Remembering()));
    private final List<PersonalData> personal = new ArrayList<>();
    private Registrations registrations;

    public Hallway(TestDatabase database, Instant now) {
        this(database, database.pool(), now);
    }

    /** Another node, with a pool of its own. */
    public Hallway(TestDatabase database, Pool pool, Instant now) {
        this.database = database;
        this.pool = pool;
        clock.now = now;
        registrations = make();
    }

    private Registrations make() {
        return new Registrations(new Registrations.Surroundings(
                database.vertx(),
                pool,
                pool,
                clock,
                hooks,
                personal,
                new Outbox("samenkomst.example"),
                format -> Pace.USUAL,
                WaitingRoom.BOUNDED,
                new PersonKeys(new Links(URI.create("http://localhost"), "secret".getBytes(StandardCharsets.UTF_8))),
                event -> {}));
    }

    public Hallway with(SeatHook hook) {
        hooks.add(hook);
        registrations = make();
        return this;
    }

    public Hallway with(PersonalData room) {
        personal.add(room);
        registrations = make();
        return this;
    }

    public Registrations registrations() {
        return registrations;
    }

    /** The clock that is moved by hand. */
    public Clock clock() {
        return clock;
    }

    public void moveTo(Instant moment) {
        clock.now = moment;
    }

    public void pass(Duration time) {
        clock.now = clock.now.plus(time);
    }

    /** Somebody who wants to attend in this way, with the address {@code name@mail.example}. */
    public Arrival arrival(Event event, String name, Attendance way) {
        return new Arrival(
                ids.timed(),
                event.organisation(),
                event.id(),
                Optional.of(address(name)),
                false,
                new Arrival.Details(
                        name, Optional.empty(), Optional.empty(), Optional.empty(), "nl", 1, new JsonObject()),
                way,
                false,
                false,
                Optional.empty());
    }

    public static EmailAddress address(String name) {
        return new EmailAddress(name.toLowerCase(Locale.ROOT) + "@mail.example");
    }

    /** The same, wanting the other way too. */
    static Arrival wantingOther(Arrival one) {
        return new Arrival(
                one.id(),
                one.organisation(),
                one.event(),
                one.email(),
                one.shared(),
                one.details(),
                one.attendance(),
                true,
                one.admitted(),
                one.request());
    }

    static Arrival admitted(Arrival one) {
        return new Arrival(
                one.id(),
                one.organisation(),
                one.event(),
                one.email(),
                one.shared(),
                one.details(),
                one.attendance(),
                one.wantsOther(),
                true,
                one.request());
    }

    static Arrival shared(Arrival one) {
        return new Arrival(
                one.id(),
                one.organisation(),
                one.event(),
                one.email(),
                true,
                one.details(),
                one.attendance(),
                one.wantsOther(),
                one.admitted(),
                one.request());
    }

    static Arrival request(Arrival one, String key, String body) {
        return new Arrival(
                one.id(),
                one.organisation(),
                one.event(),
                one.email(),
                one.shared(),
                one.details(),
                one.attendance(),
                one.wantsOther(),
                one.admitted(),
                Optional.of(new Arrival.Request(key, Buffer.buffer(body))));
    }

    public Registration register(Event event, String name, Attendance way) {
        return entered(arrival(event, name, way));
    }

    public Registration register(Event event, String name) {
        return register(event, name, Attendance.ON_SITE);
    }

    Registration entered(Arrival arrival) {
        return ((Outcome.Registered) arrive(arrival)).registration();
    }

    public Outcome arrive(Arrival arrival) {
        return await(registrations.register(arrival));
    }

    /** As it stands in the database. */
    public Registration now(Registration one) {
        return await(registrations.find(one.id())).orElseThrow();
    }

    /** The letters laid ready, as {@code "waiting ada@mail.example"}, oldest first; those overtaken are not in it. */
    List<String> letters() {
        return await(pool.query("select letter, recipient from outbox where state = 'waiting' order by id")
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString(0).replace("registration/", "") + " " + row.getString(1))
                        .toList()));
    }

    private final class Remembering implements SeatHook {

        @Override
        public Future<Void> seatsTaken(SqlClient tx, List<Registration> registrations) {
            return remember("taken", registrations);
        }

        @Override
        public Future<Void> seatsFreed(SqlClient tx, List<Registration> registrations) {
            return remember("freed", registrations);
        }

        @Override
        public Future<Void> seatsChanged(SqlClient tx, List<Registration> registrations) {
            return remember("changed", registrations);
        }

        private Future<Void> remember(String what, List<Registration> registrations) {
            registrations.forEach(one -> news.add(what + " " + one.name().orElse("?")));
            return Future.succeededFuture();
        }
    }

    /** Stands still until it is moved. */
    private static final class MovedClock extends Clock {

        private volatile Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
