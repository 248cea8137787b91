package nl.samenkomst.registration;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.samenkomst.kit.rule.CleanText;
import nl.samenkomst.kit.rule.Faults;
import nl.samenkomst.spi.Question;

/**
 * Checks answers against the questions they answer, each by its kind, and brings them into the shape they are kept in: text as text,
 * yes or no as a boolean, a number as a number, several choices as an array.
 */
final class AnswerSheet {

    static final int TEXT = 200;
    static final int LONG_TEXT = 2000;

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}([.,][0-9]{1,6})?");

    private final JsonObject given;
    private final Faults faults;

    private AnswerSheet(JsonObject given, Faults faults) {
        this.given = given;
        this.faults = faults;
    }

    /** The answers to these questions; answers to others are left out. */
    static JsonObject read(Fields fields, List<Question> questions) {
        var sheet = new AnswerSheet(fields.answers(), fields.faults());
        var answers = new JsonObject();
        questions.forEach(question -> sheet.answer(question).ifPresent(value -> answers.put(question.id(), value)));
        return answers;
    }

    /** Refuses answers to questions that nobody asked; a form may be older than the questions, a program names what it means. */
    static void only(Fields fields, List<Question> questions) {
        var known = questions.stream().map(Question::id).collect(Collectors.toSet());
        if (!fields.body().typed()) {
            fields.answers().fieldNames().stream()
                    .filter(id -> !known.contains(id))
                    .forEach(id -> fields.faults().add(field(id), "registration.form.unknown"));
        }
    }

    /** The public name of an answer's field. */
    static String field(String question) {
        return "answers[" + question + "]";
    }

    private Optional<Object> answer(Question question) {
        var value = given.getValue(question.id());
        boolean blank = value == null
                || (value instanceof String text && text.isBlank())
                || (value instanceof JsonArray array && array.isEmpty());
        if (blank) {
            if (question.required()) {
                faults.add(field(question.id()), missing(question.kind()));
            }
            return Optional.empty();
        }
        return switch (question.kind()) {
            case TEXT -> text(question, value, TEXT).map(CleanText::line);
            case LONG_TEXT -> text(question, value, LONG_TEXT).map(Object.class::cast);
            case ONE_OF -> chosen(question, value);
            case SEVERAL_OF -> several(question, value);
            case YES_NO -> yesNo(question, value);
            case NUMBER -> number(question, value);
        };
    }

    private static String missing(Question.Kind kind) {
        return switch (kind) {
            case ONE_OF, YES_NO -> "registration.form.answer.choose";
            case SEVERAL_OF -> "registration.form.answer.choose.some";
            case NUMBER -> "registration.form.answer.number";
            case TEXT, LONG_TEXT -> "registration.form.answer.missing";
        };
    }

    private Optional<String> text(Question question, Object value, int most) {
        if (!(value instanceof String text)) {
            return fault(question, "registration.form.type.text");
        }
        var clean = CleanText.lines(text);
        if (clean.codePointCount(0, clean.length()) > most) {
            return fault(question, "registration.form.long", most);
        }
        return Optional.of(clean);
    }

    private Optional<Object> chosen(Question question, Object value) {
        return question.choices().contains(value)
                ? Optional.of(value)
                : fault(question, "registration.form.answer.choose");
    }

    private Optional<Object> several(Question question, Object value) {
        List<?> list = value instanceof JsonArray array ? array.getList() : List.of(value);
        Set<Object> chosen = new LinkedHashSet<>(list);
        if (!question.choices().containsAll(chosen)) {
            return fault(question, "registration.form.answer.choose.some");
        }
        return Optional.of(new JsonArray(
                question.choices().stream().filter(chosen::contains).toList()));
    }

    private Optional<Object> yesNo(Question question, Object value) {
        if (value instanceof Boolean) {
            return Optional.of(value);
        }
        return "yes".equals(value) || "no".equals(value)
                ? Optional.of("yes".equals(value))
                : fault(question, "registration.form.answer.choose");
    }

    private Optional<Object> number(Question question, Object value) {
        var written = value instanceof Number
                ? new BigDecimal(value.toString()).toPlainString()
                : value.toString().strip();
        if (!NUMBER.matcher(written).matches()) {
            return fault(question, "registration.form.answer.number");
        }
        var number = new BigDecimal(written.replace(',', '.')).stripTrailingZeros();
        return Optional.of(number.scale() <= 0 ? (Object) number.longValueExact() : (Object) number.doubleValue());
    }

    private <T> Optional<T> fault(Question question, String text, Object... values) {
        faults.add(field(question.id()), text, values);
        return Optional.empty();
    }
}
