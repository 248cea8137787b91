package nl.samenkomst.survey;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import nl.samenkomst.kit.i18n.Languages;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.spi.SurveyQuestion;
import nl.samenkomst.spi.SurveyQuestion.Kind;

/** The questions that fit any gathering, for a format that brings none of its own. */
final class UsualQuestions {

    private static final int MET = 4;

    private UsualQuestions() {}

    static List<Asked> asked(Languages languages) {
        return Asked.of(locale -> in(languages.in(locale.getLanguage())));
    }

    private static List<SurveyQuestion> in(Words words) {
        return List.of(
                question(words, "rating", Kind.RATING, 0),
                question(words, "room", Kind.AGREE, 0),
                question(words, "met", Kind.SEVERAL_OF, MET),
                question(words, "next", Kind.OPEN, 0),
                question(words, "recommend", Kind.ZERO_TO_TEN, 0));
    }

    private static SurveyQuestion question(Words words, String id, Kind kind, int choices) {
        var key = "survey.usual." + id;
        var hint = key + ".hint";
        return new SurveyQuestion(
                id,
                kind,
                words.say(key),
                words.has(hint) ? words.say(hint) : "",
                IntStream.range(0, choices)
                        .mapToObj(i -> words.say(String.format(Locale.ROOT, "%s.%d", key, i)))
                        .toList());
    }
}
