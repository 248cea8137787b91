package nl.samenkomst.series;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenkomst.kit.rule.Fault;
import nl.samenkomst.kit.rule.Faults;
import nl.samenkomst.kit.web.Body;
import nl.samenkomst.network.Series;
import nl.samenkomst.registration.PersonSheet;
import nl.samenkomst.spi.Attendance;

/**
 * What somebody typed to come to every date of a series, checked.
 *
 * @param attendance the way they like best; empty only where it is faulty
 */
record MemberForm(Body body, PersonSheet.Person person, Optional<Attendance> attendance, IfFull ifFull, Faults faults) {

    private static final Set<String> OWN = Set.of("attendance", "ifFull");

    static MemberForm read(Body body, Series series, PersonSheet sheet, String language) {
        var faults = new Faults();
        var person = sheet.read(body, OWN, language, faults);
        return new MemberForm(body, person, attendance(body, series, faults), ifFull(body, faults), faults);
    }

    /** Where there is but one way, nobody needs to say so. */
    static Optional<Attendance> attendance(Body body, Series series, Faults faults) {
        var gathering = new DatePattern(series).attendance();
        var only = gathering.ways().size() == 1 && body.text("attendance").isEmpty()
                ? Optional.of(gathering.ways().get(0))
                : Optional.<Attendance>empty();
        var way = body.text("attendance")
                .flatMap(Attendance::of)
                .filter(gathering::allows)
                .or(() -> only);
        if (way.isEmpty()) {
            faults.add("attendance", "series.form.attendance.missing");
        }
        return way;
    }

    static IfFull ifFull(Body body, Faults faults) {
        var given = body.text("ifFull");
        var choice = given.flatMap(IfFull::of);
        if (given.isPresent() && choice.isEmpty()) {
            faults.add("ifFull", "series.form.ifFull.missing");
        }
        return choice.orElse(IfFull.WAIT);
    }

    boolean complete() {
        return faults.none();
    }

    List<Fault> wrong() {
        return faults.list();
    }

    Member member(Series series, Instant now) {
        var told = person.details();
        return new Member(
                UUID.randomUUID(),
                series.organisation(),
                series.id(),
                person.email().map(address -> address.text()),
                Optional.of(told.name()),
                told.organisationName(),
                told.sector(),
                told.area(),
                told.language(),
                attendance.orElseThrow(),
                ifFull,
                Optional.empty(),
                Optional.empty(),
                1,
                now);
    }
}
