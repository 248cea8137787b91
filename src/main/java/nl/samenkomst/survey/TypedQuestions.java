package nl.samenkomst.survey;

import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.kit.rule.CleanText;
import nl.samenkomst.spi.SurveyQuestion.Kind;

/** The questions of a survey as they stand in the form by which staff change them, from top to bottom. */
record TypedQuestions(List<Row> rows) {

    /** What the name of a field is made of: {@code q[2].words.nl} is the third question in Dutch. */
    private static final Pattern NAME = Pattern.compile("q\\[([0-9]{1,2})]\\.([a-z]+(?:\\.[a-z]{2,3})?)");

    private static final Pattern PRESSED = Pattern.compile("(up|down|remove):([0-9]{1,2})");
    private static final String BETWEEN_ENDS = "|";

    /**
     * One question.
     *
     * @param id of a question that is there already; empty for a new one
     * @param texts what was typed, by the ends of the names of its fields: {@code words.nl}, {@code choices.en}
     */
    record Row(String id, Kind kind, Map<String, String> texts) {

        Row {
            texts = Map.copyOf(texts);
        }

        String text(String part, String language) {
            return texts.getOrDefault(part + "." + language, "");
        }

        /** What is typed in it, the same whatever order it came in. */
        Stream<String> said() {
            return texts.entrySet().stream()
                    .filter(one -> one.getKey().contains("."))
                    .sorted(Map.Entry.comparingByKey(Comparator.reverseOrder()))
                    .map(one -> CleanText.line(one.getValue()))
                    .filter(text -> !text.isEmpty());
        }

        /** Whether its answers are numbers of which the lowest and the highest can be given a meaning. */
        boolean scale() {
            return kind == Kind.RATING || kind == Kind.ZERO_TO_TEN;
        }
    }

    TypedQuestions {
        rows = List.copyOf(rows);
    }

    /** As they were typed; what names no kind that we know is left out. */
    static TypedQuestions of(MultiMap form) {
        var found = new TreeMap<Integer, Map<String, String>>();
        form.forEach(field -> {
            var name = NAME.matcher(field.getKey());
            if (name.matches()) {
                found.computeIfAbsent(Integer.valueOf(name.group(1)), first -> new LinkedHashMap<>())
                        .put(name.group(2), field.getValue());
            }
        });
        return new TypedQuestions(found.values().stream()
                .flatMap(texts -> Kind.of(texts.getOrDefault("kind", "")).stream()
                        .map(kind -> new Row(texts.getOrDefault("id", ""), kind, texts)))
                .toList());
    }

    /** As they are kept. */
    static TypedQuestions of(List<Asked> kept) {
        return new TypedQuestions(kept.stream().map(TypedQuestions::row).toList());
    }

    private static Row row(Asked asked) {
        var texts = new LinkedHashMap<String, String>();
        asked.words().forEach((language, words) -> {
            texts.put("words." + language, words);
            texts.put(
                    "choices." + language,
                    asked.choices().stream()
                            .map(choice -> choice.getOrDefault(language, ""))
                            .collect(Collectors.joining("\n"))
                            .strip());
            hint(asked.hints().getOrDefault(language, ""), language, texts);
        });
        return new Row(asked.id(), asked.kind(), texts);
    }

    /** The hint of a scale names its two ends. */
    private static void hint(String hint, String language, Map<String, String> texts) {
        int between = hint.indexOf(BETWEEN_ENDS);
        if (between < 0) {
            texts.put("hint." + language, hint);
        } else {
            texts.put("low." + language, hint.substring(0, between).strip());
            texts.put("high." + language, hint.substring(between + 1).strip());
        }
    }

    /** After a press on the button that says this; empty where it is no button of a row or of a new one. */
    Optional<TypedQuestions> pressed(String deed, String kind) {
        if (deed.equals("add")) {
            return Kind.of(kind).map(this::with);
        }
        var pressed = PRESSED.matcher(deed);
        return pressed.matches()
                ? Optional.of(moved(pressed.group(1), Integer.parseInt(pressed.group(2))))
                : Optional.empty();
    }

    private TypedQuestions with(Kind kind) {
        var more = new ArrayList<>(rows);
        more.add(new Row("", kind, Map.of()));
        return new TypedQuestions(more);
    }

    private TypedQuestions moved(String deed, int row) {
        var moved = new ArrayList<>(rows);
        int other = deed.equals("up") ? row - 1 : row + 1;
        if (row >= moved.size()) {
            return this;
        }
        if (deed.equals("remove")) {
            moved.remove(row);
        } else if (other >= 0 && other < moved.size()) {
            moved.set(other, moved.set(row, moved.get(other)));
        }
        return new TypedQuestions(moved);
    }
}
