package nl.samenkomst.network;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import nl.samenkomst.account.ContactForm;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.Body;
import nl.samenkomst.kit.web.Field;
import nl.samenkomst.kit.web.Fields;
import nl.samenkomst.kit.web.FormShown.Group;
import nl.samenkomst.kit.web.TypedColour;

/** A network as somebody types it at the workspace: in the shape that the API takes, so that both refuse alike. */
final class NetworkTyped {

    private NetworkTyped() {}

    /** What makes a new one; what was left empty is left out. */
    static JsonObject made(Body body) {
        var patch = changed(body);
        body.text("slug").ifPresent(slug -> patch.put("slug", slug.strip()));
        var json = new JsonObject();
        patch.stream()
                .filter(field -> field.getValue() != null)
                .forEach(field -> json.put(field.getKey(), field.getValue()));
        return json;
    }

    /** What changes one, as a merge patch: what was left empty is null. */
    static JsonObject changed(Body body) {
        var json = new JsonObject();
        Stream.of("name", "purpose", "timeZone")
                .forEach(name ->
                        json.put(name, body.text(name).map(String::strip).orElse(null)));
        return json.put("accent", TypedColour.of(body, "accent").orElse(null))
                .put("contact", ContactForm.typed(body).orElse(null));
    }

    /** The fields of a new one, which may choose its address. */
    static List<Group> askNew(Fields fields, String usualColour) {
        return List.of(
                new Group(
                        "",
                        "",
                        List.of(
                                fields.needed("name", "text"),
                                fields.line("slug", "text"),
                                fields.line("purpose", "prose"))),
                looks(fields, usualColour),
                contact(fields));
    }

    static List<Group> ask(Fields fields, String usualColour) {
        return List.of(
                new Group("", "", List.of(fields.needed("name", "text"), fields.line("purpose", "prose"))),
                looks(fields, usualColour),
                contact(fields));
    }

    private static Group looks(Fields fields, String usualColour) {
        return group(
                "looks",
                fields.words(),
                List.of(fields.colour("accent", usualColour), fields.line("timeZone", "text")));
    }

    private static Group contact(Fields fields) {
        return group("contact", fields.words(), ContactForm.fields(fields));
    }

    private static Group group(String name, Words words, List<Field> fields) {
        var key = "network.desk.group." + name;
        return new Group(words.say(key), words.say(key + ".text"), fields);
    }
}
