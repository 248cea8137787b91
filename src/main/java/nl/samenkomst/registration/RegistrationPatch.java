package nl.samenkomst.registration;

import io.vertx.core.json.JsonObject;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.samenkomst.event.Event;
import nl.samenkomst.kit.rule.Faults;
import nl.samenkomst.kit.web.Body;
import nl.samenkomst.network.Network;
import nl.samenkomst.spi.Attendance;
import nl.samenkomst.spi.EventFormat.Asked;
import nl.samenkomst.spi.Question;

/**
 * What staff change of somebody's registration (RFC 7396), checked.
 *
 * @param details all that the person told, as it becomes; empty where nothing of it changes
 * @param attendance the way they come, where it changes
 * @param wants the way they stand in line for: absent, or present and empty for leaving that line
 */
record RegistrationPatch(
        Optional<Arrival.Details> details,
        Optional<Attendance> attendance,
        Optional<Optional<Attendance>> wants,
        Optional<String> presence) {

    private static final Set<String> PRESENCES = Set.of("unknown", "present", "absent", "excused");
    private static final Set<String> OWN = Set.of("attendance", "wants", "presence");

    /** As it is noted. */
    String verb() {
        return details.isEmpty() && attendance.isEmpty() && wants.isEmpty()
                ? "registration.presence"
                : "registration.change";
    }

    /** Who was there. */
    static RegistrationPatch marking(String presence) {
        return new RegistrationPatch(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(presence));
    }

    static boolean presence(String code) {
        return PRESENCES.contains(code);
    }

    /** Whether it says nothing but who was there. */
    static boolean marks(JsonObject patch) {
        return Set.of("presence").containsAll(patch.fieldNames());
    }

    /** Ends in a 422 that names every field, when anything is wrong. */
    static RegistrationPatch read(JsonObject patch, Registration one, Event event, Network network, Asks asks) {
        var faults = new Faults();
        var known = new HashSet<>(Telling.FIELDS);
        known.addAll(OWN);
        var fields = new Fields(new Body(patch, false), faults).only(known);
        var details = patch.fieldNames().stream().anyMatch(Telling.FIELDS::contains)
                ? Optional.of(details(patch, one, event, network, asks, faults))
                : Optional.<Arrival.Details>empty();
        var read = new RegistrationPatch(
                details,
                way(fields, "attendance", event),
                patch.containsKey("wants") ? Optional.of(way(fields, "wants", event)) : Optional.empty(),
                fields.oneOf("presence", PRESENCES, "registration.api.presence"));
        faults.refuse();
        return read;
    }

    private static Optional<Attendance> way(Fields fields, String field, Event event) {
        var given = fields.raw(field);
        var way = given.flatMap(Attendance::of).filter(event.attendance()::allows);
        if (given.isPresent() && way.isEmpty()) {
            fields.faults().add(field, "registration.refused.attendance");
        }
        return way;
    }

    /** Staff may leave empty what the form asks for; answers that are not in the patch stay as they were given. */
    private static Arrival.Details details(
            JsonObject patch, Registration one, Event event, Network network, Asks asks, Faults faults) {
        boolean answering = patch.containsKey("answers");
        var questions = answering
                ? asks.questions().stream().map(RegistrationPatch::atWill).toList()
                : List.<Question>of();
        var lenient = new Asks(EnumSet.allOf(Asked.class), Set.of(), network.areas(), questions, asks.version(), false);
        var merged = merged(new RegistrationJson(event, network).told(one), patch, questions);
        var told = Telling.read(new Fields(new Body(merged, false), faults), lenient, one.language());
        return answering
                ? told
                : new Arrival.Details(
                        told.name(),
                        told.organisationName(),
                        told.sector(),
                        told.area(),
                        told.language(),
                        one.questionsVersion(),
                        one.answers());
    }

    private static Question atWill(Question question) {
        return new Question(question.id(), question.kind(), question.label(), false, question.choices());
    }

    private static JsonObject merged(JsonObject now, JsonObject patch, List<Question> questions) {
        var merged = now.copy();
        var asked = questions.stream().map(Question::id).toList();
        var answers = merged.getJsonObject("answers");
        Set.copyOf(answers.fieldNames()).stream()
                .filter(id -> !asked.contains(id))
                .forEach(answers::remove);
        patch.forEach(entry -> {
            if (entry.getKey().equals("answers") && entry.getValue() instanceof JsonObject changed) {
                changed.forEach(answer -> answers.put(answer.getKey(), answer.getValue()));
            } else {
                merged.put(entry.getKey(), entry.getValue());
            }
        });
        return merged;
    }
}
