package nl.samenkomst.event;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.samenkomst.account.Contact;
import nl.samenkomst.kit.web.JsonReader;
import nl.samenkomst.spi.Question;

/** Reads the parts of an event: venue, meeting, speakers, agenda, contact person, questions. */
final class EventFormParts {

    private static final int LINE = 200;
    private static final int ADDRESS = 2_000;
    private static final int LIST = 50;
    private static final double AREA = 1_000_000;
    private static final double DISTANCE = 1_000;
    private static final int CHAIRS = 1_000_000;

    private EventFormParts() {}

    static Optional<Venue> venue(JsonReader reader) {
        var name = reader.needed("name", reader.line("name", LINE));
        var venue = new Venue(
                name.orElse(""),
                reader.line("address", LINE),
                reader.line("room", LINE),
                reader.whole("seats", 0, CHAIRS),
                reader.measure("floorArea", AREA),
                reader.measure("distance", DISTANCE));
        reader.end();
        return name.map(known -> venue);
    }

    static Optional<MeetingForm> meeting(JsonReader reader) {
        var provider = reader.needed("provider", reader.slug("provider"));
        var url = reader.address("url", ADDRESS);
        var dialIn = reader.line("dialIn", LINE);
        reader.end();
        return provider.map(id -> new MeetingForm(id, url, dialIn));
    }

    static Optional<Contact> contact(JsonReader reader) {
        var name = reader.needed("name", reader.name("name", LINE));
        var email = reader.needed("email", reader.email("email"));
        var phone = reader.line("phone", LINE);
        var role = reader.line("role", LINE);
        var hours = reader.line("hours", LINE);
        reader.end();
        return name.flatMap(who -> email.map(address -> new Contact(who, address, phone, role, hours)));
    }

    static List<Speaker> speakers(JsonReader event) {
        return each(event.inners("speakers", LIST), reader -> {
            var name = reader.needed("name", reader.name("name", LINE));
            var role = reader.line("role", LINE);
            var organisation = reader.name("organisation", LINE);
            var subject = reader.line("subject", LINE);
            return name.map(who -> new Speaker(who, role, organisation, subject));
        });
    }

    static List<AgendaItem> agenda(JsonReader event) {
        return each(event.inners("agenda", LIST), reader -> {
            var time = reader.needed("time", reader.line("time", LINE)).flatMap(text -> clock(reader, text));
            var title = reader.needed("title", reader.line("title", LINE));
            return time.flatMap(when -> title.map(what -> new AgendaItem(when, what)));
        });
    }

    private static Optional<LocalTime> clock(JsonReader reader, String text) {
        try {
            return Optional.of(LocalTime.parse(text));
        } catch (DateTimeParseException malformed) {
            reader.fault("time", "event.api.clock");
            return Optional.empty();
        }
    }

    static List<Question> questions(JsonReader event) {
        var seen = new HashSet<String>();
        return each(event.inners("questions", LIST), reader -> {
            var question = question(reader);
            question.filter(one -> !seen.add(one.id())).ifPresent(twice -> reader.fault("id", "event.api.twice"));
            return question;
        });
    }

    private static Optional<Question> question(JsonReader reader) {
        var id = reader.needed("id", reader.line("id", LINE)).filter(text -> identifies(reader, text));
        var kind = reader.needed("kind", reader.choice("kind", Question.Kind::of, kinds()));
        var label = reader.needed("label", reader.line("label", ADDRESS));
        var required = reader.truth("required").orElse(false);
        var choices = reader.lines("choices", LIST, LINE);
        kind.ifPresent(of -> choices(reader, of, choices));
        if (id.isEmpty() || kind.isEmpty() || label.isEmpty() || (kind.get().choosing() && !distinct(choices))) {
            return Optional.empty();
        }
        return Optional.of(new Question(id.get(), kind.get(), label.get(), required, choices));
    }

    private static boolean identifies(JsonReader reader, String id) {
        var sound = id.matches("[a-z0-9_-]{1,40}");
        if (!sound) {
            reader.fault("id", "event.api.questionId");
        }
        return sound;
    }

    private static void choices(JsonReader reader, Question.Kind kind, List<String> choices) {
        if (kind.choosing() && !distinct(choices)) {
            reader.fault("choices", "event.api.choices");
        }
        if (!kind.choosing() && !choices.isEmpty()) {
            reader.fault("choices", "event.api.noChoices");
        }
    }

    private static boolean distinct(List<String> choices) {
        return choices.size() >= 2 && new HashSet<>(choices).size() == choices.size();
    }

    private static List<String> kinds() {
        return Arrays.stream(Question.Kind.values()).map(Question.Kind::code).toList();
    }

    private static <T> List<T> each(List<JsonReader> readers, Function<JsonReader, Optional<T>> one) {
        return readers.stream()
                .flatMap(reader -> {
                    var thing = one.apply(reader);
                    reader.end();
                    return thing.stream();
                })
                .toList();
    }
}
