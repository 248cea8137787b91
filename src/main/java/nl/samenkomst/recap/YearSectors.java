package nl.samenkomst.recap;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.RowChart;

/**
 * Whom a year reached, by sector, beside the year before.
 *
 * @param title what there is to see in it
 * @param before the year before; empty where nothing was counted then
 */
record YearSectors(String title, String year, String before, RowChart chart) {

    /** A sector grew when it did by this many people, and by this part of what it was. */
    private static final int PEOPLE = 2;

    private static final double PART = 0.2;

    /** More than this does not fit a title. */
    private static final int TITLED = 2;

    /** Reaching small organisations and the medical world is what networks are for, so these are told first. */
    private static final List<String> FIRST = List.of("informal", "medical");

    private record Move(String sector, int more, int before) {

        boolean up() {
            return more >= PEOPLE && more >= before * PART;
        }

        boolean down() {
            return -more >= PEOPLE && -more >= before * PART;
        }
    }

    /** Empty where nobody told a sector. */
    static Optional<YearSectors> of(YearFacts facts, Words words) {
        var rows = Tally.SECTORS.stream()
                .map(sector -> row(sector, facts, words))
                .filter(row -> row.value() > 0 || row.earlier().orElse(0) > 0)
                .toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var year = String.valueOf(facts.year());
        var before = facts.compared() ? String.valueOf(facts.year() - 1) : "";
        var title = title(facts, words);
        var chart = new RowChart(
                rows,
                words.say("recap.review.sectors.name", title, year),
                words.say("recap.review.sectors.of"),
                year,
                before);
        return Optional.of(new YearSectors(title, year, before, chart));
    }

    private static RowChart.Row row(String sector, YearFacts facts, Words words) {
        return new RowChart.Row(
                words.say("recap.sector." + sector),
                facts.reach().of(sector).people(),
                facts.compared() ? Optional.of(facts.before().of(sector).people()) : Optional.empty());
    }

    private static String title(YearFacts facts, Words words) {
        if (!facts.compared()) {
            return words.say("recap.review.sectors.who");
        }
        var moves = Tally.SECTORS.stream()
                .map(sector -> move(sector, facts))
                .sorted(Comparator.comparing((Move move) -> !FIRST.contains(move.sector()))
                        .thenComparing(move -> -Math.abs(move.more())))
                .toList();
        var up = moves.stream().filter(Move::up).limit(TITLED).toList();
        var down = moves.stream().filter(Move::down).limit(TITLED).toList();
        var told = up.isEmpty() ? down : up;
        if (told.isEmpty()) {
            return words.say("recap.review.sectors.same", String.valueOf(facts.year() - 1));
        }
        var key = up.isEmpty() ? "recap.review.sectors.fewer" : "recap.review.sectors.more";
        var first = noun(told.get(0), words);
        return told.size() == 1 ? words.say(key, first) : words.say(key + ".two", first, noun(told.get(1), words));
    }

    private static Move move(String sector, YearFacts facts) {
        int before = facts.before().of(sector).people();
        return new Move(sector, facts.reach().of(sector).people() - before, before);
    }

    private static String noun(Move move, Words words) {
        return words.say("recap.review.sectors.noun." + move.sector());
    }
}
