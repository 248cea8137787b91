package nl.samenkomst;

import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.kit.db.Awaiting.eventually;
import static nl.samenkomst.kit.db.Awaiting.eventuallyPasses;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import nl.samenkomst.account.Account;
import nl.samenkomst.account.OrganisationStore;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.SomeStaff;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.SampleEvent;
import nl.samenkomst.kit.db.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An open page of the workspace hears of what happens, on whichever node, for as long as somebody may see it. */
class FollowingTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** A line is read by a thread of its own for as long as it is open. */
    private static final Executor READERS = task -> {
        var reader = new Thread(task, "reader");
        reader.setDaemon(true);
        reader.start();
    };

    @TempDir
    Path folder;

    OpenHouse here;
    OpenHouse there;
    Event event;
    Account nel;

    /** A line that stays open: what came over it, and whether it ended. */
    private record Line(List<String> heard, CompletableFuture<Void> ended) {}

    @BeforeEach
    void twoNodesOnOneDatabase() {
        here = OpenHouse.on(database.url(), folder.resolve("here"), Map.of());
        there = OpenHouse.on(database.url(), folder.resolve("there"), Map.of());
        event = SampleEvent.somewhere(database.pool())
                .slug("tafel-" + System.nanoTime())
                .start(Instant.now().plus(Duration.ofDays(30)))
                .in(database.pool());
        var ours = await(new OrganisationStore(database.pool()).find(event.organisation()))
                .orElseThrow();
        nel = new SomeStaff(database.pool()).member(ours, Role.FACILITATOR);
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    @Test
    void aRegistrationOnOneNodeIsHeardOnTheOther() {
        var line = follow(here, nel);

        eventuallyPasses(() -> {
            register(there, event, "ada");
            assertThat(line.heard()).contains("event: changed");
        });
    }

    @Test
    void whatHappensAtAnotherOrganisationIsNotHeard() {
        var theirs = SampleEvent.somewhere(database.pool())
                .slug("elders-" + System.nanoTime())
                .start(Instant.now().plus(Duration.ofDays(30)))
                .in(database.pool());
        var both = follow(here, nel);
        var stranger = follow(
                here,
                new SomeStaff(database.pool())
                        .member(
                                await(new OrganisationStore(database.pool()).find(theirs.organisation()))
                                        .orElseThrow(),
                                Role.OWNER));

        eventuallyPasses(() -> {
            register(there, theirs, "grace");
            assertThat(stranger.heard()).contains("event: changed");
        });

        assertThat(both.heard()).doesNotContain("event: changed");
    }

    @Test
    void theLineEndsWithinSecondsWhenTheSessionDoes() {
        var line = follow(here, nel);
        assertThat(line.ended()).isNotDone();

        await(database.pool()
                .preparedQuery("update account set version = version + 1 where id = $1")
                .execute(Tuple.of(nel.id())));

        eventually(line.ended()::isDone);
    }

    @Test
    void aServerThatGoesLetsGoOfItsLinesAtOnce() {
        var line = follow(there, nel);
        var began = System.nanoTime();

        there.close();

        assertThat(line.ended()).isDone();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(Doors.DRAIN_SECONDS));
        there = OpenHouse.on(database.url(), folder.resolve("again"), Map.of());
    }

    private Line follow(OpenHouse house, Account who) {
        var session = new SomeStaff(database.pool()).session(who);
        var request = HttpRequest.newBuilder(URI.create(house.visitor().base() + "/organise/stream"))
                .header("Cookie", session)
                .build();
        var answer = CLIENT.sendAsync(request, BodyHandlers.ofLines()).join();
        var heard = new CopyOnWriteArrayList<String>();
        assertThat(answer.statusCode()).isEqualTo(200);
        return new Line(heard, CompletableFuture.runAsync(() -> answer.body().forEach(heard::add), READERS));
    }

    private static void register(OpenHouse house, Event event, String name) {
        var answer = house.visitor().json("POST", "/api/v1/events/" + event.slug() + "/registrations", """
                        {"name": "%1$s", "email": "%1$s-%2$d@mail.example", "attendance": "on_site", "sector": "resident"}
                        """.formatted(
                        name, System.nanoTime()));
        assertThat(answer.statusCode()).isEqualTo(201);
    }
}
