package nl.samenkomst.registration;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.samenkomst.kit.mail.EmailAddress;
import nl.samenkomst.kit.rule.Fault;
import nl.samenkomst.kit.rule.Faults;
import nl.samenkomst.kit.web.Body;
import nl.samenkomst.spi.Attendance;
import nl.samenkomst.spi.Question;

/**
 * What somebody typed to take part in several events of a programme, checked.
 *
 * @param email empty only where it is faulty
 * @param choices the sessions they come to, soonest first
 */
record ProgrammeForm(
        Body body,
        Optional<EmailAddress> email,
        Arrival.Details details,
        List<Need> needs,
        List<Choice> choices,
        Faults faults) {

    private static final Set<String> FIELDS = fields();

    /** A session, and how they come to it. */
    record Choice(Session session, Attendance attendance) {}

    private static Set<String> fields() {
        var names = new HashSet<>(Telling.FIELDS);
        names.addAll(List.of("email", "sessions", "website", NeedSheet.FIELD));
        return Set.copyOf(names);
    }

    /** @param open the sessions that can be chosen, soonest first */
    static ProgrammeForm read(Body body, List<Session> open, String language) {
        var fields = Fields.of(body).only(FIELDS).trap();
        var choices = choices(fields, open);
        var asks = Asks.together(
                choices.stream().map(choice -> choice.session().asks()).toList());
        return new ProgrammeForm(
                body,
                fields.email(),
                Telling.read(fields, asks, language),
                NeedSheet.read(fields, asks.asksNeeds()),
                choices,
                fields.faults());
    }

    private static List<Choice> choices(Fields fields, List<Session> open) {
        var wished = wished(fields);
        var slugs = open.stream().map(Session::slug).collect(Collectors.toSet());
        wished.keySet().stream().filter(slug -> !slugs.contains(slug)).forEach(slug -> fields.faults()
                .add(field(slug), "registration.programme.gone"));
        var choices = new ArrayList<Choice>();
        for (var session : open) {
            var way = Optional.ofNullable(wished.get(session.slug()));
            way.flatMap(Attendance::of)
                    .filter(session.event().attendance()::allows)
                    .ifPresentOrElse(
                            known -> choose(session, known, choices, fields.faults()),
                            () -> way.ifPresent(unknown -> fields.faults()
                                    .add(field(session.slug()), "registration.form.attendance.missing")));
        }
        if (wished.isEmpty()) {
            fields.faults().add("sessions", "registration.programme.none");
        }
        return List.copyOf(choices);
    }

    private static void choose(Session session, Attendance way, List<Choice> choices, Faults faults) {
        if (choices.stream().anyMatch(earlier -> earlier.session().overlaps(session))) {
            faults.add(field(session.slug()), "registration.programme.overlap");
        } else {
            choices.add(new Choice(session, way));
        }
    }

    /** By the event's slug, the way of attending as it was sent; what stays empty is not wished for. */
    private static Map<String, String> wished(Fields fields) {
        var wished = new LinkedHashMap<String, String>();
        var given = fields.body().json().getValue("sessions");
        if (given instanceof JsonObject typed && fields.body().typed()) {
            typed.forEach(one -> put(wished, one.getKey(), one.getValue()));
        } else if (given instanceof JsonArray called && !fields.body().typed()) {
            called.forEach(one -> called(one, wished, fields.faults()));
        } else if (given != null) {
            fields.faults().add("sessions", "registration.programme.none");
        }
        return wished;
    }

    private static void called(Object one, Map<String, String> wished, Faults faults) {
        if (one instanceof JsonObject session && session.getValue("event") instanceof String slug) {
            session.fieldNames().stream()
                    .filter(name -> !name.equals("event") && !name.equals("attendance"))
                    .forEach(name -> faults.add(field(slug) + "." + name, "registration.form.unknown"));
            wished.put(slug, String.valueOf(session.getValue("attendance")));
        } else {
            faults.add("sessions", "registration.programme.none");
        }
    }

    private static void put(Map<String, String> wished, String slug, Object value) {
        if (!"".equals(value)) {
            wished.put(slug, String.valueOf(value));
        }
    }

    /** The public name of a session's field. */
    static String field(String slug) {
        return "sessions[" + slug + "]";
    }

    boolean complete() {
        return faults.none();
    }

    List<Fault> wrong() {
        return faults.list();
    }

    /** Into one of the sessions, with the answers to what that one asks. */
    Arrival arrival(UUID id, Choice choice, Optional<Arrival.Request> request) {
        var event = choice.session().event();
        var arrival = new Arrival(
                id,
                event.organisation(),
                event.id(),
                email,
                false,
                detailsFor(choice.session()),
                choice.attendance(),
                false,
                false,
                request);
        return event.asksNeeds() ? arrival.needing(needs) : arrival;
    }

    private Arrival.Details detailsFor(Session session) {
        var asked = session.asks().questions().stream().map(Question::id).toList();
        var answers = new JsonObject();
        details.answers().stream()
                .filter(answer -> asked.contains(answer.getKey()))
                .forEach(answer -> answers.put(answer.getKey(), answer.getValue()));
        return new Arrival.Details(
                details.name(),
                details.organisationName(),
                details.sector(),
                details.area(),
                details.language(),
                session.event().questionsVersion(),
                answers);
    }
}
