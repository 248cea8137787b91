package nl.samenkomst.recap;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.event.Formats;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.recap.Sitting.Manner;
import nl.samenkomst.spi.EventFormat;

/** The large numbers on top of a year: how often people met and in which way, how many came, and from where. */
final class YearFigures {

    /** More kinds of gathering than this are counted together. */
    private static final int FORMATS = 2;

    /** Numbers up to this are written as a word within a sentence. */
    private static final int SPELLED = 12;

    private final YearFacts facts;
    private final Formats formats;
    private final Words words;

    private YearFigures(YearFacts facts, Formats formats, Words words) {
        this.facts = facts;
        this.formats = formats;
        this.words = words;
    }

    /** A number with its words. */
    record Figure(String number, String words) {}

    static List<Figure> of(YearFacts facts, Formats formats, Words words) {
        return new YearFigures(facts, formats, words).all();
    }

    /** A number within a sentence. */
    static String said(int number, Words words) {
        return words.say(number <= SPELLED ? "recap.review.spelled" : "recap.review.number", number);
    }

    /** "34 wijktafels", without its number. */
    static String plural(String format, long number, Formats formats, Words words) {
        Locale locale = words.locale();
        return formats.find(format)
                .map(known -> number == 1 ? known.name(locale).toLowerCase(locale) : known.plural(locale))
                .orElse(format);
    }

    private List<Figure> all() {
        var figures = new ArrayList<Figure>();
        var counted = byFormat();
        counted.stream().limit(FORMATS).map(this::sat).forEach(figures::add);
        long others =
                counted.stream().skip(FORMATS).mapToLong(Map.Entry::getValue).sum();
        if (others > 0) {
            figures.add(figure(others, words.say("recap.review.figure.others", others)));
        }
        var all = facts.reach().all();
        figures.add(figure(all.people(), people(all.people()) + moved(all.people())));
        if (all.organisations() > 0) {
            figures.add(figure(all.organisations(), organisations(all.organisations())));
        }
        return figures;
    }

    /** What was held most often first. */
    private List<Map.Entry<String, Long>> byFormat() {
        return facts.sittings().stream().collect(groupingBy(Sitting::format, counting())).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }

    private Figure sat(Map.Entry<String, Long> counted) {
        var format = formats.find(counted.getKey());
        long number = counted.getValue();
        if (format.filter(EventFormat::closed).isPresent()) {
            var name = format.get().name(words.locale()).toLowerCase(words.locale());
            return figure(number, words.say("recap.review.figure.closed", number, name));
        }
        var what = plural(counted.getKey(), number, formats, words);
        return figure(
                number,
                areas(counted.getKey())
                        .map(areas -> words.say("recap.review.figure.areas", what, areas, said(areas, words)))
                        .orElse(what));
    }

    /** In how many areas; empty for what was for the whole network. */
    private Optional<Integer> areas(String format) {
        long areas = facts.sittings().stream()
                .filter(sitting -> sitting.format().equals(format))
                .flatMap(sitting -> sitting.area().stream())
                .distinct()
                .count();
        return Optional.of((int) areas).filter(some -> some > 0);
    }

    private String people(int number) {
        boolean online = facts.sittings().stream().allMatch(sitting -> sitting.manner() == Manner.ONLINE);
        return words.say(online ? "recap.review.figure.online" : "recap.review.figure.people", number);
    }

    private String moved(int number) {
        if (!facts.compared()) {
            return "";
        }
        int more = number - facts.before().all().people();
        var year = String.valueOf(facts.year() - 1);
        var key = more > 0 ? "more" : more < 0 ? "fewer" : "same";
        return words.say("recap.review.figure." + key, Math.abs(more), year);
    }

    private String organisations(int number) {
        int small = facts.reach().of("informal").organisations();
        return words.say("recap.review.figure.organisations", number, small);
    }

    private Figure figure(long number, String text) {
        return new Figure(words.say("recap.review.number", number), text);
    }
}
