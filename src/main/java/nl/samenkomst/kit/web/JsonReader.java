package nl.samenkomst.kit.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.samenkomst.kit.mail.EmailAddress;
import nl.samenkomst.kit.rule.CleanText;
import nl.samenkomst.kit.rule.Faults;
import nl.samenkomst.kit.rule.Names;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.rule.Slugs;

/**
 * Reads a JSON object field by field, noting every fault under the field's full name, such as {@code speakers[0].name}. What is
 * absent, null or blank is empty; so is what is wrong, which is noted as well. {@link #end} names the fields that nobody asked for.
 */
public final class JsonReader {

    private static final int ACCENT = 20;

    private final JsonObject json;
    private final String path;
    private final Faults faults;
    private final Set<String> asked = new HashSet<>();

    private JsonReader(JsonObject json, String path, Faults faults) {
        this.json = json;
        this.path = path;
        this.faults = faults;
    }

    public static JsonReader of(JsonObject json, Faults faults) {
        return new JsonReader(json, "", faults);
    }

    /** What was sent, which must be JSON: 415 for a form. */
    public static JsonObject sent(Visit visit) {
        var body = visit.body();
        if (body.typed()) {
            throw Refusal.of(415, "media-type", "error.mediaType");
        }
        return body.json();
    }

    /** Notes that a field must be filled in, unless it is or something else was wrong with it. */
    public <T> Optional<T> needed(String field, Optional<T> value) {
        if (value.isEmpty()) {
            faults.add(path + field, "error.field.needed");
        }
        return value;
    }

    /** One line of text. */
    public Optional<String> line(String field, int most) {
        return string(field)
                .map(CleanText::line)
                .filter(text -> !text.isEmpty())
                .filter(text -> fits(field, text, most));
    }

    /** Text of many lines. */
    public Optional<String> prose(String field, int most) {
        return string(field)
                .map(CleanText::lines)
                .filter(text -> !text.isEmpty())
                .filter(text -> fits(field, text, most));
    }

    /** The name of a person or an organisation: see {@link Names#fault}. */
    public Optional<String> name(String field, int most) {
        var typed = string(field).filter(text -> !text.isBlank());
        var fault = typed.flatMap(Names::fault);
        fault.ifPresent(text -> faults.add(path + field, text));
        return fault.isPresent() ? Optional.empty() : line(field, most);
    }

    public Optional<String> email(String field) {
        return string(field)
                .filter(text -> !text.isBlank())
                .flatMap(text -> checked(field, EmailAddress.typed(text).map(EmailAddress::text), "error.field.email"));
    }

    public Optional<String> slug(String field) {
        return string(field)
                .filter(text -> !text.isBlank())
                .flatMap(
                        text -> checked(field, Optional.of(text).filter(Slugs::sound), "error.field.slug", Slugs.MOST));
    }

    /** An address to be opened: https, with a host. */
    public Optional<URI> address(String field, int most) {
        return line(field, most).flatMap(text -> checked(field, joinable(text), "error.field.address"));
    }

    private static Optional<URI> joinable(String text) {
        try {
            var address = new URI(text);
            return Optional.of(address)
                    .filter(one -> "https".equalsIgnoreCase(one.getScheme()) && one.getHost() != null);
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    /** An organisation's or a network's own colour: six hexadecimal digits, readable, and like none of the colours of a status. */
    public Optional<String> accent(String field) {
        var typed = line(field, ACCENT).map(text -> text.toLowerCase(Locale.ROOT));
        var fault = typed.flatMap(Accent::fault);
        fault.ifPresent(text -> faults.add(path + field, "error." + text, Accent.contrast(typed.orElse(""))));
        return fault.isPresent() ? Optional.empty() : typed;
    }

    public Optional<Integer> whole(String field, int least, int most) {
        return value(field)
                .flatMap(value -> checked(
                        field,
                        value instanceof Integer number && number >= least && number <= most
                                ? Optional.of(number)
                                : Optional.empty(),
                        "error.field.whole",
                        least,
                        most));
    }

    /** A number above zero. */
    public Optional<Double> measure(String field, double most) {
        return value(field)
                .flatMap(value -> checked(
                        field,
                        value instanceof Number number && number.doubleValue() > 0 && number.doubleValue() <= most
                                ? Optional.of(number.doubleValue())
                                : Optional.empty(),
                        "error.field.measure",
                        most));
    }

    public Optional<Boolean> truth(String field) {
        return value(field)
                .flatMap(value -> checked(
                        field,
                        value instanceof Boolean truth ? Optional.of(truth) : Optional.empty(),
                        "error.field.truth"));
    }

    /**
     * One of a few words.
     *
     * @param choices the words, for whoever sent another
     */
    public <T> Optional<T> choice(String field, Function<String, Optional<T>> of, List<String> choices) {
        return string(field)
                .flatMap(text -> checked(field, of.apply(text), "error.field.choice", String.join(", ", choices)));
    }

    /** A moment with its offset (RFC 3339 section 5.6). */
    public Optional<OffsetDateTime> time(String field) {
        return string(field).flatMap(text -> checked(field, parsed(text), "error.field.time"));
    }

    private static Optional<OffsetDateTime> parsed(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text))
                    .filter(time -> time.getYear() >= 1970 && time.getYear() < 3000);
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }

