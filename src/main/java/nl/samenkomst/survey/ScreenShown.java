package nl.samenkomst.survey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventFacts;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.Links;
import nl.samenkomst.kit.web.QrSquare;
import nl.samenkomst.spi.SurveyQuestion;

/**
 * What stands on the screen in the room.
 *
 * @param way how to take part; empty while, or once, nobody can
 * @param of how many people there are to answer, in words
 * @param rating how the first number was given; empty while too few answered
 * @param chart the question of the rating
 * @param wrote the question that the words answer; empty where none are put here
 */
record ScreenShown(
        EventFacts facts,
        String stream,
        String back,
        Optional<Way> way,
        int received,
        String of,
        String chart,
        Optional<ScreenBars> rating,
        Optional<String> wrote,
        List<AnswerStore.Wrote> said,
        String reader) {

    /** By the square, or by a short address and a code. */
    record Way(QrSquare square, String address, String code) {}

    /** What is read for it. */
    record Read(Survey survey, int came, Map<String, Integer> counts, List<AnswerStore.Wrote> words) {}

    ScreenShown {
        said = List.copyOf(said);
    }

    static ScreenShown of(
            Event event,
            EventFacts facts,
            Read read,
            String stream,
            String back,
            boolean open,
            Words words,
            Links links) {
        var survey = read.survey();
        var language = words.locale().getLanguage();
        var rated = rated(survey).map(one -> one.in(language));
        return new ScreenShown(
                facts,
                stream,
                back,
                survey.code().filter(code -> open).map(code -> way(event, code, links)),
                survey.received(),
                words.say("survey.screen.of", survey.received(), read.came()),
                rated.map(SurveyQuestion::words).orElse(""),
                rated(survey)
                        .filter(one -> survey.tells())
                        .map(one -> bars(one, one.in(language), read.counts(), words)),
                written(survey).filter(one -> !read.words().isEmpty()).map(one -> one.in(language)
                        .words()),
                read.words(),
                words.say("survey.screen.reader", firstName(event)));
    }

    private static String firstName(Event event) {
        var name = event.contact().name();
        int space = name.indexOf(' ');
        return space < 0 ? name : name.substring(0, space);
    }

    private static Way way(Event event, String code, Links links) {
        var address = links.url(RoomFeedback.SHORT).replaceFirst("^https?://", "");
        return new Way(QrSquare.of(links.url(RoomFeedback.path(event, code))), address, code);
    }

    /** The first number that people give. */
    static Optional<Asked> rated(Survey survey) {
        return survey.questions().stream()
                .filter(one -> one.kind() == SurveyQuestion.Kind.RATING)
                .findFirst();
    }

    /** The first question that people answer in words. */
    static Optional<Asked> written(Survey survey) {
        return survey.questions().stream().filter(Asked::open).findFirst();
    }

    private static ScreenBars bars(Asked asked, SurveyQuestion question, Map<String, Integer> counts, Words words) {
        var ends = question.hint().indexOf('|');
        var low = ends < 0 ? "" : question.hint().substring(0, ends).strip();
        var high = ends < 0 ? "" : question.hint().substring(ends + 1).strip();
        var values = new ArrayList<>(asked.values());
        Collections.reverse(values);
        var bars = new ArrayList<ScreenBars.Bar>();
        for (int i = 0; i < values.size(); i++) {
            var meaning = i == 0 ? high : i == values.size() - 1 ? low : "";
            bars.add(new ScreenBars.Bar(values.get(i), meaning, counts.getOrDefault(values.get(i), 0)));
        }
        return new ScreenBars(words.say("survey.screen.chart", question.words()), bars);
    }
}
