package nl.samenkomst.recap;

import java.time.Instant;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventRow;
import nl.samenkomst.event.Formats;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.Markdown;

/**
 * The page of a year, as its template shows it: facts by us, words between them by the organiser.
 *
 * @param ahead the title over what comes next
 * @param draft whether only staff see it
 * @param others words of participants besides the first, which stands with what came of it
 * @param intro and the other texts: what the organiser wrote, rendered; empty where they wrote nothing
 */
record ReviewShown(
        String year,
        String ahead,
        String slug,
        String network,
        String organisation,
        boolean draft,
        List<YearFigures.Figure> figures,
        Optional<Prose> intro,
        Optional<YearDrawing> drawing,
        Optional<Prose> tables,
        Optional<YearSectors> sectors,
        Optional<Prose> people,
        List<ReviewMaterial.Said> results,
        List<ReviewMaterial.Voice> quotes,
        List<ReviewMaterial.Voice> others,
        List<ReviewMaterial.Picture> photos,
        Optional<Prose> came,
        Optional<Prose> next,
        List<EventRow> dates) {

    /** What the organiser wrote, rendered, with its language. */
    record Prose(CharSequence html, String language) {}

    /** A few dates are enough: the agenda has all of them. */
    private static final int DATES = 4;

    /** @param draft whether only staff see it */
    static ReviewShown of(ReviewRead read, boolean draft, Formats formats, Words words, Instant now) {
        var facts = read.facts();
        var network = facts.network();
        var language = words.locale().getLanguage();
        var shown = read.shown();
        return new ReviewShown(
                String.valueOf(facts.year()),
                ahead(read, words),
                network.slug(),
                network.name(),
                read.housed().organisation().name(),
                draft,
                YearFigures.of(facts, formats, words),
                prose(read, language, ReviewText.INTRO),
                YearDrawing.of(facts, formats, words),
                prose(read, language, ReviewText.TABLES),
                YearSectors.of(facts, words),
                prose(read, language, ReviewText.PEOPLE),
                shown.results().stream()
                        .flatMap(one -> one.in(language).stream())
                        .toList(),
                first(shown.quotes()),
                shown.quotes().stream().skip(1).toList(),
                shown.photos(),
                prose(read, language, ReviewText.RESULTS),
                prose(read, language, ReviewText.NEXT),
                dates(read, formats, words, now));
    }

    private static List<ReviewMaterial.Voice> first(List<ReviewMaterial.Voice> quotes) {
        return quotes.stream().limit(1).toList();
    }

    /** In the reader's language, else in the first of the organisation's in which it was written. */
    private static Optional<Prose> prose(ReviewRead read, String language, String part) {
        return Stream.concat(Stream.of(language), read.housed().organisation().languages().stream())
                .filter(tag -> !read.review().in(tag).part(part).isEmpty())
                .findFirst()
                .map(tag -> new Prose(Markdown.html(read.review().in(tag).part(part)), tag));
    }

    /** Names the year after, unless all that is told of is still in the year itself. */
    private static String ahead(ReviewRead read, Words words) {
        int year = read.facts().year();
        return in(read, year + 1).isEmpty() && !in(read, year).isEmpty()
                ? words.say("recap.review.next.soon")
                : words.say("recap.review.next", String.valueOf(year + 1));
    }

    /** Those of the year after; where there are none yet, those that are left of the year itself. */
    private static List<EventRow> dates(ReviewRead read, Formats formats, Words words, Instant now) {
        var network = read.facts().network();
        var after = in(read, read.facts().year() + 1);
        var events = after.isEmpty() ? in(read, read.facts().year()) : after;
        return events.stream()
                .limit(DATES)
                .map(event -> EventRow.of(
                        event, new EventRow.Ingredients(words, network, formats.find(event.format()), List.of(), now)))
                .toList();
    }

    private static List<Event> in(ReviewRead read, int year) {
        var zone = read.facts().network().zone();
        Predicate<Event> then = event -> Year.from(event.start().atZone(zone)).getValue() == year;
        return read.coming().events().stream()
                .filter(Event::published)
                .filter(then)
                .toList();
    }

    /** Whether there is a part about what came of it. */
    public boolean yielded() {
        return !results.isEmpty() || !quotes.isEmpty() || came.isPresent();
    }

    /** Whether there are photos or words to show after that. */
    public boolean pictured() {
        return !photos.isEmpty() || !others.isEmpty();
    }

    /** Whether there is a part about what comes next. */
    public boolean continued() {
        return !dates.isEmpty() || next.isPresent();
    }
}
