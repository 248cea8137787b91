package nl.samenkomst.account;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.kit.web.Body;
import nl.samenkomst.kit.web.Field;
import nl.samenkomst.kit.web.Fields;
import nl.samenkomst.kit.web.JsonReader;

/** A contact person as a form asks for one, and as JSON describes one: {@code {name, email, phone?, role?, hours?}}. */
public final class ContactForm {

    private static final List<String> NAMES = List.of("name", "email", "phone", "role", "hours");
    private static final int LINE = 200;

    private ContactForm() {}

    /** Notes what is wrong, and ends the reader. */
    public static Optional<Contact> read(JsonReader reader) {
        var name = reader.needed("name", reader.name("name", LINE));
        var email = reader.needed("email", reader.email("email"));
        var phone = reader.line("phone", LINE);
        var role = reader.line("role", LINE);
        var hours = reader.line("hours", LINE);
        reader.end();
        return name.flatMap(who -> email.map(address -> new Contact(who, address, phone, role, hours)));
    }

    /** What was typed in the fields {@code contact[…]}; each that was left empty is null, and nobody where all were. */
    public static Optional<JsonObject> typed(Body body) {
        var given = new Body(
                body.json().getValue("contact") instanceof JsonObject inner ? inner : new JsonObject(), body.typed());
        var json = new JsonObject();
        NAMES.forEach(name -> json.put(name, given.text(name).orElse(null)));
        return NAMES.stream().anyMatch(name -> given.text(name).isPresent()) ? Optional.of(json) : Optional.empty();
    }

    /** The fields of the form. */
    public static List<Field> fields(Fields form) {
        var fields = form.based("account");
        return List.of(
                fields.line("contact[name]", "text"),
                fields.line("contact[email]", "email"),
                fields.line("contact[phone]", "tel"),
                fields.line("contact[role]", "text"),
                fields.line("contact[hours]", "text"));
    }
}
