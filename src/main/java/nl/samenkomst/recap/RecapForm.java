package nl.samenkomst.recap;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.kit.rule.CleanText;
import nl.samenkomst.kit.rule.Faults;
import nl.samenkomst.kit.rule.Id;
import nl.samenkomst.kit.web.Body;

/**
 * The words of a recap as they were typed.
 *
 * @param version that they were typed upon
 * @param mail whether those who came are to be told
 */
record RecapForm(Map<String, RecapText> words, Set<UUID> leftOut, long version, boolean mail) {

    /** In bytes: several languages, each with as much as may be typed. */
    static final int BODY = 256 * 1024;

    static final int INTRO = 600;
    static final int RESULTS = 12;
    static final int RESULT = 300;

    /** The name of a field, such as {@code nl[intro]}; a dot is what faults have for the bracket. */
    static String field(String language, String part) {
        return language + "[" + part + "]";
    }

    /**
     * What was typed.
     *
     * @param made the introduction of each language as it is made from what was counted: typed like that, it is made anew each time
     */
    static RecapForm read(Body body, List<String> languages, Map<String, String> made, Faults faults) {
        var words = new LinkedHashMap<String, RecapText>();
        for (var language : languages) {
            var text = text(language, inner(body, language), faults);
            var same = text.intro().equals(made.getOrDefault(language, ""));
            words.put(language, same ? new RecapText("", text.results()) : text);
        }
        words.values().removeIf(RecapText::empty);
        return new RecapForm(
                words,
                leftOut(body),
                body.text("version")
                        .filter(text -> text.matches("[0-9]{1,18}"))
                        .map(Long::parseLong)
                        .orElse(-1L),
                body.text("mail").isPresent());
    }

    private static JsonObject inner(Body body, String language) {
        return body.json().getValue(language) instanceof JsonObject inner ? inner : new JsonObject();
    }

    private static RecapText text(String language, JsonObject typed, Faults faults) {
        var intro = CleanText.line(string(typed, "intro"));
        var results = lines(string(typed, "results"));
        if (length(intro) > INTRO) {
            faults.add(field(language, "intro"), "error.field.long", INTRO);
        }
        if (results.size() > RESULTS) {
            faults.add(field(language, "results"), "recap.results.many", RESULTS);
        } else if (results.stream().anyMatch(line -> length(line) > RESULT)) {
            faults.add(field(language, "results"), "recap.results.long", RESULT);
        }
        return new RecapText(intro, results);
    }

    private static String string(JsonObject typed, String field) {
        return typed.getValue(field) instanceof String text ? text : "";
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** A line each; the sign that people put before lines of a list is ours to put there. */
    private static List<String> lines(String text) {
        return Arrays.stream(CleanText.lines(text).split("\n", -1))
                .map(line -> CleanText.line(line.replaceFirst("^\\s*[-*•]\\s+", "")))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static Set<UUID> leftOut(Body body) {
        return Optional.ofNullable(body.json().getValue("leftOut"))
                .map(value -> value instanceof JsonArray several ? several.stream() : Stream.of(value))
                .orElseGet(Stream::empty)
                .flatMap(id -> Id.of(String.valueOf(id)).stream())
                .collect(Collectors.toSet());
    }
}
