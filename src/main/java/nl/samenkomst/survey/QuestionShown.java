package nl.samenkomst.survey;

import java.util.ArrayList;
import java.util.List;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.spi.SurveyQuestion;

/**
 * A question on the page.
 *
 * @param id its own within the page; the summary of faults leads to it
 * @param look {@code scale}, {@code list} or {@code text}
 * @param type of the boxes: {@code radio} or {@code checkbox}
 * @param low what the lowest of a scale means, with its number; empty where nothing is said
 * @param text what stands in an open answer
 */
record QuestionShown(
        int number,
        String id,
        String name,
        String look,
        String type,
        String label,
        String hint,
        String low,
        String high,
        List<Option> options,
        String text,
        String error) {

    /** Something to choose; {@code id} where the summary of faults leads. */
    record Option(String value, String label, boolean chosen) {}

    QuestionShown {
        options = List.copyOf(options);
    }

    static QuestionShown of(int number, Asked asked, List<String> typed, String error, Words words) {
        var question = asked.in(words.locale().getLanguage());
        boolean scale = scale(asked);
        var ends = scale ? question.hint().split("\\|", 2) : new String[0];
        boolean told = ends.length == 2;
        var values = asked.values();
        return new QuestionShown(
                number,
                "answers-" + asked.id(),
                FeedbackForm.field(asked.id()),
                scale ? "scale" : asked.open() ? "text" : "list",
                asked.kind() == SurveyQuestion.Kind.SEVERAL_OF ? "checkbox" : "radio",
                question.words(),
                scale ? "" : question.hint(),
                told ? words.say("survey.form.end", values.get(0), ends[0].strip()) : "",
                told ? words.say("survey.form.end", values.get(values.size() - 1), ends[1].strip()) : "",
                options(asked, question, typed, words),
                asked.open() ? String.join("\n", typed) : "",
                error);
    }

    private static boolean scale(Asked asked) {
        return asked.kind() == SurveyQuestion.Kind.RATING || asked.kind() == SurveyQuestion.Kind.ZERO_TO_TEN;
    }

    private static List<Option> options(Asked asked, SurveyQuestion question, List<String> typed, Words words) {
        var options = new ArrayList<Option>();
        var values = asked.values();
        for (int i = 0; i < values.size(); i++) {
            var label =
                    switch (asked.kind()) {
                        case AGREE -> words.say("survey.agree." + values.get(i));
                        case ONE_OF, SEVERAL_OF -> question.choices().get(i);
                        default -> values.get(i);
                    };
            options.add(new Option(values.get(i), label, typed.contains(values.get(i))));
        }
        return options;
    }
}
