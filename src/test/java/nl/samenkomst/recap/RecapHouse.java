package nl.samenkomst.recap;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.samenkomst.account.Organisation;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.SomeStaff;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventPages;
import nl.samenkomst.event.EventShelf;
import nl.samenkomst.event.EventSources;
import nl.samenkomst.event.Formats;
import nl.samenkomst.event.NetworkPages;
import nl.samenkomst.event.PublicAgenda;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.event.SeatBoard;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.image.Pictures;
import nl.samenkomst.kit.mail.LetterTemplates;
import nl.samenkomst.kit.mail.Outbox;
import nl.samenkomst.kit.mail.Sender;
import nl.samenkomst.kit.plugin.PluginFolder;
import nl.samenkomst.kit.web.TestSite;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.NetworkShelf;
import nl.samenkomst.network.SampleNetwork;
import nl.samenkomst.registration.Hallway;
import nl.samenkomst.registration.RegistrationLetters;

/** The pages of recaps, an organisation with a network, and a facilitator who works there; a day after the sample event. */
final class RecapHouse implements AutoCloseable {

    static final Instant NOW = SampleEvent.START.plus(Duration.ofDays(1));

    private final TestDatabase database;
    private final TestSite site;
    private final String facilitator;
    final Organisation organisation;
    final Network network;
    final Event event;
    final RecapLetters letters;

    RecapHouse(TestDatabase database) {
        this.database = database;
        database.empty();
        var pool = database.pool();
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        var formats = Formats.load(PluginFolder.none());
        var shelf = new EventShelf(pool);
        var sources = new EventSources(new NetworkShelf(pool), new SeatBoard(pool), formats);
        var agenda = new PublicAgenda(pool, clock);
        var reading = new RecapReading(pool, sources, agenda, clock);
        var recaps = new Recaps(pool, new Outbox("samenkomst.example"), reading, clock);
        var photos = new Photos(pool, reading, clock);
        var pages = new RecapPages(shelf, reading);
        this.site = TestSite.serving(
                database,
                "http://localhost:8080",
                List.of("kit/web", "kit/i18n", "account", "network", "meeting", "event", "quote", "survey", "recap"),
                pages,
                new EventPages(shelf, sources, List.of(), pages, clock),
                new NetworkPages(agenda, sources, List.of(new LatestRecaps(pool, sources, agenda)), clock),
                new PhotoPages(pool, sources.networks(), photos),
                new DownloadPages(pool),
                new RecapDesks(
                        database.vertx(),
                        pool,
                        formats,
                        reading,
                        recaps,
                        photos,
                        new Pictures(database.vertx()),
                        clock),
                new LookbackDesk(pool, formats, clock));
        this.letters = new RecapLetters(
                pool,
                reading,
                new RegistrationLetters.Means(
                        LetterTemplates.compile(Path.of("mail-templates"), List.of(RecapLetters.LETTER)),
                        site.site().languages(),
                        new Hallway(database, NOW).registrations(),
                        sources,
                        new Sender("Elaa", "noreply@elaa.example"),
                        site.site().links()));
        var staff = new SomeStaff(pool);
        this.organisation = staff.organisation("org-" + UUID.randomUUID());
        this.network = SampleNetwork.in(pool, organisation);
        this.facilitator = staff.bearer(organisation, Role.FACILITATOR);
        this.event = SampleEvent.of(network)
                .slug("tafel")
                .area(network.areas().get(0).id())
                .in(pool);
    }

    /** Three people of two organisations were there, counted. */
    void counted() {
        var guests = new Guests(database.pool(), event);
        guests.seated("ada", "formal", "Elaa");
        guests.seated("bo", "informal", "Elaa");
        guests.come("cas", "informal", "De Schoor", "confirmed", "online", "unknown");
        Guests.counted(database.pool(), NOW);
    }

    String desk() {
        return "/organise/events/" + event.slug() + "/recap";
    }

    String page() {
        return "/events/" + event.slug() + "/recap";
    }

    /** As a stranger. */
    HttpResponse<String> visit(String path, String... headers) {
        return site.get(path, headers);
    }

    HttpResponse<String> visitAndPost(String path, Map<String, String> form) {
        return site.post(path, form);
    }

    HttpResponse<String> get(String path) {
        return site.get(path, "Authorization", facilitator);
    }

    /** What the page says, which must be there. */
    String reads(String path) {
        var answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    HttpResponse<String> post(String path, Map<String, String> form) {
        return site.post(path, form, "Authorization", facilitator);
    }

    HttpResponse<String> upload(String path, Map<String, String> form, String field, byte[] file) {
        return site.visitor().upload(path, form, field, file, "Authorization", facilitator);
    }

    /** Publishes with these results upon this version. */
    HttpResponse<String> publish(String results, long version) {
        return post(
                desk(),
                Map.of("version", Long.toString(version), "nl[intro]", "", "nl[results]", results, "do", "publish"));
    }

    void published() {
        assertThat(publish("De kaart hangt bij drie huisartsen.", 0).statusCode())
                .isEqualTo(303);
    }

    /** Runs a statement of a test's own. */
    List<Row> sql(String statement, Object... values) {
        return await(database.pool().preparedQuery(statement).execute(Tuple.from(values))).stream()
                .toList();
    }

    @Override
    public void close() {
        site.close();
    }
}
