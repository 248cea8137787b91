package nl.samenkomst.survey;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import nl.samenkomst.kit.i18n.Languages;
import nl.samenkomst.spi.SurveyQuestion;
import nl.samenkomst.spi.SurveyQuestion.Kind;

/**
 * A question of one survey, with its words in every language that it is asked in.
 *
 * @param words by language tag
 * @param hints by language tag; see {@link SurveyQuestion}
 * @param choices each by language tag; an answer names a choice by its number, the first being 0
 */
public record Asked(
        String id, Kind kind, Map<String, String> words, Map<String, String> hints, List<Map<String, String>> choices) {

    private static final int BEST_RATING = 5;
    private static final int MOST_LIKELY = 10;
    private static final int AGREE_STEPS = 4;

    public Asked {
        requireNonNull(id);
        requireNonNull(kind);
        words = Map.copyOf(words);
        hints = Map.copyOf(hints);
        choices = List.copyOf(choices);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a question has words: " + id);
        }
    }

    /** The questions that somebody asks, language by language; the first language says which there are. */
    public static List<Asked> of(Function<Locale, List<SurveyQuestion>> asked) {
        var byLanguage = new LinkedHashMap<String, Map<String, SurveyQuestion>>();
        for (var tag : Languages.TAGS) {
            var told = new LinkedHashMap<String, SurveyQuestion>();
            asked.apply(Locale.forLanguageTag(tag)).forEach(question -> told.put(question.id(), question));
            byLanguage.put(tag, told);
        }
        return byLanguage.getOrDefault(Languages.TAGS.get(0), Map.of()).values().stream()
                .map(first -> merged(first, byLanguage))
                .toList();
    }

    private static Asked merged(SurveyQuestion first, Map<String, Map<String, SurveyQuestion>> byLanguage) {
        var same = new LinkedHashMap<String, SurveyQuestion>();
        byLanguage.forEach((tag, told) -> Optional.ofNullable(told.get(first.id()))
                .filter(other -> other.kind() == first.kind())
                .filter(other -> other.choices().size() == first.choices().size())
                .ifPresent(other -> same.put(tag, other)));
        return new Asked(
                first.id(),
                first.kind(),
                each(same, SurveyQuestion::words),
                each(same, SurveyQuestion::hint),
                IntStream.range(0, first.choices().size())
                        .mapToObj(i -> each(same, one -> one.choices().get(i)))
                        .toList());
    }

    private static Map<String, String> each(Map<String, SurveyQuestion> told, Function<SurveyQuestion, String> part) {
        var texts = new LinkedHashMap<String, String>();
        told.forEach((tag, question) -> texts.put(tag, part.apply(question)));
        return texts;
    }

    /** As it is read in this language, else in the first of ours that it has. */
    public SurveyQuestion in(String language) {
        return new SurveyQuestion(
                id,
                kind,
                text(words, language),
                text(hints, language),
                choices.stream().map(choice -> text(choice, language)).toList());
    }

    private static String text(Map<String, String> texts, String language) {
        return Optional.ofNullable(texts.get(language))
                .or(() -> Languages.TAGS.stream()
                        .filter(texts::containsKey)
                        .findFirst()
                        .map(texts::get))
                .or(() -> new TreeMap<>(texts).values().stream().findFirst())
                .orElse("");
    }

    /**
     * What can be answered, lowest first: 1 to 5, 0 to 10, 1 (fully agree) to 4 (fully disagree), or the numbers of the choices;
     * nothing for an open question.
     */
    public List<String> values() {
        return switch (kind) {
            case RATING -> numbers(1, BEST_RATING);
            case ZERO_TO_TEN -> numbers(0, MOST_LIKELY);
            case AGREE -> numbers(1, AGREE_STEPS);
            case ONE_OF, SEVERAL_OF -> numbers(0, choices.size() - 1);
            case OPEN -> List.of();
        };
    }

    private static List<String> numbers(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(String::valueOf).toList();
    }

    public boolean open() {
        return kind == Kind.OPEN;
    }
}
