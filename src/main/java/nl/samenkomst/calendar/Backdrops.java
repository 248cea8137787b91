package nl.samenkomst.calendar;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.Links;
import nl.samenkomst.spi.Attendance;

/**
 * What letters tell everyone alike who attends a gathering in one way and reads one language: put into words once, however many get
 * it, and anew once anything of the gathering differs.
 */
final class Backdrops {

    private static final int MOST = 200;

    private final Links links;
    private final Entries entries;
    private final Cache<Scene, Backdrop> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    Backdrops(Links links) {
        this.links = links;
        this.entries = new Entries(links);
    }

    private record Scene(Occasion occasion, Attendance attendance, String language) {}

    /**
     * What is told alike.
     *
     * @param values what the letter may name
     * @param entry what the calendar shows
     */
    record Backdrop(Map<String, String> values, Entries.Told entry) {}

    Backdrop of(Occasion occasion, Attendance attendance, Words words) {
        return known.get(
                new Scene(occasion, attendance, words.locale().getLanguage()),
                scene -> new Backdrop(
                        LetterValues.ofOccasion(occasion, attendance, words, links),
                        entries.told(occasion, attendance, words)));
    }
}