    /** A zone by its name in the IANA database. */
    public Optional<ZoneId> zone(String field) {
        return string(field).flatMap(text -> checked(field, zoneOf(text), "error.field.zone"));
    }

    private static Optional<ZoneId> zoneOf(String text) {
        try {
            return text.contains("/") || text.equals("UTC") ? Optional.of(ZoneId.of(text)) : Optional.empty();
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    /** An object within this one; its faults bear both names. The caller ends it. */
    public Optional<JsonReader> inner(String field) {
        return value(field)
                .flatMap(value -> checked(
                        field,
                        value instanceof JsonObject object
                                ? Optional.of(new JsonReader(object, path + field + ".", faults))
                                : Optional.empty(),
                        "error.field.object"));
    }

    /** The objects of a list. The caller ends each. */
    public List<JsonReader> inners(String field, int most) {
        var readers = new ArrayList<JsonReader>();
        var items = array(field, most);
        for (int i = 0; i < items.size(); i++) {
            var name = field + "[" + i + "]";
            if (items.getValue(i) instanceof JsonObject object) {
                readers.add(new JsonReader(object, path + name + ".", faults));
            } else {
                faults.add(path + name, "error.field.object");
            }
        }
        return readers;
    }

    /** The lines of a list. */
    public List<String> lines(String field, int most, int longest) {
        var lines = new ArrayList<String>();
        var items = array(field, most);
        for (int i = 0; i < items.size(); i++) {
            var name = field + "[" + i + "]";
            if (items.getValue(i) instanceof String text
                    && !CleanText.line(text).isEmpty()) {
                if (fits(name, CleanText.line(text), longest)) {
                    lines.add(CleanText.line(text));
                }
            } else {
                faults.add(path + name, "error.field.text");
            }
        }
        return lines;
    }

    private JsonArray array(String field, int most) {
        return value(field)
                .flatMap(value -> checked(
                        field,
                        value instanceof JsonArray array && array.size() <= most
                                ? Optional.of(array)
                                : Optional.empty(),
                        "error.field.list",
                        most))
                .orElseGet(JsonArray::new);
    }

    /** Notes a fault of this field that only the caller can see. */
    public void fault(String field, String text, Object... values) {
        faults.add(path + field, text, values);
    }

    /** The names of the fields that are there. */
    public Set<String> fields() {
        return Set.copyOf(json.fieldNames());
    }

    /** Notes every field that nobody asked for. */
    public void end() {
        json.fieldNames().stream()
                .filter(field -> !asked.contains(field))
                .forEach(field -> faults.add(path + field, "error.field.unknown"));
    }

    private Optional<Object> value(String field) {
        asked.add(field);
        return Optional.ofNullable(json.getValue(field));
    }

    private Optional<String> string(String field) {
        return value(field)
                .flatMap(value -> checked(
                        field,
                        value instanceof String text ? Optional.of(text) : Optional.empty(),
                        "error.field.text"));
    }

    private boolean fits(String field, String text, int most) {
        if (text.codePointCount(0, text.length()) > most) {
            faults.add(path + field, "error.field.long", most);
            return false;
        }
        return true;
    }

    private <T> Optional<T> checked(String field, Optional<T> found, String text, Object... values) {
        if (found.isEmpty()) {
            faults.add(path + field, text, values);
        }
        return found;
    }
}
