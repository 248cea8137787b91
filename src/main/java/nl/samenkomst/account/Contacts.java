package nl.samenkomst.account;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A contact person as JSON: {@code {name, email, phone, role, hours}}, as it stands in the database. */
public final class Contacts {

    private Contacts() {}

    /** Nobody where there is no name. */
    public static Optional<Contact> read(@Nullable JsonObject json) {
        return Optional.ofNullable(json)
                .filter(given -> given.getString("name") != null)
                .map(given -> new Contact(
                        given.getString("name"),
                        given.getString("email", ""),
                        Optional.ofNullable(given.getString("phone")),
                        Optional.ofNullable(given.getString("role")),
                        Optional.ofNullable(given.getString("hours"))));
    }

    public static JsonObject write(Optional<Contact> contact) {
        var json = new JsonObject();
        contact.ifPresent(person -> {
            json.put("name", person.name()).put("email", person.email());
            person.phone().ifPresent(phone -> json.put("phone", phone));
            person.role().ifPresent(role -> json.put("role", role));
            person.hours().ifPresent(hours -> json.put("hours", hours));
        });
        return json;
    }
}
