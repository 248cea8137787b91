package nl.samenkomst.registration;

import static nl.samenkomst.kit.db.Awaiting.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventPages;
import nl.samenkomst.event.EventShelf;
import nl.samenkomst.event.EventSources;
import nl.samenkomst.event.Formats;
import nl.samenkomst.event.ProgrammePages;
import nl.samenkomst.event.PublicAgenda;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.event.SeatBoard;
import nl.samenkomst.kit.db.Ids;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.plugin.PluginFolder;
import nl.samenkomst.kit.web.Idempotency;
import nl.samenkomst.kit.web.TestSite;
import nl.samenkomst.kit.web.Throttle;
import nl.samenkomst.network.NetworkShelf;

/** The pages and calls by which people register, on a site of their own, a month before the sample event. */
final class Reception implements AutoCloseable {

    static final Instant NOW = SampleEvent.START.minusSeconds(30 * 24 * 3600);

    private static final String ADDRESS = "http://localhost:8080";
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    final TestSite site;
    final Registrations registrations;
    final Invitees invitees;
    private final TestDatabase database;

    /** @param limits whether calls from one address are counted */
    Reception(TestDatabase database, boolean limits) {
        this.database = database;
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        var pool = database.pool();
        var links = TestSite.links(ADDRESS);
        var outbox = new Outbox("samenkomst.example");
        var shelf = new EventShelf(pool);
        var board = new SeatBoard(pool);
        var formats = Formats.load(PluginFolder.open(Path.of("target/no-plugins")));
        var sources = new EventSources(new NetworkShelf(pool), board, formats);
        this.registrations = new Registrations(new Registrations.Surroundings(
                database.vertx(),
                pool,
                pool,
                clock,
                List.of(),
                List.of(),
                outbox,
                format -> Pace.USUAL,
                WaitingRoom.BOUNDED,
                new PersonKeys(links),
                board::forget));
        this.invitees = new Invitees(pool, outbox, links, clock);
        var entrance = new Entrance(registrations, invitees, new Throttle(pool, links, limits), new Ids(clock));
        var sheet = new FormSheet(sources);
        var pages = new EventPages(shelf, sources, List.of(new FormPanel(sheet, invitees)), clock);
        var agenda = new PublicAgenda(pool, clock);
        var programmeSheet = new ProgrammeSheet(sources, agenda, clock);
        var programmePages = new ProgrammePages(agenda, sources, List.of(programmeSheet), clock);
        this.site = TestSite.serving(
                database,
                ADDRESS,
                List.of("kit/web", "kit/i18n", "account", "event", "registration"),
                pages,
                new RegistrationPages(shelf, sources, pages, sheet, entrance),
                new LinkPages(shelf, sources, pages, entrance, invitees),
                programmePages,
                new ProgrammeEntrance(programmePages, programmeSheet, entrance),
                new RegistrationApi(pool, sources, registrations),
                new InviteeApi(pool, invitees, new Idempotency(pool, clock), new Ids(clock)),
                new RegisterApi(shelf, sources, sheet, entrance));
    }

    /** What somebody fills in who makes no mistake. */
    static Map<String, String> filled(String name) {
        var form = new LinkedHashMap<String, String>();
        form.put("attendance", "on_site");
        form.put("name", name);
        form.put("email", name.toLowerCase(java.util.Locale.ROOT) + "@mail.example");
        form.put("sector", "informal");
        return form;
    }

    HttpResponse<String> page(Event event) {
        return site.get("/events/" + event.slug());
    }

    static String token(HttpResponse<String> page) {
        var found = TOKEN.matcher(page.body());
        if (!found.find()) {
            throw new AssertionError("no form on this page: " + page.body());
        }
        return found.group(1);
    }

    /** Opens the page, fills in the form and sends it. */
    HttpResponse<String> send(Event event, Map<String, String> form) {
        return send(event, form, token(page(event)));
    }

    HttpResponse<String> send(Event event, Map<String, String> form, String token) {
        var whole = new LinkedHashMap<>(form);
        whole.put("token", token);
        return site.post("/events/" + event.slug() + "/registrations", whole);
    }

    HttpResponse<String> call(Event event, String json, String... headers) {
        return site.visitor().json("POST", "/api/v1/events/" + event.slug() + "/registrations", json, headers);
    }

    /** Who is registered, as {@code "Ada confirmed on_site"}, by place. */
    List<String> registered(Event event) {
        return await(database.pool()
                .preparedQuery(
                        "select name, status, attendance from registration where event_id = $1 order by created_at, id")
                .execute(io.vertx.sqlclient.Tuple.of(event.id()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString(0) + " " + row.getString(1) + " " + row.getString(2))
                        .toList()));
    }

    @Override
    public void close() {
        site.close();
    }
}
