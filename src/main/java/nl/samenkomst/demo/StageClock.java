package nl.samenkomst.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that is set by hand: a past table was planned, and filled, before it was held. */
final class StageClock extends Clock {

    private volatile Instant moment = Instant.EPOCH;

    void set(Instant other) {
        moment = other;
    }

    @Override
    public Instant instant() {
        return moment;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? this : Clock.fixed(moment, zone);
    }
}
