package nl.samenkomst.kit.db;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {

    private static final Instant NOON = Instant.parse("2026-12-10T12:00:00Z");

    private final Ids ids = new Ids(Clock.fixed(NOON, UTC));

    @Test
    void aTimedIdBearsItsVersionAndItsMoment() {
        var id = ids.timed();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void timedIdsRiseStrictlyAlsoWithinOneMillisecond() {
        var texts =
                Stream.generate(ids::timed).limit(10_000).map(UUID::toString).toList();

        assertThat(texts).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aRandomIdBearsItsVersion() {
        var id = ids.random();

        assertThat(id.version()).isEqualTo(4);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id).isNotEqualTo(ids.random());
    }
}
