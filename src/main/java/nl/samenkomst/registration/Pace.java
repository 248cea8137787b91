package nl.samenkomst.registration;

import java.time.Duration;
import nl.samenkomst.spi.EventFormat;

/**
 * What a format says about time.
 *
 * @param closesBefore how long before the start registration closes by itself
 * @param offersWithin from how long before the start a freed seat is offered instead of given
 */
public record Pace(Duration closesBefore, Duration offersWithin) {

    /** For events whose format is gone. */
    public static final Pace USUAL = new Pace(Duration.ZERO, Duration.ofHours(12));

    public static Pace of(EventFormat format) {
        return new Pace(format.closesBefore(), format.offersWithin());
    }
}
