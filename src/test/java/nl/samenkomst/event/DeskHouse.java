package nl.samenkomst.event;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.account.Organisation;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.SomeStaff;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.mail.Written;
import nl.samenkomst.kit.plugin.PluginFolder;
import nl.samenkomst.kit.web.TestSite;
import nl.samenkomst.meeting.Providers;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.NetworkShelf;
import nl.samenkomst.network.SampleNetwork;

/** The pages that events are planned on, an organisation with a network, and an organiser who works there; a week before the sample event. */
final class DeskHouse implements AutoCloseable {

    static final Instant NOW = SampleEvent.START.minus(Duration.ofDays(7));

    private final TestDatabase database;
    private final TestSite site;
    final Organisation organisation;
    final Network network;
    private final String organiser;

    DeskHouse(TestDatabase database) {
        this.database = database;
        database.empty();
        var pool = database.pool();
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        var formats = Formats.load(PluginFolder.none());
        var providers = Providers.load(PluginFolder.none());
        var events = new Events(formats, providers, List.of(), clock);
        var deeds = new EventDeeds(pool, events, new EventShelf(pool));
        var sources = new EventSources(new NetworkShelf(pool), new SeatBoard(pool), formats);
        LetterPreview letters = asked -> Future.succeededFuture(
                Optional.of(new Written("Onderwerp", "De eerste zin.\n\nDe rest.", "<p>De eerste zin.</p>")));
        SeatHolders holders =
                (event, way, number) -> Future.succeededFuture(List.of(Optional.of("Grace"), Optional.<String>empty()));
        this.site = TestSite.serving(
                database,
                "http://localhost:8080",
                List.of("kit/web", "kit/i18n", "account", "network", "meeting", "event"),
                new EventsDesk(pool, formats, clock),
                new NewEventDesk(deeds, formats, providers, clock),
                new EventDesk(pool, formats, clock),
                new EditEventDesk(deeds, formats, providers, letters, holders, clock),
                new PreviewDesk(new EventPages(deeds.shelf(), sources, List.of(), clock), letters),
                new StatusDesk(pool, deeds, formats, clock));
        var staff = new SomeStaff(pool);
        this.organisation = staff.organisation("org-" + UUID.randomUUID());
        this.network = SampleNetwork.in(pool, organisation);
        this.organiser = staff.bearer(organisation, Role.ORGANISER);
    }

    /** What the page says, which must be there. */
    String reads(String path) {
        var answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    HttpResponse<String> get(String path) {
        return site.get(path, "Authorization", organiser);
    }

    HttpResponse<String> post(String path, Map<String, String> form) {
        return site.post(path, form, "Authorization", organiser);
    }

    HttpResponse<String> getAs(Role role, String path) {
        return site.get(path, "Authorization", new SomeStaff(database.pool()).bearer(organisation, role));
    }

    /** Where an answer leads to. */
    static String leadsTo(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    Event stored(String slug) {
        return await(new EventStore(database.pool()).bySlug(slug)).orElseThrow();
    }

    /** As if the turnstile had let people in. */
    void hold(Event event, int held, int waiting) {
        await(database.pool()
                .preparedQuery(
                        "update seats set held = $1, waiting = $2 where attendance = 'on_site' and event_id = $3")
                .execute(Tuple.of(held, waiting, event.id())));
    }

    /** What the log says was done to this event, in order. */
    List<String> log(Event event) {
        return await(database.pool()
                        .preparedQuery("select verb from audit where object = $1 order by id")
                        .execute(Tuple.of(event.id().toString())))
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }

    @Override
    public void close() {
        site.close();
    }
}
