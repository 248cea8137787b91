package nl.samenkomst.spi;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Makes online places to meet. A plugin implements it and names its class in {@code
 * META-INF/services/nl.samenkomst.spi.MeetingProvider}.
 */
public interface MeetingProvider {

    /** Unique among all providers: lower-case letters, digits and {@code -}. */
    String id();

    /** What people call it. */
    String name(Locale locale);

    /** Whether the organiser gives the address. */
    boolean wantsAddress();

    /**
     * What a provider is told of the gathering.
     *
     * @param given the address the organiser gave
     */
    record Wish(String title, Instant start, Instant end, Optional<URI> given) {}

    /**
     * A place that was made.
     *
     * @param foreignId by which the provider knows it
     */
    record Place(URI url, Optional<String> foreignId) {}

    /** Makes the place. Fails with an {@code IllegalArgumentException} that says what to do, where the wish cannot be met. */
    CompletionStage<Place> make(Wish wish);
}
