package nl.samenkomst.recap;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenkomst.event.Event;

/**
 * What came of a gathering, as the organiser tells it.
 *
 * @param version 0 while nothing was saved
 * @param words by language
 * @param leftOut quotes that may be shown, and that the organiser leaves out all the same
 * @param published since when everybody may read it
 * @param told when those who came were mailed
 */
record Recap(
        UUID event,
        UUID organisation,
        long version,
        Map<String, RecapText> words,
        Set<UUID> leftOut,
        Optional<Instant> published,
        Optional<Instant> told) {

    Recap {
        words = Map.copyOf(words);
        leftOut = Set.copyOf(leftOut);
    }

    /** Nothing was saved yet. */
    static Recap unwritten(Event event) {
        return new Recap(event.id(), event.organisation(), 0, Map.of(), Set.of(), Optional.empty(), Optional.empty());
    }

    /** In this language alone; empty where nothing was written in it. */
    RecapText in(String language) {
        return words.getOrDefault(language, RecapText.NONE);
    }

    /** The language to read the results in for who reads this one: the event's own where there are none. */
    String resultsIn(String language, Event event) {
        return in(language).results().isEmpty() ? event.language() : language;
    }
}
