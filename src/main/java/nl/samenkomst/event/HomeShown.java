package nl.samenkomst.event;

import java.util.List;
import java.util.Optional;

/**
 * What the first page shows.
 *
 * @param filtered whether the visitor chose an area or a format
 */
record HomeShown(
        Optional<Poster> next,
        List<Choices> choices,
        List<FormatLink> formats,
        List<Block> networks,
        boolean filtered) {

    /**
     * The next gathering with a seat left.
     *
     * @param meter a drawing of its seats on site, where they are counted
     */
    record Poster(EventRow row, String accent, Optional<CharSequence> meter, int free, int seats) {}

    /** The areas of one network to choose from. */
    record Choices(String network, List<Area> areas) {}

    record Area(String value, String name, boolean chosen) {}

    record FormatLink(String id, String name) {}

    /**
     * One network with what is coming there.
     *
     * @param more whether it has more areas than are listed
     */
    record Block(
            String slug,
            String name,
            String purpose,
            String accent,
            List<Count> programmes,
            List<Count> areas,
            boolean more,
            List<EventRow> rows) {}

    /** A name with how often something is coming there. */
    record Count(String slug, String name, String times) {}
}
