package nl.samenkomst.survey;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.kit.rule.CleanText;
import nl.samenkomst.kit.rule.Fault;
import nl.samenkomst.kit.rule.Faults;
import nl.samenkomst.kit.web.Body;
import nl.samenkomst.spi.Attendance;
import nl.samenkomst.spi.SurveyQuestion.Kind;
import nl.samenkomst.survey.Ballot.Said;

/**
 * What somebody filled in: every question may be passed over, but not all.
 *
 * @param typed by question, as it came in
 * @param said what is answered, in the order of the questions
 * @param version of the questions that they read
 */
record FeedbackForm(
        Map<String, List<String>> typed,
        List<Said> said,
        Optional<Attendance> attendance,
        int version,
        List<Fault> faults) {

    /** Letters in an open answer, at most. */
    static final int LONGEST = 1_000;

    static final String ATTENDANCE = "attendance";
    static final FeedbackForm EMPTY = new FeedbackForm(Map.of(), List.of(), Optional.empty(), 0, List.of());

    FeedbackForm {
        typed = Map.copyOf(typed);
        said = List.copyOf(said);
        faults = List.copyOf(faults);
    }

    /** Reads it against the questions as they are asked now. */
    static FeedbackForm read(Body body, Survey survey) {
        var faults = new Faults();
        var typed = new LinkedHashMap<String, List<String>>();
        var said = new ArrayList<Said>();
        for (var question : survey.questions()) {
            var values = values(body.json().getValue("answers"), question.id());
            typed.put(question.id(), values);
            said.addAll(read(question, values, faults));
        }
        var way = body.text(ATTENDANCE);
        if (way.isPresent() && way.flatMap(Attendance::of).isEmpty()) {
            faults.add(ATTENDANCE, "survey.fault.choice");
        }
        if (said.isEmpty() && faults.none() && !survey.questions().isEmpty()) {
            faults.add(field(survey.questions().get(0).id()), "survey.fault.empty");
        }
        return new FeedbackForm(typed, said, way.flatMap(Attendance::of), version(body), faults.list());
    }

    static String field(String question) {
        return "answers[" + question + "]";
    }

    private static List<String> values(Object answers, String question) {
        var value = answers instanceof JsonObject all ? all.getValue(question) : "";
        var several = value instanceof JsonArray list ? list.stream().toList() : List.of(value == null ? "" : value);
        return several.stream()
                .map(String::valueOf)
                .filter(text -> !text.isBlank())
                .toList();
    }

    private static List<Said> read(Asked question, List<String> values, Faults faults) {
        if (question.open()) {
            var words = CleanText.lines(String.join("\n", values));
            if (words.codePointCount(0, words.length()) > LONGEST) {
                faults.add(field(question.id()), "error.field.long", LONGEST);
            }
            return words.isEmpty() ? List.of() : List.of(new Said(question.id(), words));
        }
        var chosen = values.stream().distinct().toList();
        if (!question.values().containsAll(chosen) || (chosen.size() > 1 && question.kind() != Kind.SEVERAL_OF)) {
            faults.add(field(question.id()), "survey.fault.choice");
            return List.of();
        }
        return chosen.stream().map(value -> new Said(question.id(), value)).toList();
    }

    private static int version(Body body) {
        return body.text("version")
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    boolean complete() {
        return faults.isEmpty();
    }

    /** The same with another thing that is wrong. */
    FeedbackForm with(Fault fault) {
        var more = new ArrayList<>(faults);
        more.add(fault);
        return new FeedbackForm(typed, said, attendance, version, more);
    }

    /** What they wrote in words, in the order of the questions. */
    List<String> words(Survey survey) {
        return said.stream()
                .filter(one ->
                        survey.question(one.question()).filter(Asked::open).isPresent())
                .map(Said::value)
                .toList();
    }
}
