package nl.samenkomst.survey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import nl.samenkomst.spi.Attendance;
import nl.samenkomst.spi.SurveyQuestion.Kind;
import nl.samenkomst.survey.ResultStore.Count;
import nl.samenkomst.survey.ResultStore.Elsewhere;
import nl.samenkomst.survey.ResultStore.Opinion;
import nl.samenkomst.survey.ResultStore.Posed;

/**
 * What was answered to one question.
 *
 * @param version of the survey that asked it
 * @param counts how often each thing was answered; nothing of an open question
 * @param sides how those in the room and those online answered, where that may be told
 * @param elsewhere the answer at the format's other gatherings, where enough people gave one
 * @param opinions what people wrote, of an open question
 */
record Result(
        int version,
        Asked asked,
        List<Count> counts,
        Map<Attendance, Score> sides,
        Optional<Score> elsewhere,
        List<Opinion> opinions) {

    /**
     * A mean.
     *
     * @param answers of so many answers
     */
    record Score(double mean, int answers) {}

    Result {
        counts = List.copyOf(counts);
        sides = Map.copyOf(sides);
        opinions = List.copyOf(opinions);
    }

    /** From what was read of this question alone. */
    static Result of(Posed posed, List<Count> counts, List<Elsewhere> elsewhere, List<Opinion> opinions) {
        return new Result(
                posed.version(),
                posed.asked(),
                counts,
                measured(posed.asked()) ? sides(counts) : Map.of(),
                score(elsewhere).filter(score -> score.answers() >= Survey.LEAST),
                opinions);
    }

    private static boolean measured(Asked asked) {
        return asked.kind() == Kind.RATING || asked.kind() == Kind.ZERO_TO_TEN;
    }

    /**
     * Both sides, or none: each has five, and so has the rest of whom nobody knows the side, since what the two leave of the whole tells
     * of it as well.
     */
    private static Map<Attendance, Score> sides(List<Count> counts) {
        var told = new TreeMap<Attendance, Score>();
        for (var way : Attendance.values()) {
            score(counts, count -> count.way().equals(Optional.of(way))).ifPresent(score -> told.put(way, score));
        }
        var unknown = score(counts, count -> count.way().isEmpty());
        var enough = told.size() == Attendance.values().length
                && enough(told.values())
                && unknown.stream().allMatch(rest -> rest.answers() >= Survey.LEAST);
        return enough ? told : Map.of();
    }

    private static boolean enough(Collection<Score> scores) {
        return scores.stream().allMatch(score -> score.answers() >= Survey.LEAST);
    }

    private static Optional<Score> score(List<Count> counts, Predicate<Count> which) {
        return score(counts.stream()
                .filter(which)
                .map(count -> new Elsewhere(count.question(), Integer.parseInt(count.value()), count.number()))
                .toList());
    }

    private static Optional<Score> score(List<Elsewhere> numbers) {
        int answers = numbers.stream().mapToInt(Elsewhere::number).sum();
        long sum = numbers.stream()
                .mapToLong(one -> (long) one.value() * one.number())
                .sum();
        return answers == 0 ? Optional.empty() : Optional.of(new Score((double) sum / answers, answers));
    }

    /** How many answers there are; where several could be chosen, how many choices were made. */
    int answers() {
        return opinions.size() + counts.stream().mapToInt(Count::number).sum();
    }

    int count(String value) {
        return counts.stream()
                .filter(count -> count.value().equals(value))
                .mapToInt(Count::number)
                .sum();
    }

    /** The mean of all answers; empty where there are none, and of a question that has no numbers for answers. */
    Optional<Score> score() {
        return measured(asked) ? score(counts, count -> true) : Optional.empty();
    }

    /**
     * One answer on its own.
     *
     * @param way how who gave it took part, where that may be told
     */
    record Given(String value, Optional<Attendance> way) {}

    /** Every answer, in an order of chance that is another each time. */
    List<Given> given() {
        var given = new ArrayList<Given>();
        counts.forEach(count -> given.addAll(Collections.nCopies(
                count.number(), new Given(count.value(), count.way().filter(way -> !sides.isEmpty())))));
        opinions.forEach(opinion -> given.add(new Given(opinion.words(), Optional.empty())));
        Collections.shuffle(given);
        return given;
    }
}
