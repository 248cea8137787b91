package nl.samenkomst.registration;

import java.time.Duration;
import nl.samenkomst.kit.time.Job;

/** Each minute, takes back the offers that ran out, so that a seat does not wait for the next who comes. */
public final class OfferJob {

    private OfferJob() {}

    public static Job of(Registrations registrations) {
        return new Job("lapsing of offers", Duration.ofMinutes(1), () -> registrations
                .lapse()
                .mapEmpty());
    }
}
