package nl.samenkomst.recap;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventFacts;
import nl.samenkomst.event.EventRow;
import nl.samenkomst.kit.i18n.Languages;
import nl.samenkomst.kit.i18n.Moments;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.RowChart;
import nl.samenkomst.network.Network;
import nl.samenkomst.quote.PublishedQuote;
import nl.samenkomst.survey.SurveyFigures;

/**
 * What the page of a recap shows.
 *
 * @param about whose recap it is, such as "Terugblik op de wijktafel Osdorp"
 * @param first the first of the quotes, which is shown large
 * @param back where staff who look at it beforehand came from; empty for everybody else
 */
record RecapShown(
        List<Crumb> crumbs,
        EventFacts facts,
        String about,
        String intro,
        Results results,
        List<Picture> photos,
        Optional<PublishedQuote> first,
        List<PublishedQuote> quotes,
        Optional<RowChart> chart,
        Optional<Mark> mark,
        List<File> files,
        Optional<Next> next,
        Optional<String> back) {

    record Crumb(String name, String href) {}

    /** What came of it, in a language that may not be the page's. */
    record Results(String language, String direction, List<String> lines) {}

    /** A photo; {@code removal} leads to the form by which somebody on it asks to take it away, and is empty beforehand. */
    record Picture(String path, int width, int height, String alt, String caption, String maker, String removal) {}

    record Mark(String mean, int scale, String answered) {}

    record File(String path, String name, String size) {}

    /** The gathering that comes after it. */
    record Next(String slug, Moments.Leaf leaf, String title, String day, String label, boolean open) {}

    /**
     * Where photos and files are served from.
     *
     * @param photos with a slash at the end
     * @param files likewise
     */
    record Addresses(String photos, String files, Optional<String> back) {

        static final Addresses PUBLIC = new Addresses("/photos/", "/downloads/", Optional.empty());

        String photo(Photo photo) {
            return photos + photo.id() + "?v=" + photo.digest();
        }

        String file(UUID id) {
            return files + id;
        }
    }

    static RecapShown of(Event event, RecapReading.Gathered from, Words words, Addresses at) {
        var network = from.known().housed().network();
        var facts = EventFacts.of(event, network, from.known().format(), words);
        var language = words.locale().getLanguage();
        var quotes = from.quotesShown();
        return new RecapShown(
                crumbs(event, network),
                facts,
                words.say("recap.about", uncapital(facts.kind(), words)),
                intro(event, from, words),
                results(event, from.recap(), language),
                from.photos().stream().map(photo -> picture(photo, at)).toList(),
                quotes.stream().findFirst(),
                quotes.stream().skip(1).toList(),
                Turnout.chart(from.tally(), words),
                from.figures().map(figures -> mark(figures, words)),
                from.downloads().stream().map(file -> file(file, words, at)).toList(),
                from.next().map(next -> next(next, from, words)),
                at.back());
    }

    private static List<Crumb> crumbs(Event event, Network network) {
        var crumbs = new ArrayList<Crumb>();
        var path = "/networks/" + network.slug();
        crumbs.add(new Crumb(network.name(), path));
        event.area()
                .flatMap(network::area)
                .ifPresent(area -> crumbs.add(new Crumb(area.name(), path + "?area=" + area.slug())));
        return crumbs;
    }

    /** Within a sentence. */
    private static String uncapital(String kind, Words words) {
        return kind.substring(0, 1).toLowerCase(words.locale()) + kind.substring(1);
    }

    private static String intro(Event event, RecapReading.Gathered from, Words words) {
        var written = from.recap().in(words.locale().getLanguage()).intro();
        var counted = Turnout.sentence(event, from.tally(), words);
        return !written.isEmpty()
                ? written
                : !counted.isEmpty()
                        ? counted
                        : event.text(words.locale().getLanguage()).summary();
    }

    private static Results results(Event event, Recap recap, String language) {
        var told = recap.resultsIn(language, event);
        return new Results(told, Languages.direction(told), recap.in(told).results());
    }

    private static Picture picture(Photo photo, Addresses at) {
        return new Picture(
                at.photo(photo),
                photo.width(),
                photo.height(),
                photo.alt(),
                photo.caption(),
                photo.maker(),
                at.back().isPresent() ? "" : "/photos/" + photo.id() + "/remove");
    }

    private static Mark mark(SurveyFigures figures, Words words) {
        var number = NumberFormat.getNumberInstance(words.locale());
        number.setMinimumFractionDigits(1);
        number.setMaximumFractionDigits(1);
        return new Mark(
                number.format(figures.mean()),
                figures.scale(),
                figures.invited()
                        .map(invited -> words.say("recap.mark.answered", figures.answered(), invited))
                        .orElseGet(() -> words.say("recap.mark.answered.all", figures.answered())));
    }

    static File file(Download file, Words words, Addresses at) {
        return new File(at.file(file.id()), file.name(), size(file.size(), words));
    }

    /** "PDF, 1,2 MB", "PDF, 84 kB". */
    private static String size(int bytes, Words words) {
        var number = NumberFormat.getNumberInstance(words.locale());
        number.setMaximumFractionDigits(1);
        return bytes >= 1_000_000
                ? words.say("recap.file.size", number.format(bytes / 1_000_000.0) + " MB")
                : words.say("recap.file.size", Math.max(1, Math.round(bytes / 1_000.0)) + " kB");
    }

    private static Next next(Event next, RecapReading.Gathered from, Words words) {
        var network = from.known().housed().network();
        var row = EventRow.of(
                next,
                new EventRow.Ingredients(
                        words,
                        network,
                        Optional.empty(),
                        List.of(),
                        next.start().minusSeconds(1)));
        var area = next.area().flatMap(network::area);
        var label =
                area.map(place -> words.say("recap.next.area", place.name())).orElseGet(() -> words.say("recap.next"));
        return new Next(next.slug(), row.leaf(), row.title(), row.day(), label, !row.shut());
    }
}
