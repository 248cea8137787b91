package nl.samenkomst.registration;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenkomst.event.Event;
import nl.samenkomst.network.Area;
import nl.samenkomst.network.Network;
import nl.samenkomst.spi.EventFormat;
import nl.samenkomst.spi.EventFormat.Asked;
import nl.samenkomst.spi.Question;

/**
 * What a registration form asks besides name, address and way of attending.
 *
 * @param required what of {@code wanted} must be filled in
 * @param areas the neighbourhoods to choose from; empty where none is asked
 * @param questions the format's own before the organiser's
 * @param version of the organiser's questions
 * @param asksNeeds whether what people need is asked
 */
record Asks(
        Set<Asked> wanted,
        Set<Asked> required,
        List<Area> areas,
        List<Question> questions,
        int version,
        boolean asksNeeds) {

    /** For events whose format is gone: they can still be answered. */
    private static final Set<Asked> USUAL = Set.of(Asked.ORGANISATION, Asked.SECTOR);

    Asks {
        wanted = Set.copyOf(wanted);
        required = Set.copyOf(required);
        areas = List.copyOf(areas);
        questions = List.copyOf(questions);
    }

    static Asks at(Event event, Optional<EventFormat> format, Network network, Locale locale) {
        var wanted = EnumSet.noneOf(Asked.class);
        wanted.addAll(format.map(EventFormat::asks).orElse(USUAL));
        if (network.areas().isEmpty()) {
            wanted.remove(Asked.AREA);
        }
        var required = EnumSet.noneOf(Asked.class);
        required.addAll(format.map(EventFormat::required).orElse(Set.of()));
        required.retainAll(wanted);
        var questions =
                new ArrayList<>(format.map(known -> known.questions(locale)).orElse(List.of()));
        questions.addAll(event.questions());
        return new Asks(
                wanted,
                required,
                wanted.contains(Asked.AREA) ? network.areas() : List.of(),
                questions,
                event.questionsVersion(),
                event.asksNeeds());
    }

    /** One form for all of these: what any of them asks is asked once, and needed if any of them needs it. The version is none's. */
    static Asks together(List<Asks> several) {
        var wanted = EnumSet.noneOf(Asked.class);
        var required = EnumSet.noneOf(Asked.class);
        var areas = new LinkedHashMap<UUID, Area>();
        Map<String, Question> questions = new LinkedHashMap<>();
        for (var one : several) {
            wanted.addAll(one.wanted);
            required.addAll(one.required);
            one.areas.forEach(area -> areas.put(area.id(), area));
            one.questions.forEach(question -> questions.putIfAbsent(question.id(), question));
        }
        return new Asks(
                wanted,
                required,
                List.copyOf(areas.values()),
                List.copyOf(questions.values()),
                1,
                several.stream().anyMatch(Asks::asksNeeds));
    }

    /** The same without needs, which have a page of their own once somebody is registered. */
    Asks withoutNeeds() {
        return new Asks(wanted, required, areas, questions, version, false);
    }

    boolean asks(Asked thing) {
        return wanted.contains(thing);
    }

    boolean needs(Asked thing) {
        return required.contains(thing);
    }

    Optional<Area> area(String slug) {
        return areas.stream().filter(area -> area.slug().equals(slug)).findFirst();
    }
}
