package nl.samenkomst.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import nl.samenkomst.event.Event;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.SampleNetwork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody reads a network's agenda on the web site of another: on one that the organisation allows, and on one that it does not. */
class EmbedJourneyTest {

    @RegisterExtension
    static final TestBrowser browser = new TestBrowser();

    private Network network;
    private Event event;
    private HttpServer allowed;
    private HttpServer other;

    @BeforeEach
    void twoSitesOfOthers() throws IOException {
        network = SampleNetwork.in(browser.database().pool());
        event = browser.event(network).in(browser.database().pool());
        allowed = site();
        other = site();
        await(browser.database()
                .pool()
                .preparedQuery("update organisation set embedders = $2, version = version + 1 where id = $1")
                .execute(Tuple.tuple().addUUID(network.organisation()).addArrayOfString(new String[] {origin(allowed)
                })));
    }

    @AfterEach
    void stop() {
        allowed.stop(0);
        other.stop(0);
    }

    @Test
    void theAgendaIsShownWhereTheOrganisationAllowsIt() {
        var reader = browser.guest(Guest.Means.DESKTOP);

        reader.opens(origin(allowed));

        var frame = reader.page().frameLocator("iframe");
        assertThat(frame.getByText("Wijktafel Haven").first()).isVisible();
        assertThat(frame.locator("a[href*='/events/" + event.slug() + "']")).hasAttribute("target", "_blank");
        assertThat(reader.page().getByText("Agenda van Almere")).hasCount(0);
        assertThat(reader.page().locator("iframe").boundingBox().height).isGreaterThan(150);
        assertThat(reader.cookies()).isEmpty();
        reader.newComplaints();
    }

    @Test
    void anyOtherSiteIsLeftWithALink() {
        var reader = browser.guest(Guest.Means.DESKTOP);

        reader.opens(origin(other));

        assertThat(reader.page().getByText("Agenda van Almere")).isVisible();
        reader.page().waitForCondition(() -> reader.complaints().stream()
                .anyMatch(said -> said.contains("frame-ancestors") || said.contains("refused")));
        assertThat(reader.page().locator("iframe")).isHidden();
        assertThat(reader.cookies()).isEmpty();
        reader.newComplaints();
    }

    private static String origin(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private HttpServer site() throws IOException {
        var page = """
                <!doctype html><html lang="nl"><head><title>Elders</title></head><body><h1>Onze website</h1>
                <div data-samenkomst="networks/%1$s"><a href="%2$s/networks/%1$s">Agenda van Almere</a></div>
                <script src="%2$s/embed.js" async></script></body></html>
                """.formatted(network.slug(), browser.base()).getBytes(StandardCharsets.UTF_8);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
        return server;
    }
}
