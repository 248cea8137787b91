package nl.samenkomst.event;

import io.vertx.core.json.JsonObject;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.account.Contact;
import nl.samenkomst.event.Event.Visibility;
import nl.samenkomst.kit.i18n.Languages;
import nl.samenkomst.kit.rule.Faults;
import nl.samenkomst.kit.web.JsonReader;
import nl.samenkomst.spi.Gathering;
import nl.samenkomst.spi.Question;

/** An event as an organiser described it: each value is sound by itself; {@link EventPlan} sees whether they fit together. */
record EventForm(
        Names names,
        String language,
        Map<String, EventText> texts,
        Times times,
        Optional<Gathering> attendance,
        Optional<Visibility> visibility,
        Optional<Venue> venue,
        Optional<MeetingForm> meeting,
        Capacity capacity,
        boolean waitlist,
        List<Speaker> speakers,
        List<AgendaItem> agenda,
        Optional<Contact> contact,
        List<Question> questions,
        boolean asksNeeds) {

    private static final int TITLE = 200;
    private static final int SUMMARY = 1_000;
    private static final int DESCRIPTION = 20_000;
    private static final int SEATS = 1_000_000;

    /** What it is called, and what it names. */
    record Names(
            Optional<String> slug,
            Optional<String> format,
            Optional<String> network,
            Optional<String> area,
            Optional<String> programme,
            Optional<String> series) {}

    record Times(Optional<OffsetDateTime> start, Optional<OffsetDateTime> end, Optional<ZoneId> zone) {}

    static EventForm read(JsonObject json, Faults faults) {
        var reader = JsonReader.of(json, faults);
        var language =
                reader.choice("language", EventForm::language, Languages.TAGS).orElse(Languages.TAGS.get(0));
        var form = new EventForm(
                names(reader),
                language,
                texts(reader, language),
                times(reader),
                reader.needed("attendance", reader.choice("attendance", Gathering::of, codes(Gathering.values()))),
                reader.choice("visibility", EventForm::visibility, codes(Visibility.values())),
                reader.inner("venue").flatMap(EventFormParts::venue),
                reader.inner("meeting").flatMap(EventFormParts::meeting),
                reader.inner("capacity").map(EventForm::capacity).orElse(Capacity.UNSAID),
                reader.truth("waitlist").orElse(true),
                EventFormParts.speakers(reader),
                EventFormParts.agenda(reader),
                reader.needed("contact", reader.inner("contact")).flatMap(EventFormParts::contact),
                EventFormParts.questions(reader),
                reader.truth("asksNeeds").orElse(false));
        reader.end();
        return form;
    }

    private static Names names(JsonReader reader) {
        return new Names(
                reader.slug("slug"),
                reader.needed("format", reader.slug("format")),
                reader.needed("network", reader.slug("network")),
                reader.slug("area"),
                reader.slug("programme"),
                reader.slug("series"));
    }

    private static Times times(JsonReader reader) {
        return new Times(
                reader.needed("start", reader.time("start")),
                reader.needed("end", reader.time("end")),
                reader.needed("timeZone", reader.zone("timeZone")));
    }

    /** The words in the event's own language, and in others under {@code texts}. */
    private static Map<String, EventText> texts(JsonReader reader, String language) {
        var texts = new LinkedHashMap<String, EventText>();
        texts.put(language, text(reader));
        reader.inner("texts").ifPresent(others -> {
            for (var tag : others.fields()) {
                if (Languages.known(tag) && !tag.equals(language)) {
                    others.inner(tag).ifPresent(other -> {
                        texts.put(tag, text(other));
                        other.end();
                    });
                }
            }
            others.end();
        });
        return texts;
    }

    private static EventText text(JsonReader reader) {
        return new EventText(
                reader.needed("title", reader.line("title", TITLE)).orElse(""),
                reader.prose("summary", SUMMARY).orElse(""),
                reader.prose("description", DESCRIPTION).orElse(""));
    }

    private static Capacity capacity(JsonReader reader) {
        var capacity = new Capacity(reader.whole("onSite", 0, SEATS), reader.whole("online", 0, SEATS));
        reader.end();
        return capacity;
    }

    private static Optional<String> language(String tag) {
        return Optional.of(tag).filter(Languages::known);
    }

    private static Optional<Visibility> visibility(String code) {
        return Arrays.stream(Visibility.values())
                .filter(one -> one.code().equals(code))
                .findFirst();
    }

    private static List<String> codes(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(java.util.Locale.ROOT))
                .toList();
    }
}
