package nl.samenkomst.recap;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.samenkomst.account.Organisation;
import nl.samenkomst.event.Event;
import nl.samenkomst.kit.i18n.Languages;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.Fault;
import nl.samenkomst.kit.web.Field;
import nl.samenkomst.kit.web.FormShown;
import nl.samenkomst.quote.PublishedQuote;

/** The form with the words of a recap: a draft made from facts until something is saved. */
final class RecapSheet {

    private RecapSheet() {}

    /** The fields of one language. */
    record Tongue(List<Field> fields) {}

    /** One of the quotes that may be shown, and whether it is left out. */
    record Choice(PublishedQuote quote, boolean out) {}

    /** The languages that are written in: the event's own first, then the others of its organisation. */
    static List<String> languages(Event event, Organisation organisation) {
        var languages = new LinkedHashSet<String>();
        languages.add(event.language());
        organisation.languages().stream().filter(Languages::known).forEach(languages::add);
        return List.copyOf(languages);
    }

    /** The introduction of each language, as it is made from what was counted. */
    static Map<String, String> made(Event event, RecapReading.Gathered from, Languages spoken) {
        var made = new LinkedHashMap<String, String>();
        for (var language : languages(event, from.known().housed().organisation())) {
            made.put(language, Turnout.sentence(event, from.tally(), spoken.in(language)));
        }
        return made;
    }

    /** What is saved, in the shape in which it is typed. */
    static JsonObject json(Event event, RecapReading.Gathered from, Languages spoken) {
        var json = new JsonObject();
        made(event, from, spoken).forEach((language, sentence) -> {
            var text = from.recap().in(language);
            json.put(
                    language,
                    new JsonObject()
                            .put("intro", text.intro().isEmpty() ? sentence : text.intro())
                            .put("results", String.join("\n", text.results())));
        });
        var left = new JsonArray();
        from.recap().leftOut().forEach(id -> left.add(id.toString()));
        return json.put("leftOut", left);
    }

    static List<Tongue> tongues(JsonObject values, List<String> languages, List<Fault> faults, Words words) {
        var errors = faults.stream()
                .collect(Collectors.toMap(
                        Fault::field, fault -> words.say(fault.text(), fault.values()), (one, other) -> one));
        return languages.stream()
                .map(language -> new Tongue(Stream.of("intro", "results")
                        .map(part -> field(language, part, values, errors, languages.size() > 1, words))
                        .toList()))
                .toList();
    }

    private static Field field(
            String language, String part, JsonObject values, Map<String, String> errors, boolean several, Words words) {
        var name = RecapForm.field(language, part);
        var label = words.say("recap.form." + part);
        var value = values.getValue(language) instanceof JsonObject inner && inner.getValue(part) instanceof String text
                ? text
                : "";
        return new Field(
                language + "-" + part,
                name,
                "prose",
                several ? words.say("recap.form.in", label, Languages.ownName(language)) : label,
                words.say("recap.form." + part + ".hint"),
                value,
                errors.getOrDefault(name, ""),
                false,
                "",
                List.of());
    }

    static List<Choice> quotes(List<PublishedQuote> quotes, JsonObject values) {
        var left = Optional.ofNullable(values.getValue("leftOut"))
                .map(value -> value instanceof JsonArray several ? several : new JsonArray().add(value))
                .orElseGet(JsonArray::new);
        return quotes.stream()
                .map(quote -> new Choice(quote, left.contains(quote.id().toString())))
                .toList();
    }

    /** Where what is saved and what was typed differ. */
    static FormShown.Stale stale(List<Tongue> saved, List<Tongue> typed) {
        var theirs = fields(saved);
        var yours = fields(typed);
        return new FormShown.Stale(IntStream.range(0, Math.min(theirs.size(), yours.size()))
                .filter(i -> !theirs.get(i)
                        .value()
                        .strip()
                        .equals(yours.get(i).value().strip()))
                .mapToObj(i -> new FormShown.Difference(
                        yours.get(i).label(),
                        theirs.get(i).value(),
                        yours.get(i).value()))
                .toList());
    }

    private static List<Field> fields(List<Tongue> tongues) {
        return tongues.stream().flatMap(tongue -> tongue.fields().stream()).toList();
    }
}
