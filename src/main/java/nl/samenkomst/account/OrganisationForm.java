package nl.samenkomst.account;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenkomst.kit.i18n.Languages;
import nl.samenkomst.kit.rule.Faults;
import nl.samenkomst.kit.web.Body;
import nl.samenkomst.kit.web.JsonReader;
import nl.samenkomst.kit.web.SiteOrigin;
import nl.samenkomst.kit.web.TypedColour;

/** An organisation as its owner describes it. */
final class OrganisationForm {

    private static final int NAME = 120;
    private static final int SITES = 50;
    private static final int LONG_LINE = 300;

    private OrganisationForm() {}

    /** What was typed, in the shape that {@link #read} takes. */
    static JsonObject typed(Body body) {
        var json = new JsonObject();
        Stream.of("name", "sender", "replyTo", "language")
                .forEach(name -> body.text(name).ifPresent(text -> json.put(name, text)));
        ContactForm.typed(body).ifPresent(contact -> json.put("contact", contact));
        return json.put("accent", TypedColour.of(body, "accent").orElse(""))
                .put("languages", several(body))
                .put(
                        "embedders",
                        new JsonArray(body.text("embedders").stream()
                                .flatMap(String::lines)
                                .filter(line -> !line.isBlank())
                                .toList()));
    }

    private static JsonArray several(Body body) {
        var value = body.json().getValue("languages");
        return value instanceof JsonArray array ? array : value == null ? new JsonArray() : new JsonArray().add(value);
    }

    static JsonObject json(Organisation organisation) {
        var manner = organisation.manner();
        var json = new JsonObject()
                .put("name", organisation.name())
                .put("accent", organisation.accent())
                .put("language", organisation.languages().get(0))
                .put("languages", new JsonArray(organisation.languages()))
                .put("embedders", new JsonArray(manner.embedders()))
                .put("contact", Contacts.write(organisation.contact()));
        manner.sender().ifPresent(name -> json.put("sender", name));
        manner.replyTo().ifPresent(address -> json.put("replyTo", address));
        return json;
    }

    /** The organisation that was described, or a 422. */
    static Organisation read(JsonObject json, Organisation before) {
        var faults = new Faults();
        var reader = JsonReader.of(json, faults);
        var manner = before.manner();
        var after = new Organisation(
                before.id(),
                before.slug(),
                reader.needed("name", reader.name("name", NAME)).orElse(""),
                languages(reader),
                reader.needed("accent", reader.accent("accent")).orElse(before.accent()),
                reader.inner("contact").flatMap(ContactForm::read),
                new Organisation.Manner(
                        reader.name("sender", NAME), reader.email("replyTo"), embedders(reader), manner.logo()),
                before.version());
        reader.end();
        faults.refuse();
        return after;
    }

    /** The first is the one that pages are in for who asks for none. */
    private static List<String> languages(JsonReader reader) {
        var offered = reader.lines("languages", Languages.TAGS.size(), LONG_LINE).stream()
                .filter(Languages::known)
                .toList();
        var first = reader.needed(
                "language",
                reader.choice("language", tag -> Optional.of(tag).filter(Languages::known), Languages.TAGS));
        var ordered = new LinkedHashSet<String>();
        first.ifPresent(ordered::add);
        ordered.addAll(offered);
        return List.copyOf(ordered);
    }

    private static List<String> embedders(JsonReader reader) {
        var typed = reader.lines("embedders", SITES, LONG_LINE);
        typed.stream()
                .filter(line -> SiteOrigin.typed(line).isEmpty())
                .findFirst()
                .ifPresent(line -> reader.fault("embedders", "error.field.origin", line));
        return typed.stream()
                .flatMap(line -> SiteOrigin.typed(line).stream())
                .distinct()
                .toList();
    }
}
