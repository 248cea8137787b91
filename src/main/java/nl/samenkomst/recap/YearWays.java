package nl.samenkomst.recap;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.recap.Sitting.Manner;

/** Says in a title and a sentence how people met through the year, and since when that changed. */
final class YearWays {

    /** Where the way changed more often than this there is no telling it in one sentence. */
    private static final int TOLD = 6;

    private final List<Stretch> stretches;
    private final Words words;

    private YearWays(List<Stretch> stretches, Words words) {
        this.stretches = stretches;
        this.words = words;
    }

    /** Months, from first to last, in which people met one way. */
    private record Stretch(Manner manner, Month first, Month last) {}

    static YearWays of(List<Sitting> drawn, Words words) {
        var stretches = new ArrayList<Stretch>();
        usual(drawn).forEach((month, manner) -> {
            int at = stretches.size() - 1;
            if (at >= 0 && stretches.get(at).manner() == manner) {
                stretches.set(at, new Stretch(manner, stretches.get(at).first(), month));
            } else {
                stretches.add(new Stretch(manner, month, month));
            }
        });
        return new YearWays(List.copyOf(stretches), words);
    }

    /** The way in which most met in each month. */
    private static Map<Month, Manner> usual(List<Sitting> drawn) {
        var usual = new EnumMap<Month, Manner>(Month.class);
        drawn.stream()
                .collect(groupingBy(sitting -> sitting.date().getMonth(), groupingBy(Sitting::manner, counting())))
                .forEach((month, counted) -> counted.entrySet().stream()
                        .max(Map.Entry.<Manner, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                        .ifPresent(most -> usual.put(month, most.getKey())));
        return usual;
    }

    /** "Van de zaal naar het scherm, naar buiten en weer terug". */
    String title() {
        var seen = stretches.stream().map(Stretch::manner).distinct().toList();
        if (seen.size() < 2) {
            return seen.stream()
                    .findFirst()
                    .map(only -> words.say("recap.review.way.only." + only.code()))
                    .orElse("");
        }
        var first = stretches.get(0).manner();
        var last = stretches.get(stretches.size() - 1).manner();
        boolean back = stretches.size() > 2 && first != Manner.ONLINE && indoors(first) && indoors(last);
        var parts = new ArrayList<String>();
        seen.stream()
                .skip(1)
                .filter(manner -> !(back && manner == last))
                .forEach(manner -> parts.add(words.say("recap.review.way.to." + manner.code())));
        if (back) {
            parts.add(words.say("recap.review.way.back"));
        }
        return words.say("recap.review.way.from." + first.code(), listed(parts));
    }

    private static boolean indoors(Manner manner) {
        return manner == Manner.ROOM || manner == Manner.BOTH;
    }

    /** "Januari en februari in de zaal, maart tot en met mei online, vanaf juni buiten."; empty where nothing changed. */
    String sentence() {
        if (stretches.size() < 2 || stretches.size() > TOLD) {
            return "";
        }
        var parts = new ArrayList<String>();
        for (int at = 0; at < stretches.size(); at++) {
            var stretch = stretches.get(at);
            var when = at == stretches.size() - 1
                    ? words.say("recap.review.way.since", name(stretch.first()))
                    : months(stretch.first(), stretch.last());
            parts.add(words.say("recap.review.way.in." + stretch.manner().code(), when));
        }
        return words.capital(listed(parts)) + ".";
    }

    private String months(Month first, Month last) {
        int more = last.getValue() - first.getValue();
        return switch (more) {
            case 0 -> name(first);
            case 1 -> words.say("recap.review.way.two", name(first), name(last));
            default -> words.say("recap.review.way.through", name(first), name(last));
        };
    }

    private String name(Month month) {
        return month.getDisplayName(TextStyle.FULL, words.locale());
    }

    private String listed(List<String> parts) {
        int last = parts.size() - 1;
        return last < 1
                ? String.join("", parts)
                : words.say("recap.review.way.list", String.join(", ", parts.subList(0, last)), parts.get(last));
    }
}
