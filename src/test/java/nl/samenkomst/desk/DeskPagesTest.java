package nl.samenkomst.desk;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import nl.samenkomst.account.Organisation;
import nl.samenkomst.account.OrganisationStore;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.SomeStaff;
import nl.samenkomst.event.Formats;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.plugin.PluginFolder;
import nl.samenkomst.kit.web.TestSite;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.SampleNetwork;
import nl.samenkomst.registration.By;
import nl.samenkomst.registration.Hallway;
import nl.samenkomst.spi.Attendance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeskPagesTest {

    private static final Instant NOW = SampleEvent.START.minus(Duration.ofDays(7));

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    static TestSite site;

    final SomeStaff staff = new SomeStaff(database.pool());
    Network network;
    Organisation ours;
    String cookie;

    @BeforeAll
    static void serve() {
        var formats = Formats.load(PluginFolder.none());
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        site = TestSite.serving(
                database,
                "http://localhost:8080",
                List.of("kit/web", "kit/i18n", "account", "event", "desk"),
                new DeskEventPages(database.pool(), formats, clock));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @BeforeEach
    void aFacilitator() {
        database.empty();
        network = SampleNetwork.in(database.pool());
        ours = await(new OrganisationStore(database.pool()).find(network.organisation()))
                .orElseThrow();
        cookie = staff.session(staff.member(ours, Role.FACILITATOR));
    }

    @Test
    void anotherOrganisationsEventsAreNeverSeen() {
        SampleEvent.somewhere(database.pool()).slug("elders").in(database.pool());

        assertThat(answer("/organise/events/elders/people").statusCode()).isEqualTo(404);
    }

    @Test
    void anEventShowsWhoRegisteredAndWhereTheyStand() {
        var hall = new Hallway(database, NOW);
        var event = SampleEvent.of(network).slug("tafel").seats(1).in(database.pool());
        hall.register(event, "Ada");
        hall.register(event, "Grace");
        var hedy = hall.register(event, "Hedy", Attendance.ONLINE);
        await(hall.registrations().cancel(hedy, By.SELF));

        assertThat(get("/organise/events/tafel/people"))
                .contains("2 mensen", "1 mens meldde zich af", "<b>Ada</b>", "Wacht, plek 1", "Komt niet");
        assertThat(get("/organise/events/tafel/people?status=waitlisted"))
                .contains("<b>Grace</b>")
                .doesNotContain("<b>Ada</b>");
    }

    @Test
    void aLongListGoesOnOnTheNextPage() {
        var hall = new Hallway(database, NOW);
        var event = SampleEvent.of(network).slug("tafel").in(database.pool());
        for (var name : List.of("Ada", "Grace", "Hedy")) {
            hall.register(event, name);
        }

        var first = get("/organise/events/tafel/people?limit=2");
        var next = first.replaceAll("(?s).*href=\"(/organise/events/tafel/people\\?after[^\"]+)\".*", "$1");

        assertThat(first).contains("<b>Ada</b>", "<b>Grace</b>").doesNotContain("<b>Hedy</b>");
        assertThat(get(next.replace("&#x3D;", "="))).contains("<b>Hedy</b>").doesNotContain("<b>Ada</b>");
    }

    @Test
    void theNumberThatSetsTheSeatsIsTold() {
        SampleEvent.of(network).slug("tafel").seats(12).in(database.pool());

        assertThat(get("/organise/events/tafel/people")).contains("Dit getal gaf u zelf op: 12 plekken.");
    }

    @Test
    void theWorkspaceSpeaksTheReadersLanguageAndIsKeptByNobody() {
        SampleEvent.of(network).slug("tafel").in(database.pool());
        var answer = site.get("/organise/events/tafel/people?lang=en", "Cookie", cookie);

        assertThat(answer.body()).contains("<html lang=\"en\"", "Participants", "Sign out");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    private String get(String path) {
        var answer = answer(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> answer(String path) {
        return site.get(path, "Cookie", cookie);
    }
}
