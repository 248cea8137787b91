package nl.samenkomst.recap;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a review of a year may show besides its facts, all of it published at this moment: results, participants' words, photos. */
record ReviewMaterial(List<Result> results, List<Voice> quotes, List<Picture> photos) {

    /** Of each kind, how many are shown while nobody chose. */
    private static final int RESULTS = 6;

    private static final int QUOTES = 3;
    private static final int PHOTOS = 2;

    /**
     * The first thing that came of a gathering.
     *
     * @param title of the gathering, in its own language
     * @param language the gathering's own
     * @param texts by language
     */
    record Result(UUID event, String title, LocalDate date, String language, Map<String, String> texts) {

        Result {
            texts = Map.copyOf(texts);
        }

        /** In this language, else in the gathering's own; empty where it is in neither. */
        Optional<Said> in(String tag) {
            return said(tag).or(() -> said(language));
        }

        private Optional<Said> said(String tag) {
            return Optional.ofNullable(texts.get(tag)).map(text -> new Said(text, tag));
        }
    }

    /** A text with its language. */
    record Said(String text, String language) {}

    /**
     * A participant's own words.
     *
     * @param by who said it, as they want to be called; empty for who stays nameless
     */
    record Voice(UUID id, String text, String by, String language) {}

    /** A photo of a gathering. */
    record Picture(UUID id, String title, String alt, String caption, String maker, int width, int height) {}

    ReviewMaterial {
        results = List.copyOf(results);
        quotes = List.copyOf(quotes);
        photos = List.copyOf(photos);
    }

    boolean isEmpty() {
        return results.isEmpty() && quotes.isEmpty() && photos.isEmpty();
    }

    /** What is shown until somebody chooses. */
    ReviewChoice usual() {
        return new ReviewChoice(
                first(results, Result::event, RESULTS),
                first(quotes, Voice::id, QUOTES),
                first(photos, Picture::id, PHOTOS));
    }

    private static <T> Set<UUID> first(List<T> all, Function<T, UUID> id, int most) {
        return all.stream().limit(most).map(id).collect(Collectors.toUnmodifiableSet());
    }

    /** What of it was chosen. */
    ReviewMaterial chosen(ReviewChoice choice) {
        return new ReviewMaterial(
                results.stream()
                        .filter(one -> choice.results().contains(one.event()))
                        .toList(),
                quotes.stream()
                        .filter(one -> choice.quotes().contains(one.id()))
                        .toList(),
                photos.stream()
                        .filter(one -> choice.photos().contains(one.id()))
                        .toList());
    }
}
