package nl.samenkomst.recap;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.kit.i18n.Languages;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.Faults;
import nl.samenkomst.kit.web.Body;
import nl.samenkomst.kit.web.Field;
import nl.samenkomst.kit.web.Fields;
import nl.samenkomst.kit.web.FormShown.Group;
import nl.samenkomst.kit.web.JsonReader;

/**
 * The review of a year as somebody types it: {@code {"intro": {"nl": "…"}, …, "showResults": ["<id>", …],
 * "showQuotes": […], "showPhotos": […]}}.
 *
 * @param languages those of the organisation that pages can be read in
 * @param material what may be chosen
 */
record ReviewForm(List<String> languages, ReviewMaterial material) {

    private static final int LINE = 120;
    private static final int PROSE = 3_000;
    private static final String BASE = "recap.review.desk.";

    /** What was typed and chosen. */
    record Typed(Map<String, ReviewText> words, ReviewChoice choice) {}

    static ReviewForm of(ReviewRead read) {
        var spoken = read.housed().organisation().languages().stream()
                .filter(Languages::known)
                .toList();
        return new ReviewForm(spoken, read.material());
    }

    /** What is saved, in the shape of what is typed. */
    JsonObject json(ReviewRead read) {
        var json = new JsonObject();
        for (var part : ReviewText.PARTS) {
            var inner = new JsonObject();
            languages.forEach(tag -> inner.put(tag, read.review().in(tag).part(part)));
            json.put(part, inner);
        }
        var choice = read.choice();
        return json.put("showResults", ids(choice.results()))
                .put("showQuotes", ids(choice.quotes()))
                .put("showPhotos", ids(choice.photos()));
    }

    private static JsonArray ids(Set<UUID> ids) {
        return new JsonArray(ids.stream().map(UUID::toString).toList());
    }

    /** What was sent, of what we asked. */
    JsonObject sent(Body body) {
        var json = new JsonObject();
        ReviewText.PARTS.forEach(part ->
                json.put(part, body.json().getValue(part) instanceof JsonObject inner ? inner : new JsonObject()));
        Stream.of("showResults", "showQuotes", "showPhotos").forEach(name -> json.put(name, several(body, name)));
        return json;
    }

    private static JsonArray several(Body body, String name) {
        var value = body.json().getValue(name);
        return value instanceof JsonArray all
                ? all
                : value instanceof String one ? new JsonArray().add(one) : new JsonArray();
    }

    /** The same, read; a 422 that names every field that is wrong. What may not be chosen any more is not. */
    Typed read(JsonObject sent) {
        var faults = new Faults();
        var reader = JsonReader.of(sent, faults);
        var parts = new LinkedHashMap<String, Map<String, String>>();
        for (var part : ReviewText.PARTS) {
            reader.inner(part)
                    .ifPresent(inner -> languages.forEach(tag -> text(inner, part, tag)
                            .ifPresent(text -> parts.computeIfAbsent(tag, first -> new LinkedHashMap<>())
                                    .put(part, text))));
        }
        faults.refuse();
        var words = new LinkedHashMap<String, ReviewText>();
        parts.forEach((tag, texts) -> words.put(tag, new ReviewText(texts)));
        return new Typed(
                words,
                new ReviewChoice(
                        chosen(sent, "showResults", material.results(), ReviewMaterial.Result::event),
                        chosen(sent, "showQuotes", material.quotes(), ReviewMaterial.Voice::id),
                        chosen(sent, "showPhotos", material.photos(), ReviewMaterial.Picture::id)));
    }

    private static Optional<String> text(JsonReader inner, String part, String tag) {
        return part.equals(ReviewText.LINE) ? inner.line(tag, LINE) : inner.prose(tag, PROSE);
    }

    private static <T> Set<UUID> chosen(JsonObject sent, String name, List<T> offered, Function<T, UUID> id) {
        var typed = sent.getJsonArray(name).stream().map(String::valueOf).collect(Collectors.toSet());
        return offered.stream()
                .map(id)
                .filter(one -> typed.contains(one.toString()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The fields: what may be chosen, where there is anything, and the words by language. */
    List<Group> ask(Fields fields) {
        var groups = new ArrayList<Group>();
        var boxes = boxes(fields);
        if (!boxes.isEmpty()) {
            groups.add(
                    new Group(fields.words().say(BASE + "show"), fields.words().say(BASE + "show.text"), boxes));
        }
        languages.forEach(tag -> groups.add(new Group(
                fields.words().say(BASE + "words", Languages.ownName(tag)),
                fields.words().say(BASE + "words.text"),
                ReviewText.PARTS.stream().map(part -> words(fields, part, tag)).toList())));
        return groups;
    }

    private static Field words(Fields fields, String part, String tag) {
        Words words = fields.words();
        var id = part + "-" + tag;
        var value = fields.values().getValue(part) instanceof JsonObject inner ? inner.getValue(tag) : null;
        return new Field(
                id,
                part + "[" + tag + "]",
                part.equals(ReviewText.LINE) ? "text" : "prose",
                words.say(BASE + part),
                words.say(BASE + part + ".hint"),
                value instanceof String text ? text : "",
                fields.errors().getOrDefault(id, ""),
                false,
                "",
                List.of());
    }

    private List<Field> boxes(Fields fields) {
        var language = fields.words().locale().getLanguage();
        var day = DateTimeFormatter.ofPattern("d MMM", fields.words().locale());
        var results = material.results().stream()
                .flatMap(one -> one
                        .in(language)
                        .map(said ->
                                Map.entry(one.event(), day.format(one.date()).replace(".", "") + ": " + said.text()))
                        .stream());
        var quotes = material.quotes().stream()
                .map(one -> Map.entry(one.id(), one.by().isEmpty() ? one.text() : one.text() + " (" + one.by() + ")"));
        var photos = material.photos().stream().map(one -> Map.entry(one.id(), one.title() + ": " + one.alt()));
        return Stream.of(
                        several(fields, "showResults", results),
                        several(fields, "showQuotes", quotes),
                        several(fields, "showPhotos", photos))
                .filter(field -> !field.choices().isEmpty())
                .toList();
    }

    private static Field several(Fields fields, String name, Stream<Map.Entry<UUID, String>> offered) {
        var chosen = fields.values().getJsonArray(name, new JsonArray());
        var choices = offered.map(one -> new Field.Choice(
                        one.getKey().toString(),
                        one.getValue(),
                        chosen.contains(one.getKey().toString())))
                .toList();
        var said = choices.stream()
                .filter(Field.Choice::chosen)
                .map(Field.Choice::label)
                .collect(Collectors.joining(", "));
        var words = fields.words();
        return new Field(
                name,
                name,
                "several",
                words.say(BASE + name),
                words.say(BASE + name + ".hint"),
                said,
                "",
                false,
                "",
                choices);
    }
}
