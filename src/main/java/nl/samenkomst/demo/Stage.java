package nl.samenkomst.demo;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.Events;
import nl.samenkomst.event.Formats;
import nl.samenkomst.kit.db.Ids;
import nl.samenkomst.network.Area;
import nl.samenkomst.network.Network;
import nl.samenkomst.registration.Arrival;
import nl.samenkomst.registration.Invitees;
import nl.samenkomst.registration.Outcome;
import nl.samenkomst.registration.Registrations;
import nl.samenkomst.spi.Attendance;
import nl.samenkomst.spi.EventFormat.Asked;
import nl.samenkomst.spi.Question;

/** Plays one network's scenes as its organisers and participants would: planned, published, registered for. */
final class Stage {

    private static final Duration ANNOUNCED_BEFORE = Duration.ofDays(28);
    /** People register in waves: when it is announced, when they are reminded, and at the last moment. */
    private static final List<Duration> WAVES =
            List.of(Duration.ofHours(20 * 24 + 5), Duration.ofHours(10 * 24 + 3), Duration.ofHours(49));

    private final Tools tools;
    private final SqlClient tx;
    private final Network network;
    private final Cast cast;

    /** The verbs that are used, and the clock that they all read. */
    record Tools(
            Events events,
            Registrations registrations,
            Invitees invitees,
            Formats formats,
            Ids ids,
            StageClock clock,
            Instant now) {}

    Stage(Tools tools, SqlClient tx, Network network) {
        this.tools = tools;
        this.tx = tx;
        this.network = network;
        this.cast = Cast.of(network.slug());
    }

    /** One after the other, the earliest first. */
    Future<Void> play(List<Scene> scenes) {
        var all = Future.<Void>succeededFuture();
        for (int at = 0; at < scenes.size(); at++) {
            var scene = scenes.get(at);
            int table = at;
            all = all.compose(done -> play(scene, table));
        }
        return all;
    }

    private Future<Void> play(Scene scene, int table) {
        // What has been was filled before it began; what comes, until today.
        var until = scene.start().isBefore(tools.now()) ? scene.start() : tools.now();
        tools.clock().set(until.minus(ANNOUNCED_BEFORE));
        return tools.events()
                .create(tx, network.organisation(), scene.event())
                .compose(draft -> invite(draft).map(draft))
                .compose(draft -> tools.events().publish(tx, draft.id()))
                .compose(event -> fill(event, scene, until, table));
    }

    private Future<Void> invite(Event draft) {
        var all = Future.<Void>succeededFuture();
        for (var person : draft.closed() ? Cast.steering() : List.<Person>of()) {
            all = all.compose(done -> tools.invitees()
                    .add(tx, draft, tools.ids().random(), person.email(), Optional.of(person.name()))
                    .mapEmpty());
        }
        return all;
    }

    private Future<Void> fill(Event event, Scene scene, Instant until, int table) {
        var arrivals = event.closed() ? steering(event, scene) : visitors(event, scene, table);
        int wave = (arrivals.size() + WAVES.size() - 1) / WAVES.size();
        var all = Future.<Void>succeededFuture();
        for (int at = 0; at < arrivals.size(); at += wave) {
            var those = arrivals.subList(at, Math.min(arrivals.size(), at + wave));
            var moment = until.minus(WAVES.get(at / wave));
            all = all.compose(done -> register(those, moment));
        }
        return scene.shut()
                ? all.compose(done -> tools.events().open(tx, event.id(), false).mapEmpty())
                : all;
    }

    private Future<Void> register(List<Arrival> arrivals, Instant moment) {
        tools.clock().set(moment);
        return tools.registrations()
                .register(tx, arrivals)
                .map(outcomes -> outcomes.stream().map(Outcome::answerOrRefusal).toList())
                .mapEmpty();
    }

    private List<Arrival> steering(Event event, Scene scene) {
        return Cast.steering().stream()
                .limit(scene.guests().steering())
                .map(person -> arrival(
                        event,
                        person,
                        event.attendance().allows(Attendance.ON_SITE) ? Attendance.ON_SITE : Attendance.ONLINE,
                        false))
                .toList();
    }

    /** First who fill the room, then who find it full. */
    private List<Arrival> visitors(Event event, Scene scene, int table) {
        var guests = scene.guests();
        var area = event.area().flatMap(network::area).map(Area::slug);
        var people = cast.at(area, table, guests.all());
        int full = guests.onSite();
        int wanting = full + guests.wants();
        int waiting = wanting + guests.waiting();
        var arrivals = new ArrayList<Arrival>();
        for (int at = 0; at < people.size(); at++) {
            boolean wants = at >= full && at < wanting;
            boolean online = wants || at >= waiting;
            arrivals.add(arrival(event, people.get(at), online ? Attendance.ONLINE : Attendance.ON_SITE, wants));
        }
        return arrivals;
    }

    private Arrival arrival(Event event, Person person, Attendance way, boolean wants) {
        return new Arrival(
                tools.ids().timed(),
                event.organisation(),
                event.id(),
                Optional.of(person.email()),
                false,
                details(event, person),
                way,
                wants,
                event.closed(),
                Optional.empty());
    }

    /** Nobody tells what was not asked. */
    private Arrival.Details details(Event event, Person person) {
        var asks = tools.formats().find(event.format()).orElseThrow().asks();
        Optional<UUID> area = person.area().flatMap(network::area).map(Area::id);
        return new Arrival.Details(
                person.name(),
                person.organisation(),
                Optional.of(person.sector()).filter(sector -> asks.contains(Asked.SECTOR)),
                area.filter(id -> asks.contains(Asked.AREA)),
                "nl",
                event.questionsVersion(),
                answers(event.questions(), person.number()));
    }

    private static JsonObject answers(List<Question> questions, int number) {
        var answers = new JsonObject();
        for (var question : questions) {
            switch (question.kind()) {
                case YES_NO -> answers.put(question.id(), number % 3 != 0);
                case ONE_OF -> answers.put(question.id(), choice(question, number));
                case SEVERAL_OF -> answers.put(question.id(), new JsonArray().add(choice(question, number)));
                case NUMBER -> answers.put(question.id(), number % 17 + 1);
                // Most people leave an empty box empty.
                case TEXT, LONG_TEXT -> {}
            }
        }
        return answers;
    }

    private static String choice(Question question, int number) {
        return question.choices().get(number % question.choices().size());
    }
}
