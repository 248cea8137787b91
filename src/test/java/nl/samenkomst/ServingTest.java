package nl.samenkomst;

import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.kit.db.Awaiting.eventuallyPasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.samenkomst.demo.Wish;
import nl.samenkomst.kit.db.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The whole server, over HTTP, with a wire to its database that can be cut. */
class ServingTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private Wire wire;
    private Ground ground;
    private Running running;
    private Optional<Future<Void>> drained = Optional.empty();

    @BeforeEach
    void open() {
        wire = new Wire(database.vertx(), database.url().host(), database.url().port());
        var config = Config.read(InstallationSettings.on(database.url(), wire.port(), folder), folder);
        ground = new Ground(config);
        running = await(new Opening(ground, Clock.systemUTC(), Wish.NEVER).open(line -> {}));
    }

    @AfterEach
    void close() {
        wire.mend();
        wire.letGo();
        await(drained.orElseGet(running::drain));
        ground.close();
    }

    @Test
    void theFirstPageOfAnEmptyInstallationIsThere() throws Exception {
        assertThat(get("/").statusCode()).isEqualTo(200);
        assertThat(send(request("/").method("HEAD", BodyPublishers.noBody())).body())
                .isEmpty();
    }

    @Test
    void whileTheDatabaseIsAwayVisitorsAreAskedToComeBackAndThenItMendsItself() throws Exception {
        assertThat(management("/health/ready").statusCode()).isEqualTo(200);

        wire.cut();

        eventuallyPasses(() -> {
            assertThat(management("/health/ready").statusCode()).isEqualTo(503);
            var answer = get("/events/none");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        });
        assertThat(management("/health/live").statusCode()).isEqualTo(200);

        wire.mend();

        eventuallyPasses(() -> {
            assertThat(management("/health/ready").statusCode()).isEqualTo(200);
            assertThat(get("/events/none").statusCode()).isEqualTo(404);
        });
    }

    @Test
    void metricsCountRequestsAndNameNoPath() throws Exception {
        var unused = get("/registrations/a-token-that-nobody-may-read");

        assertThat(management("/metrics").body())
                .contains("vertx_http_server_requests_total{code=\"404\",method=\"GET\"}")
                .doesNotContain("a-token-that-nobody-may-read");
        assertThat(unused.statusCode()).isEqualTo(404);
    }

    @Test
    void aRequestUnderWayFinishesWhileNobodyNewIsLetIn() throws Exception {
        assertThat(get("/events/warm-up").statusCode()).isEqualTo(404);
        wire.hold();
        var underWay = client.sendAsync(request("/events/none").GET().build(), BodyHandlers.ofString());
        assertThatThrownBy(() -> underWay.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);

        var draining = running.drain();
        drained = Optional.of(draining);
        eventuallyPasses(() -> assertThatThrownBy(() -> anotherClient("/")).isInstanceOf(ConnectException.class));
        assertThat(draining.isComplete()).isFalse();
        wire.letGo();

        assertThat(underWay.get(5, TimeUnit.SECONDS).statusCode()).isEqualTo(404);
        await(draining);
    }

    @Test
    void whatIsTooLargeIsRefusedAtOnce() throws Exception {
        var body = BodyPublishers.ofString("back=" + "x".repeat(100_000));
        var form = request("/language").header("Content-Type", "application/x-www-form-urlencoded");

        assertThat(send(form.POST(body)).statusCode()).isEqualTo(413);
        assertThat(get("/" + "x".repeat(10_000)).statusCode()).isEqualTo(414);
        assertThat(send(request("/").header("X-Long", "x".repeat(40_000)).GET()).statusCode())
                .isEqualTo(431);
    }

    @Test
    void aPathThatIsNotThereSaysSoInTheReadersLanguage() throws Exception {
        assertThat(get("/nowhere?lang=en").body()).contains("This page does not exist");
        assertThat(get("/nowhere").body()).contains("Deze pagina is er niet");
        var json = get("/api/v1/nowhere");
        assertThat(json.statusCode()).isEqualTo(404);
        assertThat(json.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void aChosenLanguageIsKeptAndLeadsBackToOurOwnPagesOnly() throws Exception {
        var chosen = form("lang=en&back=%2Fprivacy");
        assertThat(chosen.statusCode()).isEqualTo(303);
        assertThat(chosen.headers().firstValue("Location")).hasValue("/privacy");
        assertThat(chosen.headers().firstValue("Set-Cookie")).hasValueSatisfying(cookie -> assertThat(cookie)
                .startsWith("language=en;")
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Lax"));

        assertThat(form("lang=en&back=%2F%2Fevil.example").headers().firstValue("Location"))
                .hasValue("/");
        assertThat(form("lang=xx&back=%2F").headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void filesAreZippedKeptAndAskedAnewByTheirTag() throws Exception {
        var page = get("/").body();
        var address = page.substring(page.indexOf("/css/samenkomst.css?v="));
        address = address.substring(0, address.indexOf('"'));

        var kept = get(address);
        assertThat(kept.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("immutable"));
        var anew = send(
                request("/css/samenkomst.css").header("Accept-Encoding", "gzip").GET());
        assertThat(anew.headers().firstValue("Content-Encoding")).hasValue("gzip");
        var tag = anew.headers().firstValue("ETag").orElseThrow();
        assertThat(send(request("/css/samenkomst.css")
                                .header("Accept-Encoding", "gzip")
                                .header("If-None-Match", tag)
                                .GET())
                        .statusCode())
                .isEqualTo(304);
        assertThat(get("/css/%2e%2e/%2e%2e/pom.xml").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> form(String body) throws Exception {
        return send(request("/language")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path).GET());
    }

    /** On a connection of its own. */
    private HttpResponse<String> anotherClient(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request(path).GET().build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> management(String path) throws Exception {
        var uri = URI.create("http://127.0.0.1:" + running.managementPort() + path);
        return send(HttpRequest.newBuilder(uri).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + ground.config().port() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws InterruptedException, ExecutionException {
        return client.sendAsync(request.timeout(Duration.ofSeconds(15)).build(), BodyHandlers.ofString())
                .get();
    }
}
