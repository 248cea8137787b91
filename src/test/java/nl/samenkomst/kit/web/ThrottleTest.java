package nl.samenkomst.kit.web;

import static nl.samenkomst.kit.db.Awaiting.await;
import static nl.samenkomst.kit.db.Awaiting.awaitFailure;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.stream.IntStream;
import nl.samenkomst.kit.db.TestDatabase;
import nl.samenkomst.kit.rule.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ThrottleTest {

    private static final Throttle.Rate TWO_AN_HOUR = Throttle.Rate.of(2, Duration.ofHours(1));

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private Throttle throttle;

    @BeforeEach
    void empty() {
        database.empty();
        throttle = new Throttle(database.pool(), TestSite.links("http://localhost:8080"), true);
    }

    @Test
    void letsSoManyThroughAndSaysWhenToComeBack() {
        await(throttle.about("door", "ada", TWO_AN_HOUR));
        await(throttle.about("door", "ada", TWO_AN_HOUR));

        var refusal = (Refusal) awaitFailure(throttle.about("door", "ada", TWO_AN_HOUR));

        assertThat(refusal.status()).isEqualTo(429);
        assertThat(refusal.retryAfter()).isEqualTo(1800);
        await(throttle.about("door", "grace", TWO_AN_HOUR));
        await(throttle.about("window", "ada", TWO_AN_HOUR));
    }

    @Test
    void thereIsRoomForOneMoreAfterAWhileAndForAllAfterLonger() {
        fill();
        await(database.pool()
                .query("update bucket set filled_at = filled_at - interval '31 minutes'")
                .execute());

        await(throttle.about("door", "ada", TWO_AN_HOUR));
        assertThat(awaitFailure(throttle.about("door", "ada", TWO_AN_HOUR))).isInstanceOf(Refusal.class);

        await(database.pool()
                .query("update bucket set filled_at = filled_at - interval '1 day'")
                .execute());
        fill();
    }

    @Test
    void aCrowdAtOnceGetsNoMoreThanThereIs() {
        var tries = IntStream.range(0, 20)
                .mapToObj(i -> throttle.about("door", "ada", TWO_AN_HOUR))
                .toList();

        await(Future.join(tries).otherwiseEmpty());

        assertThat(tries.stream().filter(Future::succeeded)).hasSize(2);
    }

    @Test
    void forgettingEmptiesTheBucketAndTheTableTellsNoNames() {
        fill();
        var key = await(database.pool().query("select key from bucket").execute())
                .iterator()
                .next()
                .getString("key");
        assertThat(key).doesNotContain("ada").hasSize(32);

        await(throttle.forget("door", "ada"));

        fill();
    }

    @Test
    void aNetworkOfIpv6IsOneSource() {
        assertThat(ClientKey.of("2001:db8:1:2::1")).isEqualTo(ClientKey.of("2001:db8:1:2:ffff::9"));
        assertThat(ClientKey.of("2001:db8:1:3::1")).isNotEqualTo(ClientKey.of("2001:db8:1:2::1"));
        assertThat(ClientKey.of("192.0.2.7")).isEqualTo("192.0.2.7");
    }

    private void fill() {
        await(throttle.about("door", "ada", TWO_AN_HOUR));
        await(throttle.about("door", "ada", TWO_AN_HOUR));
    }
}
