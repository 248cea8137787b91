package nl.samenkomst.event;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import nl.samenkomst.kit.i18n.Languages;
import nl.samenkomst.kit.rule.Faults;
import nl.samenkomst.kit.rule.Slugs;
import nl.samenkomst.meeting.Providers;
import org.jspecify.annotations.Nullable;

/**
 * Turns what was typed into the JSON that the API takes, so that both are judged by the same rules. What cannot be read goes along as
 * it was typed, to be refused there; what nobody filled in is null, as a merge patch wants it.
 */
final class TypedJson {

    private static final int ID = 30;

    private final Typed typed;
    private final Faults faults;
    private final JsonObject json = new JsonObject();

    private TypedJson(Typed typed, Faults faults) {
        this.typed = typed;
        this.faults = faults;
    }

    /** @param faults gets what only the form can get wrong, its own fields for day and hours */
    static JsonObject of(Typed typed, Providers providers, Faults faults) {
        var made = new TypedJson(typed.withoutEmptyRows(), faults);
        made.names();
        new TypedWhen(made.typed, faults).into(made.json);
        made.words();
        made.venue();
        made.meeting(providers);
        made.lists();
        made.contact();
        return made.json;
    }

    private void names() {
        var home = typed.text("home").split("/", 2);
        json.put("format", text("format"))
                .put("network", home[0].isBlank() ? null : home[0])
                .put("area", home.length < 2 || home[1].isBlank() ? null : home[1])
                .put("programme", text("programme"))
                .put("language", text("language"))
                .put("attendance", text("attendance"))
                .put("visibility", text("visibility"))
                .put("waitlist", typed.ticked("waitlist"))
                .put("asksNeeds", typed.ticked("asksNeeds"));
        if (json.getValue("network") == null) {
            faults.add("home", "error.field.needed");
        }
    }

    private void words() {
        json.mergeIn(words(""));
        var others = new JsonObject();
        for (var tag : Languages.TAGS) {
            if (!tag.equals(typed.text("language"))) {
                var at = "texts." + tag + ".";
                var any = Stream.of("title", "summary", "description")
                        .anyMatch(field -> typed.said(at + field).isPresent());
                others.put(tag, any ? words(at) : null);
            }
        }
        json.put("texts", others);
    }

    private JsonObject words(String at) {
        return new JsonObject()
                .put("title", text(at + "title"))
                .put("summary", text(at + "summary"))
                .put("description", text(at + "description"));
    }

    private void venue() {
        var venue = new JsonObject()
                .put("name", text("venue.name"))
                .put("address", text("venue.address"))
                .put("room", text("venue.room"))
                .put("seats", whole("venue.seats"))
                .put("floorArea", measure("venue.floorArea"))
                .put("distance", measure("venue.distance"));
        json.put("venue", empty(venue) ? null : venue);
        json.put(
                "capacity",
                new JsonObject().put("onSite", whole("capacity.onSite")).put("online", whole("capacity.online")));
    }

    private static boolean empty(JsonObject object) {
        return object.fieldNames().stream().allMatch(field -> object.getValue(field) == null);
    }

    /** The address that another provider made is not one to be given to this. */
    private void meeting(Providers providers) {
        var provider = text("meeting.provider");
        var given = provider != null
                && (provider.equals(text("meeting.was"))
                        || providers
                                .find(provider)
                                .filter(one -> !one.wantsAddress())
                                .isEmpty());
        json.put(
                "meeting",
                provider == null
                        ? null
                        : new JsonObject()
                                .put("provider", provider)
                                .put("url", given ? text("meeting.url") : null)
                                .put("dialIn", text("meeting.dialIn")));
    }

    private void lists() {
        list("speakers", (row, into) -> List.of("name", "role", "organisation", "subject")
                .forEach(field -> into.put(field, said(row, field))));
        list("agenda", (row, into) -> into.put("time", hour(row)).put("title", said(row, "title")));
        var taken = new HashSet<String>();
        typed.rows("questions").rows().forEach(row -> Optional.ofNullable(said(row, "id"))
                .ifPresent(taken::add));
        list("questions", (row, into) -> question(row, into, taken));
    }

    private void list(String name, BiConsumer<Map<String, String>, JsonObject> read) {
        var array = new JsonArray();
        typed.rows(name).rows().forEach(row -> {
            var one = new JsonObject();
            read.accept(row, one);
            array.add(one);
        });
        json.put(name, array);
    }

    private static @Nullable String hour(Map<String, String> row) {
        return TypedTime.hour(row.getOrDefault("time", ""))
                .map(Object::toString)
                .orElse(said(row, "time"));
    }

    private static void question(Map<String, String> row, JsonObject into, Set<String> taken) {
        var choices = new JsonArray();
        row.getOrDefault("choices", "").lines().filter(line -> !line.isBlank()).forEach(choices::add);
        into.put("id", id(row, taken))
                .put("label", said(row, "label"))
                .put("kind", said(row, "kind"))
                .put("required", said(row, "required") != null)
                .put("choices", choices);
    }

    /** The one it has, since answers are kept under it; else one made of its words. */
    private static String id(Map<String, String> row, Set<String> taken) {
        var known = said(row, "id");
        if (known != null) {
            return known;
        }
        var words = Slugs.of(row.getOrDefault("label", ""), "question");
        var made = Slugs.free(words.length() > ID ? words.substring(0, ID) : words, taken);
        taken.add(made);
        return made;
    }

    private void contact() {
        var contact = new JsonObject();
        List.of("name", "email", "phone", "role", "hours")
                .forEach(field -> contact.put(field, text("contact." + field)));
        json.put("contact", contact);
    }

    private @Nullable String text(String field) {
        return typed.said(field).isPresent() ? typed.text(field) : null;
    }

    private static @Nullable String said(Map<String, String> row, String field) {
        var text = row.getOrDefault(field, "");
        return text.isBlank() ? null : text;
    }

    private @Nullable Object whole(String field) {
        return typed.said(field)
                .<Object>map(text -> text.matches("[0-9]{1,7}") ? Integer.valueOf(text) : text)
                .orElse(null);
    }

    /** With a comma or a point. */
    private @Nullable Object measure(String field) {
        return typed.said(field)
                .<Object>map(text ->
                        text.matches("[0-9]{1,7}([.,][0-9]{1,3})?") ? Double.valueOf(text.replace(',', '.')) : text)
                .orElse(null);
    }
}
