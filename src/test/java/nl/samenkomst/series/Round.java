package nl.samenkomst.series;

import static nl.samenkomst.kit.db.Awaiting.await;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventHook;
import nl.samenkomst.event.Events;
import nl.samenkomst.event.Formats;
import nl.samenkomst.kit.db.Ids;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.plugin.PluginFolder;
import nl.samenkomst.kit.web.Links;
import nl.samenkomst.meeting.Providers;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.SampleNetwork;
import nl.samenkomst.network.Series;
import nl.samenkomst.registration.Hallway;
import nl.samenkomst.registration.PersonKeys;
import nl.samenkomst.registration.SeatsInvariant;
import nl.samenkomst.spi.Attendance;

/** A table of every six weeks on Thursday at seven, with twenty seats in the room, its members, and a clock that is moved by hand. */
final class Round {

    static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");

    final Hallway hallway;
    final Events events;
    final SeriesPlanning planning;
    final Intake intake;
    final Members members;
    final Network network;
    private final Pool pool;

    Round(TestDatabase database) {
        this(database, database.pool(), Optional.empty());
    }

    /** Another node, for the same network. */
    Round(TestDatabase database, Pool pool, Optional<Network> there) {
        var outbox = new Outbox("samenkomst.example");
        this.pool = pool;
        this.hallway = new Hallway(database, pool, NOW);
        var clock = hallway.clock();
        hallway.with(new MemberData(outbox, clock));
        this.intake = new Intake(pool, hallway.registrations(), new Ids(clock), clock);
        var hooks = new ArrayList<EventHook>(List.of(hallway.registrations(), intake));
        this.events = new Events(Formats.load(PluginFolder.none()), Providers.load(PluginFolder.none()), hooks, clock);
        this.planning = new SeriesPlanning(events, clock);
        var links = new Links(URI.create("http://localhost"), "secret".getBytes(StandardCharsets.UTF_8));
        this.members = new Members(pool, hallway.registrations(), intake, outbox, new PersonKeys(links), clock);
        this.network = there.orElseGet(() -> SampleNetwork.in(database.pool()));
    }

    JsonObject json() {
        return json(network);
    }

    static JsonObject json(Network network) {
        return new JsonObject()
                .put("network", network.slug())
                .put("area", "haven")
                .put("format", "wijktafel")
                .put("title", "Wijktafel Haven")
                .put("timeZone", "Europe/Amsterdam")
                .put("time", "19:00")
                .put("minutes", 120)
                .put("language", "nl")
                .put("attendance", "hybrid")
                .put("venue", new JsonObject().put("name", "De Schoor"))
                .put("meeting", new JsonObject().put("provider", "link").put("url", "https://meet.example/tafel"))
                .put("capacity", new JsonObject().put("onSite", 2))
                .put("contact", new JsonObject().put("name", "Sanne de Wit").put("email", "sanne@elaa.example"));
    }

    Series series() {
        return series(json());
    }

    Series series(JsonObject json) {
        return await(pool.withTransaction(tx -> planning.create(tx, network.organisation(), json)));
    }

    /** Its dates, published, in this order. */
    List<Event> dates(Series series, LocalDate... dates) {
        return await(pool.withTransaction(tx -> planning.make(tx, series, List.of(dates), true)));
    }

    Member join(Series series, String name) {
        return join(series, name, Attendance.ON_SITE, IfFull.WAIT);
    }

    Member join(Series series, String name, Attendance way, IfFull ifFull) {
        return await(pool.withTransaction(
                tx -> members.join(tx, member(series, name, way, ifFull), true, Optional.empty())));
    }

    static Member member(Series series, String name, Attendance way, IfFull ifFull) {
        return new Member(
                UUID.randomUUID(),
                series.organisation(),
                series.id(),
                Optional.of(Hallway.address(name).text()),
                Optional.of(name),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "nl",
                way,
                ifFull,
                Optional.empty(),
                Optional.empty(),
                1,
                NOW);
    }

    int runs() {
        return await(intake.run());
    }

    /** Who is registered for a date, as {@code "Ada confirmed on_site"}, in their order. */
    List<String> registered(Event event) {
        SeatsInvariant.holds(pool);
        return lines("""
                select coalesce(name, '-') || ' ' || status || ' ' || attendance
                  from registration where event_id = $1 order by place, id
                """, event.id());
    }

    List<String> letters(Member one) {
        return lines(
                "select letter from outbox where (ids ->> 'member')::uuid = $1 and state = 'waiting' order by id",
                one.id());
    }

    private List<String> lines(String query, UUID id) {
        return await(pool.preparedQuery(query).execute(Tuple.of(id)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> row.getString(0))
                .toList()));
    }

    Event now(Event event) {
        return await(new nl.samenkomst.event.EventStore(pool).find(event.id())).orElseThrow();
    }
}
