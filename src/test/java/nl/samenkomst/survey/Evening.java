package nl.samenkomst.survey;

import static nl.samenkomst.kit.db.Awaiting.await;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventShelf;
import nl.samenkomst.event.EventSources;
import nl.samenkomst.event.Formats;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.event.SeatBoard;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.i18n.Languages;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.plugin.PluginFolder;
import nl.samenkomst.kit.web.Links;
import nl.samenkomst.kit.web.Panel;
import nl.samenkomst.kit.web.Shown;
import nl.samenkomst.kit.web.TestSite;
import nl.samenkomst.kit.web.Throttle;
import nl.samenkomst.network.NetworkShelf;
import nl.samenkomst.registration.Hallway;
import nl.samenkomst.registration.Registration;

/** A wijktafel of an evening and what follows it: people by their first names, a clock that is moved by hand, and the survey's pages. */
public final class Evening implements AutoCloseable {

    public static final Instant START = SampleEvent.START;

    /** Nine o'clock in the evening where they met. */
    public static final Instant END = START.plusSeconds(2 * 3600);

    private static final String ADDRESS = "http://localhost:8080";
    private static final List<String> ROOMS =
            List.of("kit/web", "kit/i18n", "account", "event", "registration", "survey");
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    public final Hallway hall;
    public final Surveys surveys;
    public final AskingJob job;
    public final TestSite site;

    /** About which events it was told that there is something new. */
    final List<UUID> hints = Collections.synchronizedList(new ArrayList<>());

    /** What was offered next to those who had answered. */
    final List<Sent> offered = Collections.synchronizedList(new ArrayList<>());

    private final TestDatabase database;
    private final Links links = TestSite.links(ADDRESS);

    public Evening(TestDatabase database) {
        this.database = database;
        this.hall = new Hallway(database, START.minusSeconds(30 * 24 * 3600)).with(new SurveyData(outbox()));
        var formats = Formats.load(PluginFolder.none());
        var languages = new Languages(ROOMS);
        var pool = database.pool();
        this.surveys = new Surveys(formats, languages, hall.clock(), hints::add);
        this.job = new AskingJob(pool, surveys, formats, outbox(), hall.clock());
        var sources = new EventSources(new NetworkShelf(pool), new SeatBoard(pool), formats);
        var doors = new FeedbackDoors(
                new FeedbackDoors.Means(
                        database.vertx(),
                        pool,
                        new EventShelf(pool),
                        sources,
                        new Throttle(pool, links, true),
                        hints::add,
                        hall.clock()),
                List.of(remembering()));
        this.site =
                TestSite.serving(database, ADDRESS, ROOMS, doors, new ScreenDesk(pool, surveys, sources, hall.clock()));
    }

    private static Outbox outbox() {
        return new Outbox("samenkomst.example");
    }

    /** What a panel of this test shows to those who have answered. */
    public record Offered(List<String> said) {}

    private Panel<Sent> remembering() {
        return (things, visit) -> {
            offered.addAll(things);
            return Future.succeededFuture(things.stream()
                    .collect(Collectors.toMap(
                            sent -> sent, sent -> new Shown(0, "sent", "survey/offered", new Offered(sent.words())))));
        };
    }

    /** The sample event, with people in the room; the evening is over and they are asked. */
    Event asked(String... people) {
        var event = held(people);
        over();
        return event;
    }

    Event held(String... people) {
        var event = SampleEvent.somewhere(database.pool()).in(database.pool());
        for (var name : people) {
            hall.register(event, name);
        }
        return event;
    }

    /** It is nine o'clock and a little, and the clock's work is done. */
    void over() {
        at(END.plusSeconds(10));
    }

    void at(Instant moment) {
        hall.moveTo(moment);
        await(job.run());
    }

    Survey survey(Event event) {
        return await(new SurveyStore(database.pool()).ofEvent(event.id())).orElseThrow();
    }

    Survey opened(Event event) {
        return await(database.pool().withTransaction(tx -> surveys.open(tx, event)));
    }

    Registration person(Event event, String name) {
        var id = await(database.pool()
                .preparedQuery("select id from registration where event_id = $1 and name = $2")
                .execute(Tuple.of(event.id(), name))
                .map(rows -> rows.iterator().next().getUUID("id")));
        return await(hall.registrations().find(id)).orElseThrow();
    }

    String link(Event event, String name) {
        return AskedTarget.path(links, person(event, name));
    }

    /** Opens the page, fills in these answers and sends it. */
    HttpResponse<String> send(String path, Map<String, String> answers) {
        var page = site.get(path, "Accept-Language", "nl");
        return send(path, page, answers);
    }

    HttpResponse<String> send(String path, HttpResponse<String> page, Map<String, String> answers) {
        var form = new LinkedHashMap<String, String>();
        form.put("token", token(page));
        form.put("version", "1");
        answers.forEach((question, value) ->
                form.put(question.contains("!") ? question.replace("!", "") : "answers[" + question + "]", value));
        int query = path.indexOf("?code=");
        if (query > 0) {
            form.put("code", path.substring(query + 6));
        }
        return site.post(query > 0 ? path.substring(0, query) : path, form, "Accept-Language", "nl");
    }

    static String token(HttpResponse<String> page) {
        var found = TOKEN.matcher(page.body());
        if (!found.find()) {
            throw new AssertionError("no form on this page: " + page.body());
        }
        return found.group(1);
    }

    /** Where one answers in the room. */
    String room(Event event) {
        return RoomFeedback.path(event, survey(event).code().orElseThrow());
    }

    /** Somebody in the room answers on a device of theirs. */
    HttpResponse<String> phone(Event event, String device, Map<String, String> answers) {
        var all = new LinkedHashMap<>(answers);
        all.put("!device", (device + "-0123456789abcdef"));
        return send(room(event), all);
    }

    /** The answers of a survey, as {@code "rating 4 shown"}, by question and value. */
    List<String> answers(Event event) {
        return rows("""
                select question || ' ' || value || case when shown then ' shown' else '' end
                  from answer where survey_id = $1 order by 1
                """, survey(event).id());
    }

    /** Letters laid ready, as {@code "invitation ada@mail.example"}. */
    List<String> letters(Event event) {
        return rows("""
                select replace(letter, 'survey/', '') || ' ' || recipient
                  from outbox
                 where letter like 'survey/%' and state = 'waiting' and ids ->> 'event' = $1::uuid::text
                 order by id
                """, event.id());
    }

    List<String> rows(String query, UUID id) {
        return await(database.pool().preparedQuery(query).execute(Tuple.of(id)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> String.valueOf(row.getValue(0)))
                .toList()));
    }

    void sql(String statement, Object... values) {
        await(database.pool().preparedQuery(statement).execute(Tuple.from(values)));
    }

    @Override
    public void close() {
        site.close();
    }
}
