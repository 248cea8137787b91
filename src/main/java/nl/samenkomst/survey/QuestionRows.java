package nl.samenkomst.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.samenkomst.kit.i18n.Languages;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.Fault;
import nl.samenkomst.kit.web.Field;
import nl.samenkomst.survey.TypedQuestions.Row;

/**
 * Makes the fields of the questions that staff change.
 *
 * @param languages of the organisation, its own first
 * @param faults words by the names of fields
 */
record QuestionRows(List<String> languages, Map<String, String> faults, Words words) {

    static QuestionRows of(List<String> languages, List<Fault> faults, Words words) {
        return new QuestionRows(
                languages,
                faults.stream()
                        .collect(Collectors.toMap(Fault::field, fault -> words.say(fault.text(), fault.values()))),
                words);
    }

    List<QuestionsShown.Row> rows(TypedQuestions typed) {
        int last = typed.rows().size() - 1;
        return IntStream.rangeClosed(0, last)
                .mapToObj(row -> row(typed.rows().get(row), row, last))
                .toList();
    }

    private QuestionsShown.Row row(Row typed, int row, int last) {
        return new QuestionsShown.Row(
                row + 1,
                row,
                typed.id(),
                typed.kind().code(),
                words.say("survey.kind." + typed.kind().code()),
                row == 0,
                row == last,
                fields(typed, row, languages.get(0)),
                languages.stream()
                        .skip(1)
                        .map(language -> tongue(typed, row, language))
                        .toList());
    }

    private QuestionsShown.Tongue tongue(Row typed, int row, String language) {
        var fields = fields(typed, row, language);
        return new QuestionsShown.Tongue(
                language,
                Languages.ownName(language),
                fields.stream().anyMatch(field -> !field.error().isEmpty()),
                !typed.text("words", language).isBlank(),
                fields);
    }

    private List<Field> fields(Row typed, int row, String language) {
        var fields = new ArrayList<Field>();
        fields.add(field(typed, row, "words", language, "text"));
        if (typed.kind().choosing()) {
            fields.add(field(typed, row, "choices", language, "prose"));
        }
        if (typed.scale()) {
            fields.add(field(typed, row, "low", language, "text"));
            fields.add(field(typed, row, "high", language, "text"));
        } else {
            fields.add(field(typed, row, "hint", language, "text"));
        }
        return fields;
    }

    private Field field(Row typed, int row, String part, String language, String kind) {
        var name = QuestionsForm.name(row, part, language);
        var needed = language.equals(languages.get(0)) && (part.equals("words") || part.equals("choices"));
        return new Field(
                id(name),
                name,
                kind,
                words.say("survey.questions.field." + part),
                part.equals("choices") ? words.say("survey.questions.field.choices.hint") : "",
                typed.text(part, language),
                faults.getOrDefault(name, ""),
                needed,
                "",
                List.of());
    }

    /** As the links of a summary of faults have it. */
    static String id(String name) {
        return name.replaceAll("[\\[\\].]+", "-");
    }
}
