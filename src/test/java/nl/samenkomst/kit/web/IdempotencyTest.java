package nl.samenkomst.kit.web;

import static nl.samenkomst.kit.db.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import nl.samenkomst.kit.db.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IdempotencyTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private final AtomicInteger done = new AtomicInteger();
    private final Hand clock = new Hand();
    private TestSite site;
    private Idempotency idempotency;

    @BeforeEach
    void serve() {
        database.empty();
        idempotency = new Idempotency(database.pool(), clock);
        site = TestSite.serving(
                database,
                "http://localhost:8080",
                List.of("kit/web", "kit/i18n"),
                to -> to.post("/api/v1/things/:thing", Anyone.anywhere(), this::count));
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private Future<Reply> count(Visit visit) {
        return idempotency.once(visit, "caller", tx -> tx.query("select pg_sleep(0.05)")
                .execute()
                .map(rows -> Reply.json(new JsonObject().put("n", done.incrementAndGet()))
                        .status(201)
                        .with("Location", "/here")));
    }

    @Test
    void manyAtOnceWithOneKeyDoItOnceAndHearTheSame() {
        var answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> send("a", "key", "{\"x\": 1}")))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join)).containsOnly("201 {\"n\":1}");
        assertThat(done).hasValue(1);
    }

    @Test
    void anotherPathOrNoKeyIsAnotherCall() {
        send("a", "key", "{}");

        assertThat(send("b", "key", "{}")).isEqualTo("201 {\"n\":2}");
        assertThat(site.visitor().json("POST", "/api/v1/things/a", "{}").body()).isEqualTo("{\"n\":3}");
    }

    @Test
    void afterADayTheKeyIsFreeAgain() {
        send("a", "key", "{}");
        clock.now = clock.now.plus(Duration.ofHours(24));

        assertThat(send("a", "key", "{\"other\": true}")).isEqualTo("201 {\"n\":2}");
    }

    @Test
    void whatIsOldIsSweptAway() {
        send("a", "key", "{}");
        clock.now = clock.now.plus(Duration.ofHours(25));

        await(idempotency.sweep());

        assertThat(await(database.pool().query("select key from idempotency").execute())
                        .size())
                .isZero();
    }

    @Test
    void aKeyWithASpaceOrNoEndIsRefused() {
        assertThat(send("a", "k".repeat(201), "{}")).startsWith("422");
        assertThat(send("a", "two words", "{}")).startsWith("422");
    }

    private String send(String thing, String key, String body) {
        var answer = site.visitor().json("POST", "/api/v1/things/" + thing, body, "Idempotency-Key", key);
        return answer.statusCode() + " " + answer.body();
    }

    /** A clock that stands still until it is moved. */
    private static final class Hand extends Clock {

        private volatile Instant now = Instant.parse("2026-11-01T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
