package nl.samenkomst.registration;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.Set;
import nl.samenkomst.kit.mail.EmailAddress;
import nl.samenkomst.kit.rule.CleanText;
import nl.samenkomst.kit.rule.Faults;
import nl.samenkomst.kit.rule.Names;
import nl.samenkomst.kit.web.Body;

/** The fields of a form or a JSON body while they are read; whatever is wrong with one is collected under its name. */
record Fields(Body body, Faults faults) {

    /** Letters a name may have; longer is no name. */
    static final int NAME = 120;

    static Fields of(Body body) {
        return new Fields(body, new Faults());
    }

    /** Refuses other fields by name. A form may bear more: what a browser adds is not the visitor's fault. */
    Fields only(Set<String> known) {
        if (!body.typed()) {
            body.json().fieldNames().stream()
                    .filter(name -> !known.contains(name))
                    .forEach(name -> faults.add(name, "registration.form.unknown"));
        }
        return this;
    }

    /** As it was sent; empty where it is absent or blank. */
    Optional<String> raw(String field) {
        var value = body.json().getValue(field);
        if (value != null && !(value instanceof String)) {
            faults.add(field, "registration.form.type.text");
        }
        return Optional.ofNullable(value)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isBlank());
    }

    /** One of a few words. */
    Optional<String> oneOf(String field, Set<String> choices, String text) {
        var given = raw(field);
        if (given.isPresent() && !choices.contains(given.get())) {
            faults.add(field, text);
        }
        return given.filter(choices::contains);
    }

    /** A name of a person or an organisation: one line that cannot become a link or markup elsewhere. */
    Optional<String> name(String field) {
        var given = raw(field);
        if (given.isEmpty()) {
            return given;
        }
        var fault = Names.fault(given.get());
        if (fault.isPresent()) {
            faults.add(field, fault.get());
            return Optional.empty();
        }
        var clean = CleanText.line(given.get());
        if (clean.codePointCount(0, clean.length()) > NAME) {
            faults.add(field, "registration.form.long", NAME);
        }
        return Optional.of(clean).filter(text -> !text.isEmpty());
    }

    /** The one address that the invitation goes to. */
    Optional<EmailAddress> email() {
        var address = raw("email").flatMap(EmailAddress::typed);
        if (address.isEmpty()) {
            faults.add("email", "registration.form.email.missing");
        }
        return address;
    }

    /** A field that no person sees: what fills it in is no person. */
    Fields trap() {
        if (raw("website").isPresent()) {
            faults.add("website", "registration.form.website");
        }
        return this;
    }

    /** The answers by the ids of their questions. */
    JsonObject answers() {
        var given = body.json().getValue("answers");
        if (given != null && !(given instanceof JsonObject)) {
            faults.add("answers", "registration.form.type.object");
        }
        return given instanceof JsonObject answers ? answers : new JsonObject();
    }
}
