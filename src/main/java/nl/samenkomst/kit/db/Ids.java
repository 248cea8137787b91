package nl.samenkomst.kit.db;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** Makes the identifiers of new rows: in the order of time where that suits an index, by chance alone where not. */
public final class Ids {

    private static final long SEQUENCES = 1 << 12;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private long millis;
    private long sequence;

    public Ids(Clock clock) {
        this.clock = clock;
    }

    /**
     * A UUID of version 7 (RFC 9562, section 5.7): milliseconds, then a sequence within the millisecond (section 6.2,
     * method 1), then chance. Those of one instance rise strictly, also when the clock is set back.
     */
    public UUID timed() {
        return new UUID(nextMoment(), 0x8000_0000_0000_0000L | (random.nextLong() >>> 2));
    }

    private synchronized long nextMoment() {
        var now = clock.millis();
        if (now > millis) {
            millis = now;
            sequence = 0;
        } else if (++sequence == SEQUENCES) {
            millis++;
            sequence = 0;
        }
        return millis << 16 | 0x7000 | sequence;
    }

    /** A UUID of version 4 (RFC 9562, section 5.4): 122 random bits that tell nothing, not even when. */
    public UUID random() {
        var high = (random.nextLong() & ~0xF000L) | 0x4000L;
        return new UUID(high, 0x8000_0000_0000_0000L | (random.nextLong() >>> 2));
    }
}
