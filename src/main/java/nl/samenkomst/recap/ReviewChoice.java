package nl.samenkomst.recap;

import java.util.Set;
import java.util.UUID;

/**
 * What of a year the organiser shows. What is chosen and may not be shown any more is left out all the same.
 *
 * @param results gatherings whose first result is told
 * @param quotes words of participants
 * @param photos of gatherings
 */
public record ReviewChoice(Set<UUID> results, Set<UUID> quotes, Set<UUID> photos) {

    public static final ReviewChoice NOTHING = new ReviewChoice(Set.of(), Set.of(), Set.of());

    public ReviewChoice {
        results = Set.copyOf(results);
        quotes = Set.copyOf(quotes);
        photos = Set.copyOf(photos);
    }
}
