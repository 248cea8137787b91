package nl.samenkomst.recap;

import java.util.Map;
import java.util.UUID;

/**
 * A year whose review everybody may read, as one line tells it.
 *
 * @param lines what the organiser wrote, by language
 * @param format what was held most often
 * @param times how often
 * @param people how many different people came to anything
 */
record PublishedYear(UUID network, int year, Map<String, String> lines, String format, int times, int people) {

    PublishedYear {
        lines = Map.copyOf(lines);
    }
}
