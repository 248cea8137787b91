package nl.samenkomst.recap;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.CleanText;
import nl.samenkomst.kit.rule.Fault;
import nl.samenkomst.kit.rule.Faults;
import nl.samenkomst.kit.web.Body;
import nl.samenkomst.kit.web.Field;

/**
 * What is told about a photo, as it is typed. There are several such forms on a page; each has a name, which ends the ids of its fields
 * and what faults blame.
 */
final class PhotoForm {

    /** The form for a photo that is still to come. */
    static final String NEW = "new";

    private static final Map<String, Integer> LONGEST = Map.of("alt", 300, "caption", 300, "maker", 100);

    private PhotoForm() {}

    /** What was typed, by the names of the fields. */
    static JsonObject typed(Body body) {
        var json = new JsonObject();
        Stream.of("alt", "caption", "maker", "basis", "because")
                .forEach(name -> body.text(name).ifPresent(text -> json.put(name, text)));
        return json;
    }

    static JsonObject json(Photo photo) {
        return new JsonObject()
                .put("alt", photo.alt())
                .put("caption", photo.caption())
                .put("maker", photo.maker())
                .put("basis", photo.basis().map(Photo.Basis::code).orElse(""));
    }

    /** What is typed, or a 422. Without a basis nothing is taken in: it says why we may show people. */
    static Photo.Words read(JsonObject typed, String form) {
        var faults = new Faults();
        var basis = Photo.Basis.of(typed.getString("basis", ""));
        var words = new Photo.Words(
                text(typed, "alt", form, faults),
                text(typed, "caption", form, faults),
                text(typed, "maker", form, faults),
                basis);
        if (basis.isEmpty()) {
            faults.add("basis-" + form, "recap.photo.basis.missing");
        }
        faults.refuse();
        return words;
    }

    private static String text(JsonObject typed, String name, String form, Faults faults) {
        var text = CleanText.line(typed.getString(name, ""));
        int longest = LONGEST.getOrDefault(name, 0);
        if (text.codePointCount(0, text.length()) > longest) {
            faults.add(name + "-" + form, "error.field.long", longest);
        }
        return text;
    }

    static List<Field> fields(JsonObject values, String form, List<Fault> faults, Words words) {
        var errors = faults.stream()
                .collect(Collectors.toMap(
                        Fault::field, fault -> words.say(fault.text(), fault.values()), (one, other) -> one));
        return List.of(
                line("alt", values, form, errors, words),
                line("caption", values, form, errors, words),
                line("maker", values, form, errors, words),
                basis(values, form, errors, words));
    }

    private static Field line(String name, JsonObject values, String form, Map<String, String> errors, Words words) {
        var key = "recap.photo." + name;
        return new Field(
                name + "-" + form,
                name,
                "text",
                words.say(key),
                words.has(key + ".hint") ? words.say(key + ".hint") : "",
                values.getString(name, ""),
                errors.getOrDefault(name + "-" + form, ""),
                name.equals("alt"),
                "",
                List.of());
    }

    private static Field basis(JsonObject values, String form, Map<String, String> errors, Words words) {
        var chosen = Photo.Basis.of(values.getString("basis", ""));
        var choices = Stream.of(Photo.Basis.values())
                .map(basis -> new Field.Choice(
                        basis.code(),
                        words.say("recap.photo.basis." + basis.code()),
                        chosen.equals(Optional.of(basis))))
                .toList();
        return new Field(
                "basis-" + form,
                "basis",
                "one",
                words.say("recap.photo.basis"),
                words.say("recap.photo.basis.hint"),
                "",
                errors.getOrDefault("basis-" + form, ""),
                true,
                "",
                choices);
    }
}
