package nl.samenkomst.quote;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Words that may be shown: with a live consent for this place, and approved.
 *
 * @param event the slug of the gathering they were said at
 * @param title of that gathering, in its own language
 * @param heldAt when it began
 * @param attribution "Marloes van der Veen, huisarts", "vrijwilliger"; empty for who stays nameless
 * @param language of the words
 */
public record PublishedQuote(
        UUID id,
        String event,
        String title,
        Instant heldAt,
        String words,
        Optional<String> attribution,
        String language,
        Instant consentedAt) {}
