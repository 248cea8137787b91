package nl.samenkomst.recap;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A network's look back at a year, as far as somebody wrote it: the facts come from what was counted.
 *
 * @param version 0 while nothing was saved
 * @param words by language
 * @param choice empty while nothing was saved
 * @param published since when everybody may read it
 */
record Review(
        UUID network,
        int year,
        long version,
        Map<String, ReviewText> words,
        Optional<ReviewChoice> choice,
        Optional<Instant> published) {

    Review {
        words = Map.copyOf(words);
    }

    static Review unwritten(UUID network, int year) {
        return new Review(network, year, 0, Map.of(), Optional.empty(), Optional.empty());
    }

    /** In this language alone. */
    ReviewText in(String language) {
        return words.getOrDefault(language, ReviewText.NONE);
    }
}
