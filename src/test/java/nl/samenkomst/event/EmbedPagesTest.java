package nl.samenkomst.event;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.plugin.PluginFolder;
import nl.samenkomst.kit.web.TestSite;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.NetworkShelf;
import nl.samenkomst.network.SampleNetwork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmbedPagesTest {

    private static final Instant NOW = SampleEvent.START.minus(Duration.ofDays(7));

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    static TestSite site;

    Network network;

    @BeforeAll
    static void serve() {
        var pool = database.pool();
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        var sources = new EventSources(new NetworkShelf(pool), new SeatBoard(pool), Formats.load(PluginFolder.none()));
        site = TestSite.serving(
                database,
                "http://localhost:8080",
                List.of("kit/web", "kit/i18n", "event"),
                new EmbedPages(new EventShelf(pool), new PublicAgenda(pool, clock), sources, clock));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @BeforeEach
    void aNetwork() {
        network = SampleNetwork.in(database.pool());
    }

    @Test
    void whereNoSiteIsNamedNobodyMayFrameIt() {
        assertThat(policy(site.get("/embed/networks/" + network.slug()))).endsWith("frame-ancestors 'none'");
    }

    @Test
    void theSitesThatTheOrganisationNamedMayFrameItAndNoOther() {
        allow("https://elaa.example", "https://www.elaa.example:8443");
        var event = SampleEvent.of(network).in(database.pool());

        for (var path : List.of("/embed/networks/" + network.slug(), "/embed/events/" + event.slug())) {
            var answer = site.get(path);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(policy(answer))
                    .startsWith("default-src 'none'")
                    .endsWith("frame-ancestors 'self' https://elaa.example https://www.elaa.example:8443");
            assertThat(answer.headers().firstValue("X-Frame-Options")).isEmpty();
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void anEventTellsItsFactsAndTheSeatsThatAreLeft() {
        var event = SampleEvent.of(network).in(database.pool());

        assertThat(site.get("/embed/events/" + event.slug()).body())
                .contains("Wijktafel Haven", "De Schoor", "19.00", "nog 20 plekken")
                .contains("href=\"http://localhost:8080/events/" + event.slug() + "\" target=\"_blank\"")
                .contains("Meld u aan");
        assertThat(site.get("/embed/events/" + event.slug() + "?lang=en").body())
                .contains("<html lang=\"en\"", "Register", event.slug() + "?lang&#x3D;en");
    }

    @Test
    void aNetworkTellsWhatComesInPublicAndNothingElse() {
        var open = SampleEvent.of(network).in(database.pool());
        var link = SampleEvent.of(network).visibility(Event.Visibility.LINK).in(database.pool());
        var closed = SampleEvent.of(network).visibility(Event.Visibility.CLOSED).in(database.pool());
        var draft = SampleEvent.of(network).draft().in(database.pool());

        var body = site.get("/embed/networks/" + network.slug()).body();

        assertThat(body)
                .contains("/events/" + open.slug())
                .doesNotContain(link.slug(), closed.slug(), draft.slug(), "chat.example");
        assertThat(site.get("/embed/events/" + link.slug()).statusCode()).isEqualTo(200);
        assertThat(site.get("/embed/events/" + closed.slug()).statusCode()).isEqualTo(404);
        assertThat(site.get("/embed/events/" + draft.slug()).statusCode()).isEqualTo(404);
    }

    @Test
    void itIsKeptForAMinuteAndThenAskedForAnew() {
        var path = "/embed/networks/" + network.slug();
        var first = site.get(path);

        assertThat(first.headers().firstValue("Cache-Control")).contains("public, max-age=60");
        var again = site.get(
                path, "If-None-Match", first.headers().firstValue("ETag").orElseThrow());
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(policy(again)).contains("frame-ancestors");
    }

    @Test
    void neitherCookieNorBrowserDecidesOnItsLanguage() {
        var path = "/embed/networks/" + network.slug();

        assertThat(site.get(path, "Cookie", "language=en", "Accept-Language", "en")
                        .body())
                .isEqualTo(site.get(path).body());
    }

    private void allow(String... sites) {
        await(database.pool()
                .preparedQuery("update organisation set embedders = $2, version = version + 1 where id = $1")
                .execute(Tuple.tuple().addUUID(network.organisation()).addArrayOfString(sites)));
    }

    private static String policy(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Security-Policy").orElse("");
    }
}
