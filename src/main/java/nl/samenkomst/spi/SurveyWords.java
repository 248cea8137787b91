package nl.samenkomst.spi;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import nl.samenkomst.spi.SurveyQuestion.Kind;

/**
 * Makes the questions of a survey out of a plugin's texts: {@code survey.<id>} is a question, {@code survey.<id>.hint} its hint, {@code
 * survey.<id>.0} its first choice.
 */
public record SurveyWords(PluginWords words, Locale locale) {

    /** A question with a hint that is answered in words or, like a rating and zero to ten, by a number. */
    public SurveyQuestion hinted(String id, Kind kind) {
        return new SurveyQuestion(id, kind, say(id), say(id + ".hint"), List.of());
    }

    /** A question without a hint or choices. */
    public SurveyQuestion plain(String id, Kind kind) {
        return new SurveyQuestion(id, kind, say(id), "", List.of());
    }

    /** A question with a hint and so many choices. */
    public SurveyQuestion choosing(String id, Kind kind, int choices) {
        return new SurveyQuestion(
                id,
                kind,
                say(id),
                say(id + ".hint"),
                IntStream.range(0, choices).mapToObj(i -> say(id + "." + i)).toList());
    }

    /** The five that our own formats ask: a rating, a step of agreement, several of four, an open question, and zero to ten. */
    public List<SurveyQuestion> five(String agree, String several, String open) {
        return List.of(
                hinted("rating", Kind.RATING),
                plain(agree, Kind.AGREE),
                choosing(several, Kind.SEVERAL_OF, 4),
                hinted(open, Kind.OPEN),
                hinted("recommend", Kind.ZERO_TO_TEN));
    }

    private String say(String key) {
        return words.say(locale, "survey." + key);
    }
}
