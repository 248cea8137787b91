package nl.samenkomst.survey;

import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.kit.i18n.Languages;
import nl.samenkomst.kit.rule.CleanText;
import nl.samenkomst.kit.rule.Faults;
import nl.samenkomst.survey.TypedQuestions.Row;

/**
 * Reads the questions that staff typed: each needs its words in the organisation's own language, and may have them in its others. What
 * is missing in a language is asked in the first.
 *
 * @param languages of the organisation, its own first
 * @param kept the questions as they stand now: those that are still there keep their id
 */
record QuestionsForm(List<String> languages, List<Asked> kept) {

    private static final int MOST = 20;
    private static final int WORDS = 200;
    private static final int END = 40;
    private static final int CHOICE = 100;
    private static final int CHOICES = 12;

    QuestionsForm {
        languages = languages.stream().filter(Languages::known).toList();
        if (languages.isEmpty()) {
            languages = List.of(Languages.TAGS.get(0));
        }
    }

    /** The name of a field of the row with this number, counted from 0. */
    static String name(int row, String part, String language) {
        return "q[" + row + "]." + part + "." + language;
    }

    static long edited(MultiMap form) {
        return Optional.ofNullable(form.get("edited"))
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElse(-1L);
    }

    /** What is to be asked, as far as the faults let it be. */
    List<Asked> read(TypedQuestions typed, Faults faults) {
        if (typed.rows().isEmpty()) {
            faults.add("kind", "survey.questions.none");
        }
        if (typed.rows().size() > MOST) {
            faults.add("kind", "survey.questions.many", MOST);
        }
        var read = new ArrayList<Asked>();
        for (int row = 0; row < typed.rows().size(); row++) {
            new Reading(typed.rows().get(row), row, faults).asked(read).ifPresent(read::add);
        }
        return read;
    }

    private String first() {
        return languages.get(0);
    }

    /** One row being read. */
    private final class Reading {

        private final Row typed;
        private final int row;
        private final Faults faults;

        Reading(Row typed, int row, Faults faults) {
            this.typed = typed;
            this.row = row;
            this.faults = faults;
        }

        /** Empty where it has no words. */
        Optional<Asked> asked(List<Asked> before) {
            var words = new LinkedHashMap<String, String>();
            var hints = new LinkedHashMap<String, String>();
            for (var language : languages) {
                line("words", language, WORDS).ifPresent(text -> words.put(language, text));
                hint(language).ifPresent(text -> hints.put(language, text));
            }
            if (!words.containsKey(first())) {
                faults.add(name(row, "words", first()), "survey.questions.words");
                return Optional.empty();
            }
            var known = kept.stream()
                    .filter(one -> one.id().equals(typed.id()) && one.kind() == typed.kind())
                    .filter(one ->
                            before.stream().noneMatch(earlier -> earlier.id().equals(one.id())))
                    .findFirst();
            var choices = typed.kind().choosing() ? choices() : List.<Map<String, String>>of();
            known.ifPresent(one -> keep(one, words, hints, choices));
            return Optional.of(
                    new Asked(known.map(Asked::id).orElseGet(Reading::id), typed.kind(), words, hints, choices));
        }

        /** Tells nothing, and is no other question's, also not that of another event. */
        private static String id() {
            return "own-" + UUID.randomUUID().toString().substring(0, 8);
        }

        private Optional<String> line(String part, String language, int longest) {
            var text = CleanText.line(typed.text(part, language));
            if (text.codePointCount(0, text.length()) > longest) {
                faults.add(name(row, part, language), "survey.questions.long", longest);
            }
            return Optional.of(text).filter(some -> !some.isEmpty());
        }

        private Optional<String> hint(String language) {
            if (!typed.scale()) {
                return line("hint", language, WORDS);
            }
            var low = line("low", language, END).map(Reading::end).orElse("");
            var high = line("high", language, END).map(Reading::end).orElse("");
            return Optional.of(low + "|" + high).filter(both -> both.length() > 1);
        }

        private static String end(String text) {
            return text.replace('|', '/');
        }

        private List<Map<String, String>> choices() {
            var lines = lines(first());
            var choices = new ArrayList<Map<String, String>>();
            lines.forEach(line -> choices.add(new LinkedHashMap<>(Map.of(first(), line))));
            if (lines.size() < 2 || lines.size() > CHOICES) {
                faults.add(name(row, "choices", first()), "survey.questions.choices", CHOICES);
            }
            for (var language : languages.subList(1, languages.size())) {
                var others = lines(language);
                if (others.size() == lines.size()) {
                    for (int i = 0; i < others.size(); i++) {
                        choices.get(i).put(language, others.get(i));
                    }
                } else if (!others.isEmpty()) {
                    faults.add(name(row, "choices", language), "survey.questions.same", lines.size());
                }
            }
            return choices;
        }

        private List<String> lines(String language) {
            var lines = CleanText.lines(typed.text("choices", language))
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            if (lines.stream().anyMatch(line -> line.codePointCount(0, line.length()) > CHOICE)) {
                faults.add(name(row, "choices", language), "survey.questions.long.choice", CHOICE);
            }
            if (new HashSet<>(lines).size() < lines.size()) {
                faults.add(name(row, "choices", language), "survey.questions.twice");
            }
            return lines;
        }

        /** Languages that this form does not show keep their words as long as ours say the same. */
        private void keep(
                Asked one, Map<String, String> words, Map<String, String> hints, List<Map<String, String>> choices) {
            if (ours(one.words()).equals(ours(words))
                    && one.choices().stream()
                            .map(this::ours)
                            .toList()
                            .equals(choices.stream().map(this::ours).toList())) {
                others(one.words(), words);
                others(one.hints(), hints);
                for (int i = 0; i < choices.size(); i++) {
                    others(one.choices().get(i), choices.get(i));
                }
            }
        }

        private String ours(Map<String, String> texts) {
            return texts.getOrDefault(first(), "");
        }

        private void others(Map<String, String> from, Map<String, String> to) {
            from.forEach((language, text) -> {
                if (!languages.contains(language)) {
                    to.put(language, text);
                }
            });
        }
    }
}
