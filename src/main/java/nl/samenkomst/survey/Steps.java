package nl.samenkomst.survey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.spi.SurveyQuestion;

/** What could be answered to a question that has its answers given, in the order that people read results in: the best first. */
final class Steps {

    /** The steps by which people say that they agree, fully or not. */
    static final List<String> AGREEING = List.of("1", "2");

    /** The hint of a scale names its two ends, the lowest first. */
    private static final String BETWEEN_ENDS = "|";

    private Steps() {}

    /**
     * One of them.
     *
     * @param value as it is stored
     * @param label as people read it
     */
    record Step(String value, String label) {}

    /** None of an open question. */
    static List<Step> of(Asked asked, Words words) {
        var read = asked.in(words.locale().getLanguage());
        return switch (asked.kind()) {
            case RATING, ZERO_TO_TEN -> scale(asked.values(), read);
            case AGREE ->
                asked.values().stream()
                        .map(value -> new Step(value, words.say("survey.agree." + value)))
                        .toList();
            case ONE_OF, SEVERAL_OF ->
                IntStream.range(0, read.choices().size())
                        .mapToObj(place ->
                                new Step(String.valueOf(place), read.choices().get(place)))
                        .toList();
            case OPEN -> List.of();
        };
    }

    private static List<Step> scale(List<String> values, SurveyQuestion read) {
        var steps = new ArrayList<Step>();
        values.forEach(value -> steps.add(new Step(value, value)));
        int between = read.hint().indexOf(BETWEEN_ENDS);
        if (between >= 0) {
            steps.set(0, named(values.get(0), read.hint().substring(0, between)));
            steps.set(
                    steps.size() - 1,
                    named(values.get(values.size() - 1), read.hint().substring(between + 1)));
        }
        Collections.reverse(steps);
        return steps;
    }

    private static Step named(String value, String meaning) {
        return new Step(value, (value + " " + meaning.strip()).strip());
    }
}
