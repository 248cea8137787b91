package nl.samenkomst.survey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.RowChart;
import nl.samenkomst.spi.Attendance;
import nl.samenkomst.spi.SurveyQuestion.Kind;
import nl.samenkomst.survey.Result.Score;
import nl.samenkomst.survey.Steps.Step;

/**
 * What was answered to one question, as the page of an event's survey shows it.
 *
 * @param finding the number that matters, empty where none stands out
 * @param about what that number is
 * @param chart empty of an open question, and where nobody answered
 * @param beside the same number elsewhere, in the room and online
 * @param written what people wrote, of an open question
 * @param earlier the version that asked it, where it is asked otherwise now
 */
record ResultShown(
        String id,
        String question,
        Optional<String> finding,
        String about,
        Optional<RowChart> chart,
        List<Beside> beside,
        boolean open,
        Written written,
        Optional<Integer> earlier) {

    /** One number to compare with, and whose it is. */
    record Beside(String number, String whose) {}

    /**
     * What people wrote.
     *
     * @param opinions those that the page shows
     * @param more how many it could show besides
     * @param themes that were given to any of it
     */
    record Written(List<OpinionShown> opinions, int more, List<Theme> themes) {

        Written {
            opinions = List.copyOf(opinions);
            themes = List.copyOf(themes);
        }
    }

    /** One theme, how many answers have it, and the address that shows those alone. */
    record Theme(String name, int number, String address, boolean current) {}

    /** The number that matters and what it is. */
    private record Finding(Optional<String> number, String about) {}

    ResultShown {
        beside = List.copyOf(beside);
    }

    /**
     * @param format more than one of the event's format, as in a sentence
     */
    static ResultShown of(Result result, boolean current, String format, Written written, Words words) {
        var asked = result.asked();
        var steps = Steps.of(asked, words);
        var finding = finding(result, steps, words);
        return new ResultShown(
                "question-" + result.version() + "-" + asked.id(),
                asked.in(words.locale().getLanguage()).words(),
                finding.number(),
                finding.about(),
                chart(result, steps, finding, words),
                beside(result, format, words),
                asked.kind() == Kind.OPEN,
                written,
                current ? Optional.empty() : Optional.of(result.version()));
    }

    private static Finding finding(Result result, List<Step> steps, Words words) {
        int answers = result.answers();
        if (answers == 0) {
            return new Finding(Optional.empty(), words.say("survey.results.unanswered"));
        }
        return switch (result.asked().kind()) {
            case RATING, ZERO_TO_TEN ->
                new Finding(
                        result.score().map(score -> number(score, words)),
                        words.say("survey.results.of", steps.size() == 5 ? 5 : 10, answers));
            case AGREE ->
                new Finding(
                        Optional.of(String.valueOf(
                                Steps.AGREEING.stream().mapToInt(result::count).sum())),
                        words.say("survey.results.agree", answers));
            case ONE_OF, SEVERAL_OF -> most(result, steps, words);
            case OPEN ->
                new Finding(Optional.of(String.valueOf(answers)), words.say("survey.results.written", answers));
        };
    }

    /** What was chosen most, where one thing was. */
    private static Finding most(Result result, List<Step> steps, Words words) {
        int most = steps.stream()
                .mapToInt(step -> result.count(step.value()))
                .max()
                .orElse(0);
        var first = steps.stream()
                .filter(step -> result.count(step.value()) == most)
                .toList();
        return first.size() == 1
                ? new Finding(
                        Optional.of(String.valueOf(most)),
                        words.say("survey.results.most", first.get(0).label(), most))
                : new Finding(Optional.empty(), words.say("survey.results.even"));
    }

    private static Optional<RowChart> chart(Result result, List<Step> steps, Finding finding, Words words) {
        if (steps.isEmpty() || result.answers() == 0) {
            return Optional.empty();
        }
        var rows = new ArrayList<RowChart.Row>();
        steps.forEach(step -> rows.add(new RowChart.Row(step.label(), result.count(step.value()))));
        if (result.asked().kind().choosing()) {
            Collections.sort(rows, Comparator.comparingInt(RowChart.Row::value).reversed());
        }
        return Optional.of(new RowChart(
                rows,
                words.say(
                        "survey.results.chart",
                        result.asked().in(words.locale().getLanguage()).words(),
                        (finding.number().map(number -> number + " ").orElse("") + finding.about()).strip()),
                words.say("survey.results.answer"),
                words.say("survey.results.times")));
    }

    private static List<Beside> beside(Result result, String format, Words words) {
        var beside = new ArrayList<Beside>();
        result.elsewhere()
                .ifPresent(score -> beside.add(new Beside(
                        number(score, words), words.say("survey.results.elsewhere", format, score.answers()))));
        for (var way : Attendance.values()) {
            Optional.ofNullable(result.sides().get(way))
                    .ifPresent(score -> beside.add(new Beside(
                            number(score, words), words.say("survey.results." + way.code(), score.answers()))));
        }
        return beside;
    }

    private static String number(Score score, Words words) {
        return words.say("survey.results.mean", score.mean());
    }
}
