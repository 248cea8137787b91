package nl.samenkomst.registration;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenkomst.event.Event;
import nl.samenkomst.kit.mail.EmailAddress;
import nl.samenkomst.kit.rule.Fault;
import nl.samenkomst.kit.rule.Faults;
import nl.samenkomst.kit.web.Body;
import nl.samenkomst.spi.Attendance;

/**
 * What somebody typed to take part in one event, checked.
 *
 * @param email empty only where it is faulty
 * @param attendance empty only where it is faulty
 * @param wantsOther whether they also stand in line for the other way
 * @param invitation the token of an invitation to a closed event
 */
record RegistrationForm(
        Body body,
        Optional<EmailAddress> email,
        Arrival.Details details,
        List<Need> needs,
        Optional<Attendance> attendance,
        boolean wantsOther,
        Optional<String> invitation,
        Faults faults) {

    private static final Set<String> FIELDS = fields();

    private static Set<String> fields() {
        var names = new HashSet<>(Telling.FIELDS);
        names.addAll(List.of("email", "attendance", "wants", "invitation", "website", NeedSheet.FIELD));
        return Set.copyOf(names);
    }

    /** @param language of the page, in which they are written to unless they name another */
    static RegistrationForm read(Body body, Event event, Asks asks, String language) {
        var fields = Fields.of(body).only(FIELDS).trap();
        var attendance = attendance(fields, event);
        return new RegistrationForm(
                body,
                fields.email(),
                Telling.read(fields, asks, language),
                NeedSheet.read(fields, asks.asksNeeds()),
                attendance,
                wants(fields, event, attendance),
                fields.raw("invitation"),
                fields.faults());
    }

    private static Optional<Attendance> attendance(Fields fields, Event event) {
        var way = fields.raw("attendance").flatMap(Attendance::of).filter(event.attendance()::allows);
        if (way.isEmpty()) {
            fields.faults().add("attendance", "registration.form.attendance.missing");
        }
        return way;
    }

    /** A ticked box for the way that was chosen after all says nothing new; a program that writes so is mistaken. */
    private static boolean wants(Fields fields, Event event, Optional<Attendance> attendance) {
        var given = fields.raw("wants");
        var way = given.flatMap(Attendance::of).filter(event.attendance()::allows);
        boolean same = way.isPresent() && way.equals(attendance);
        if (given.isPresent() && (way.isEmpty() || (same && !fields.body().typed()))) {
            fields.faults().add("wants", "registration.form.wants");
        }
        return way.isPresent() && !same;
    }

    boolean complete() {
        return faults.none();
    }

    List<Fault> wrong() {
        return faults.list();
    }

    /** @param admitted whether they hold an invitation */
    Arrival arrival(UUID id, Event event, boolean admitted, Optional<Arrival.Request> request) {
        var arrival = new Arrival(
                id,
                event.organisation(),
                event.id(),
                email,
                false,
                details,
                attendance.orElseThrow(),
                wantsOther,
                admitted,
                request);
        return arrival.needing(needs);
    }
}
