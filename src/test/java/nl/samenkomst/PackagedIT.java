package nl.samenkomst;

import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.kit.db.Awaiting.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.io.File;
import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.registration.SeatsInvariant;
import nl.samenkomst.spi.Gathering;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The packaged jar as people run it: two nodes on one database, and one of them killed in the midst of it. */
@Timeout(180)
class PackagedIT {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    @TempDir
    static Path folder;

    private static final Logger LOG = LoggerFactory.getLogger(PackagedIT.class);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static Node one;
    private static Node other;

    /** A running jar. */
    private record Node(Process process, int port) {

        static Node start(Path folder) throws IOException {
            int port = portNobodyCallsFrom();
            var builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-jar",
                            Path.of("target/samenkomst.jar").toAbsolutePath().toString())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(folder.toFile(), port + ".log")));
            builder.environment().putAll(InstallationSettings.on(database.url(), folder));
            builder.environment()
                    .putAll(Map.of(
                            "SAMENKOMST_PORT",
                            "" + port,
                            "SAMENKOMST_DATA",
                            folder.resolve("node-" + port).toString(),
                            "SAMENKOMST_LIMITS",
                            "off"));
            return new Node(builder.start(), port);
        }

        /**
         * Below those that the system gives to who calls (32768 and up): who calls a port there on which nobody listens yet may be given
         * that very port, and is then connected to themselves for good.
         */
        private static int portNobodyCallsFrom() throws IOException {
            while (true) {
                int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
                try (var free = new ServerSocket(port)) {
                    return free.getLocalPort();
                } catch (BindException taken) {
                    LOG.debug("port {} is taken", port, taken);
                }
            }
        }

        boolean serves() {
            try {
                var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/privacy"))
                        .timeout(Duration.ofSeconds(5))
                        .build();
                return CLIENT.send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200;
            } catch (IOException notYet) {
                return false;
            } catch (InterruptedException stop) {
                throw new IllegalStateException(stop);
            }
        }

        /** The status of the answer; empty where the connection broke before there was one. */
        CompletableFuture<Optional<Integer>> register(Event event, String name) {
            var body = new JsonObject()
                    .put("name", name)
                    .put("email", name + "@mail.example")
                    .put("sector", "informal")
                    .put("attendance", "on_site");
            var request = HttpRequest.newBuilder(URI.create(
                            "http://127.0.0.1:" + port + "/api/v1/events/" + event.slug() + "/registrations"))
                    .header("Content-Type", "application/json")
                    .timeout(Duration.ofSeconds(60))
                    .POST(HttpRequest.BodyPublishers.ofString(body.encode()))
                    .build();
            return CLIENT.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                    .thenApply(answer -> Optional.of(answer.statusCode()))
                    .exceptionally(broken -> Optional.empty());
        }
    }

    @BeforeAll
    static void open() throws IOException {
        one = Node.start(folder);
        other = Node.start(folder);
        eventually(() -> one.serves() && other.serves());
    }

    @AfterAll
    static void close() {
        one.process().destroyForcibly();
        other.process().destroyForcibly();
    }

    @Test
    void twoNodesRaceForTheLastSeatsAndNeverGiveOneTwice() {
        var event = event(20);

        var answers = IntStream.range(0, 60)
                .mapToObj(i -> (i % 2 == 0 ? one : other).register(event, "racer-" + i))
                .toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).contains(201));
        assertThat(count(event, "confirmed")).isEqualTo(20);
        assertThat(count(event, "waitlisted")).isEqualTo(40);
        SeatsInvariant.holds(database.pool());
    }

    @Test
    void whatWasAnsweredWithSuccessOutlivesANodeThatIsKilled() throws IOException {
        var event = event(1000);
        var doomed = Node.start(folder);
        eventually(doomed::serves);

        var answers = IntStream.range(0, 400)
                .mapToObj(i -> doomed.register(event, "guest-" + i))
                .toList();
        eventually(() -> answers.stream().filter(CompletableFuture::isDone).count() >= 50);
        doomed.process().destroyForcibly();

        var promised = IntStream.range(0, answers.size())
                .filter(i -> answers.get(i).join().equals(Optional.of(201)))
                .mapToObj(i -> "guest-" + i + "@mail.example")
                .toList();
        assertThat(promised).hasSizeGreaterThanOrEqualTo(1);
        assertThat(kept(event)).containsAll(promised);
        SeatsInvariant.holds(database.pool());
        assertThat(one.register(event, "after").join()).contains(201);
    }

    private static Event event(int seats) {
        return SampleEvent.somewhere(database.pool())
                .attendance(Gathering.ON_SITE)
                .start(Instant.now().plus(Duration.ofDays(20)))
                .seats(seats)
                .in(database.pool());
    }

    private static long count(Event event, String status) {
        return await(database.pool()
                        .preparedQuery("select count(*) from registration where event_id = $1 and status = $2")
                        .execute(Tuple.of(event.id(), status)))
                .iterator()
                .next()
                .getLong(0);
    }

    private static List<String> kept(Event event) {
        return await(database.pool()
                .preparedQuery("select email from registration where event_id = $1")
                .execute(Tuple.of(event.id()))
                .map(rows -> rows.stream().map(row -> row.getString("email")).toList()));
    }
}
