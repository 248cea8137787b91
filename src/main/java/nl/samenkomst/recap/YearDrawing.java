package nl.samenkomst.recap;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.samenkomst.event.Formats;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.network.Area;
import nl.samenkomst.recap.Sitting.Manner;

/**
 * The year as tables: a table seen from above for each gathering, in a row per area and a column per month.
 *
 * @param title how people met through the year
 * @param text what one drawing is
 * @param since when the way of meeting changed; empty where it did not
 * @param name what the drawing says, in words, for who does not see it
 * @param legend the kinds of drawing that are there
 */
record YearDrawing(
        String title,
        String text,
        String since,
        String name,
        List<Kind> legend,
        List<String> months,
        List<Row> rows,
        List<Line> lines) {

    /** A kind of drawing. */
    record Kind(String code, String words) {}

    /** An area, with the drawings of each of its twelve months. */
    record Row(String label, List<List<String>> months) {}

    /** One gathering in words. */
    record Line(String date, String machine, String area, String way) {}

    /** Empty for a year in which nothing was held but behind closed doors. */
    static Optional<YearDrawing> of(YearFacts facts, Formats formats, Words words) {
        var drawn = facts.drawn();
        if (drawn.isEmpty()) {
            return Optional.empty();
        }
        var ways = YearWays.of(drawn, words);
        return Optional.of(new YearDrawing(
                ways.title(),
                text(drawn, formats, words),
                ways.sentence(),
                name(drawn, words),
                legend(drawn, words),
                Arrays.stream(Month.values())
                        .map(month -> month.getDisplayName(TextStyle.SHORT, words.locale())
                                .replace(".", ""))
                        .toList(),
                rows(facts, words),
                drawn.stream().map(one -> line(one, facts, words)).toList()));
    }

    private static String text(List<Sitting> drawn, Formats formats, Words words) {
        var kinds = drawn.stream().map(Sitting::format).distinct().toList();
        var one = kinds.size() == 1
                ? YearFigures.plural(kinds.get(0), 1, formats, words)
                : words.say("recap.review.year.gathering");
        return words.say("recap.review.year.text", one);
    }

    private static String name(List<Sitting> drawn, Words words) {
        var counted = new TreeMap<Manner, Long>(drawn.stream().collect(groupingBy(Sitting::manner, counting())));
        var ways = counted.entrySet().stream()
                .map(one -> words.say("recap.review.year.ways", one.getValue(), way(one.getKey(), words)))
                .collect(joining(", "));
        return words.say("recap.review.year.name", drawn.size(), ways);
    }

    private static List<Kind> legend(List<Sitting> drawn, Words words) {
        return Arrays.stream(Manner.values())
                .filter(manner -> drawn.stream().anyMatch(one -> one.manner() == manner))
                .map(manner -> new Kind(manner.code(), way(manner, words)))
                .toList();
    }

    private static String way(Manner manner, Words words) {
        return words.say("recap.review.way." + manner.code());
    }

    /** Areas in which nothing was held keep their row: that tells something too. */
    private static List<Row> rows(YearFacts facts, Words words) {
        var rows = new ArrayList<Row>();
        if (facts.drawn().stream().anyMatch(one -> one.area().isPresent())) {
            facts.network().areas().forEach(area -> rows.add(row(area.name(), in(facts, Optional.of(area)))));
        }
        if (in(facts, Optional.empty()).findAny().isPresent()) {
            rows.add(row(everywhere(facts, words), in(facts, Optional.empty())));
        }
        return rows;
    }

    /** What is for the whole network: of one without neighbourhoods that is all there is. */
    private static String everywhere(YearFacts facts, Words words) {
        return facts.network().areas().isEmpty() ? facts.network().name() : words.say("recap.review.year.everywhere");
    }

    private static Stream<Sitting> in(YearFacts facts, Optional<Area> area) {
        return facts.drawn().stream().filter(one -> one.area().equals(area.map(Area::id)));
    }

    private static Row row(String label, Stream<Sitting> sittings) {
        var byMonth = sittings.collect(groupingBy(one -> one.date().getMonth()));
        return new Row(
                label,
                Arrays.stream(Month.values())
                        .map(month -> byMonth.getOrDefault(month, List.of()).stream()
                                .map(one -> one.manner().code())
                                .toList())
                        .toList());
    }

    private static Line line(Sitting one, YearFacts facts, Words words) {
        return new Line(
                DateTimeFormatter.ofPattern("d MMMM", words.locale()).format(one.date()),
                one.date().toString(),
                one.area().flatMap(facts.network()::area).map(Area::name).orElseGet(() -> everywhere(facts, words)),
                way(one.manner(), words));
    }
}
