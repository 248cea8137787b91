package nl.samenkomst.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.event.EventFacts;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.Fault;
import nl.samenkomst.kit.web.FormShown;
import nl.samenkomst.spi.Attendance;

/**
 * The page with the questions.
 *
 * @param past whether the gathering is over, which its date leaf shows
 * @param keep under this name a half-filled form is kept on the device
 * @param token of the form under a personal link; empty where {@code code} is there and a public form's token fills a hole
 * @param ways how one took part, asked where only the person knows
 */
record FeedbackShown(
        EventFacts facts,
        boolean past,
        String lead,
        Optional<FormShown.Wrong> wrong,
        String action,
        String keep,
        Optional<String> code,
        String token,
        String scope,
        int version,
        List<QuestionShown> questions,
        List<QuestionShown.Option> ways) {

    /** Where the form is sent to, and by what it is believed. */
    record Post(String action, Optional<String> code, String token, boolean asksWay) {}

    FeedbackShown {
        questions = List.copyOf(questions);
        ways = List.copyOf(ways);
    }

    static FeedbackShown of(Survey survey, EventFacts facts, boolean past, Post post, FeedbackForm form, Words words) {
        var questions = new ArrayList<QuestionShown>();
        for (var asked : survey.questions()) {
            var name = FeedbackForm.field(asked.id());
            questions.add(QuestionShown.of(
                    questions.size() + 1,
                    asked,
                    form.typed().getOrDefault(asked.id(), List.of()),
                    said(form, name, words),
                    words));
        }
        return new FeedbackShown(
                facts,
                past,
                words.capital(words.say("survey.form.lead", survey.questions().size())),
                form.complete() ? Optional.empty() : Optional.of(FormShown.Wrong.of(form.faults(), words)),
                post.action(),
                "survey:" + survey.id(),
                post.code(),
                post.token(),
                scope(survey),
                survey.version(),
                questions,
                post.asksWay() ? ways(form, words) : List.of());
    }

    static String scope(Survey survey) {
        return "survey:" + survey.id();
    }

    private static String said(FeedbackForm form, String field, Words words) {
        return form.faults().stream()
                .filter(fault -> fault.field().equals(field))
                .findFirst()
                .map((Fault fault) -> words.say(fault.text(), fault.values()))
                .orElse("");
    }

    private static List<QuestionShown.Option> ways(FeedbackForm form, Words words) {
        return List.of(Attendance.values()).stream()
                .map(way -> new QuestionShown.Option(
                        way.code(),
                        words.say("survey.form.way." + way.code()),
                        form.attendance().equals(Optional.of(way))))
                .toList();
    }
}
