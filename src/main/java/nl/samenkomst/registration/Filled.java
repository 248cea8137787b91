package nl.samenkomst.registration;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.Fault;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a form's fields when it is shown: nothing yet, what is known already, or what was typed with what is wrong with it.
 *
 * @param values by the fields' public names, answers within {@code answers}
 * @param errors words by the fields' public names, such as {@code answers[soup]}
 */
record Filled(JsonObject values, Map<String, String> errors) {

    static final Filled NOTHING = new Filled(new JsonObject(), Map.of());

    Filled {
        errors = Map.copyOf(errors);
    }

    static Filled known(JsonObject values) {
        return new Filled(values, Map.of());
    }

    static Filled typed(JsonObject values, List<Fault> wrong, Words words) {
        return new Filled(
                values,
                wrong.stream()
                        .collect(Collectors.toMap(
                                Fault::field,
                                fault -> words.say(fault.text(), fault.values()),
                                (first, second) -> first)));
    }

    String text(String field) {
        return written(values.getValue(field));
    }

    String answer(String question) {
        return answered(question).map(Filled::written).orElse("");
    }

    /** Whether this choice was made, alone or among others. */
    boolean chose(String question, String choice) {
        return answered(question)
                .map(value -> value instanceof JsonArray several
                        ? several.contains(choice)
                        : written(value).equals(choice))
                .orElse(false);
    }

    String error(String field) {
        return errors.getOrDefault(field, "");
    }

    /** What was chosen for one of several things within a field, such as {@code sessions[webinar]}. */
    Optional<String> within(String field, String thing) {
        return values.getValue(field) instanceof JsonObject inner
                ? Optional.of(written(inner.getValue(thing)))
                : Optional.empty();
    }

    private Optional<Object> answered(String question) {
        return Optional.ofNullable(values.getValue("answers"))
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .map((Function<JsonObject, Object>) answers -> answers.getValue(question));
    }

    /** As the field would bear it: also for answers in the shape they are kept in. */
    private static String written(@Nullable Object value) {
        if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        }
        return value instanceof String || value instanceof Number ? value.toString() : "";
    }
}
