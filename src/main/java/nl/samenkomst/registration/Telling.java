package nl.samenkomst.registration;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.samenkomst.kit.i18n.Languages;
import nl.samenkomst.network.Area;
import nl.samenkomst.spi.EventFormat.Asked;

/** Reads what somebody tells about themselves, which is the same on every form that asks it. */
final class Telling {

    /** The names of the fields it reads. */
    static final Set<String> FIELDS = Set.of("name", "organisation", "sector", "area", "language", "answers");

    private static final Set<String> SECTORS =
            Arrays.stream(Sector.values()).map(Sector::code).collect(Collectors.toSet());

    private Telling() {}

    /**
     * What was told, to be believed only if no fault was found.
     *
     * @param language in which they are written to, where they name none
     */
    static Arrival.Details read(Fields fields, Asks asks, String language) {
        AnswerSheet.only(fields, asks.questions());
        return new Arrival.Details(
                name(fields),
                organisation(fields, asks),
                sector(fields, asks),
                area(fields, asks).map(Area::id),
                fields.oneOf("language", Set.copyOf(Languages.TAGS), "registration.form.language")
                        .orElse(language),
                asks.version(),
                AnswerSheet.read(fields, asks.questions()));
    }

    private static String name(Fields fields) {
        var name = fields.name("name");
        if (name.isEmpty()) {
            fields.faults().add("name", "registration.form.name.missing");
        }
        return name.orElse("");
    }

    private static Optional<String> organisation(Fields fields, Asks asks) {
        var given = fields.name("organisation");
        if (given.isEmpty() && asks.needs(Asked.ORGANISATION)) {
            fields.faults().add("organisation", "registration.form.organisation.missing");
        }
        return given;
    }

    private static Optional<String> sector(Fields fields, Asks asks) {
        var given = fields.oneOf("sector", SECTORS, "registration.form.sector.missing");
        if (given.isEmpty() && asks.needs(Asked.SECTOR)) {
            fields.faults().add("sector", "registration.form.sector.missing");
        }
        return given;
    }

    private static Optional<Area> area(Fields fields, Asks asks) {
        var given = fields.raw("area");
        var area = given.flatMap(asks::area);
        if (area.isEmpty() && (given.isPresent() || asks.needs(Asked.AREA))) {
            fields.faults().add("area", "registration.form.area.missing");
        }
        return area;
    }
}
