package nl.samenkomst.recap;

import static java.time.ZoneOffset.UTC;
import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.samenkomst.account.Organisation;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.SomeStaff;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventSources;
import nl.samenkomst.event.Formats;
import nl.samenkomst.event.NetworkPages;
import nl.samenkomst.event.PublicAgenda;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.event.SeatBoard;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.plugin.PluginFolder;
import nl.samenkomst.kit.web.TestSite;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.NetworkShelf;
import nl.samenkomst.network.SampleNetwork;
import nl.samenkomst.spi.Gathering;

/** The pages of a network's year, late in that year, with a table in March to which three people came, and an organiser. */
final class ReviewHouse implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-12-20T12:00:00Z");
    static final Instant MARCH = Instant.parse("2026-03-05T18:00:00Z");

    private final TestDatabase database;
    private final TestSite site;
    private final Organisation ours;
    private final String organiser;
    final Network network;
    final Event march;

    ReviewHouse(TestDatabase database) {
        this.database = database;
        database.empty();
        var pool = database.pool();
        var clock = Clock.fixed(NOW, UTC);
        var sources = new EventSources(new NetworkShelf(pool), new SeatBoard(pool), Formats.load(PluginFolder.none()));
        var agenda = new PublicAgenda(pool, clock);
        var reviews = new ReviewSources(pool, sources, agenda, clock);
        this.site = TestSite.serving(
                database,
                "http://localhost:8080",
                List.of("kit/web", "kit/i18n", "account", "network", "event", "recap"),
                new ReviewPages(reviews),
                new ReviewDesk(pool, reviews),
                new ReviewYears(pool),
                new NetworkPages(agenda, sources, List.of(new ReviewPanel(pool, sources)), clock));
        var staff = new SomeStaff(pool);
        this.ours = staff.organisation("org-" + UUID.randomUUID());
        this.organiser = staff.bearer(ours, Role.ORGANISER);
        this.network = SampleNetwork.in(pool, ours);
        this.march = table(MARCH, Gathering.ON_SITE);
        var guests = new Guests(pool, march);
        guests.seated("ada", "formal", "Elaa");
        guests.seated("bo", "informal", "Buren voor Buren");
        guests.seated("cas", "informal", "De Moestuin");
        counted();
    }

    Event table(Instant start, Gathering gathering) {
        return SampleEvent.of(network)
                .area(network.areas().get(0).id())
                .attendance(gathering)
                .start(start)
                .in(database.pool());
    }

    void counted() {
        Guests.counted(database.pool(), NOW);
    }

    void outdoors(Event event) {
        await(database.pool()
                .preparedQuery("update event set venue = $2 where id = $1")
                .execute(Tuple.of(event.id(), new JsonObject().put("name", "Boomgaard, buiten"))));
    }

    void rename(Event event, String title) {
        await(database.pool()
                .preparedQuery("update event_text set title = $2 where event_id = $1")
                .execute(Tuple.of(event.id(), title)));
    }

    void recap(Event event, String result) {
        await(database.pool().preparedQuery("""
                        insert into recap (event_id, organisation_id, words, published_at)
                        values ($1, $2, jsonb_build_object('nl', jsonb_build_object('results', jsonb_build_array($3::text))), now())
                        """).execute(Tuple.of(event.id(), event.organisation(), result)));
    }

    void reached(int year, String sector, int people) {
        await(database.pool()
                .preparedQuery(
                        "insert into reach (network_id, year, sector, people, organisations) values ($1, $2, $3, $4, 0)")
                .execute(Tuple.of(network.id(), year, sector, people)));
    }

    void execute(String statement) {
        await(database.pool().query(statement).execute());
    }

    List<String> log() {
        return await(database.pool().query("select verb from audit order by id").execute()).stream()
                .map(row -> row.getString(0))
                .toList();
    }

    String page(int year) {
        return pages() + year;
    }

    String pages() {
        return "/networks/" + network.slug() + "/review/";
    }

    String years() {
        return "/organise/networks/" + network.slug() + "/review";
    }

    String path(String year) {
        return years() + "/" + year;
    }

    HttpResponse<String> desk(String year) {
        return site.get(path(year), "Authorization", organiser);
    }

    String get(String path) {
        var answer = site.get(path, "Authorization", organiser);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    void publish(Map<String, String> typed) {
        var form = new HashMap<>(typed);
        form.put("version", "0");
        form.put("then", "publish");
        var answer = save(form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }

    HttpResponse<String> save(Map<String, String> typed) {
        return send(path("2026"), typed);
    }

    HttpResponse<String> send(String path, Map<String, String> typed) {
        return site.post(path, typed, "Authorization", organiser);
    }

    /** Approved words with consent for the review of a year; their id. */
    UUID quote(String words, String role) {
        var id = UUID.randomUUID();
        await(database.pool().preparedQuery("""
                        insert into quote (id, organisation_id, event_id, status, approved_at, created_at)
                        values ($1, $2, $3, 'approved', now(), now())
                        """).execute(Tuple.of(id, network.organisation(), march.id())));
        await(database.pool().preparedQuery("""
                        insert into wording (quote_id, version, words, attribution, role, scopes, language, by, made_at, consented_at)
                        values ($1, 1, $2, 'role', $3, '{review}', 'nl', 'author', now(), now())
                        """).execute(Tuple.of(id, words, role)));
        return id;
    }

    /** Taken in March, told in these words; its id. */
    UUID photo(String alt) {
        var id = UUID.randomUUID();
        await(database.pool().preparedQuery("""
                        insert into photo (id, organisation_id, event_id, position, type, bytes, digest, width, height, alt, basis,
                                           created_at)
                        values ($1, $2, $3, 1, 'image/png', '', '', 16, 9, $4, 'notice', now())
                        """).execute(Tuple.of(id, network.organisation(), march.id(), alt)));
        return id;
    }

    HttpResponse<String> visit(String path) {
        return site.get(path);
    }

    HttpResponse<String> getAs(Role role, String path) {
        return site.get(path, "Authorization", new SomeStaff(database.pool()).bearer(ours, role));
    }

    HttpResponse<String> postAs(Role role, String path) {
        var bearer = new SomeStaff(database.pool()).bearer(ours, role);
        return site.post(path, Map.of("version", "0"), "Authorization", bearer);
    }

    @Override
    public void close() {
        site.close();
    }
}
