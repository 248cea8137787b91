package nl.samenkomst.registration;

import io.vertx.core.json.JsonObject;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.mail.EmailAddress;
import nl.samenkomst.kit.rule.Fault;
import nl.samenkomst.kit.rule.Faults;
import nl.samenkomst.kit.web.Body;
import nl.samenkomst.kit.web.FormTokens;
import nl.samenkomst.kit.web.Shown;
import nl.samenkomst.network.Network;
import nl.samenkomst.spi.EventFormat;
import nl.samenkomst.spi.EventFormat.Asked;

/** The part of a form that asks who somebody is, for rooms that ask it for more than one event. Its template is {@code registration/person}. */
public final class PersonSheet {

    private final Asks asks;

    private PersonSheet(Asks asks) {
        this.asks = asks;
    }

    /** Asks what the format asks of everybody, save its questions about one event. */
    public static PersonSheet of(Optional<EventFormat> format, Network network) {
        var wanted = EnumSet.of(Asked.ORGANISATION, Asked.SECTOR);
        format.ifPresent(known -> {
            wanted.clear();
            wanted.addAll(known.asks());
        });
        if (network.areas().isEmpty()) {
            wanted.remove(Asked.AREA);
        }
        var required = EnumSet.noneOf(Asked.class);
        required.addAll(format.map(EventFormat::required).orElse(Set.of()));
        required.retainAll(wanted);
        var areas = wanted.contains(Asked.AREA) ? network.areas() : List.<nl.samenkomst.network.Area>of();
        return new PersonSheet(new Asks(wanted, required, areas, List.of(), 1, false));
    }

    /**
     * Who somebody says they are.
     *
     * @param email empty only where it is faulty
     */
    public record Person(Optional<EmailAddress> email, Arrival.Details details) {}

    /**
     * What was typed or sent, to be believed only if no fault was found.
     *
     * @param others the names of the fields that are read elsewhere; any further one is refused
     * @param language in which they are written to, where they name none
     */
    public Person read(Body body, Set<String> others, String language, Faults faults) {
        var known = new HashSet<>(others);
        known.addAll(Telling.FIELDS);
        known.remove("answers");
        known.addAll(Set.of("email", "website"));
        var fields = new Fields(body, faults).only(known).trap();
        return new Person(fields.email(), Telling.read(fields, asks, language));
    }

    /** What the template shows. */
    public Object empty(Words words) {
        return PersonShown.of(asks, Filled.NOTHING, false, words);
    }

    /** The same with what was typed, and what is wrong with it. */
    public Object typed(JsonObject values, List<Fault> wrong, Words words) {
        return PersonShown.of(asks, Filled.typed(values, wrong, words), false, words);
    }

    /** What stands above a form that needs another look. */
    public static Shown wrong(List<Fault> wrong, Words words) {
        return FormShown.Wrong.of(wrong, words);
    }

    /** A form may be believed if its token is good; what else it is, is told at the field {@code token}. */
    public static void judge(FormTokens.Judged judged, Faults faults) {
        Entrance.judge(judged, faults);
    }
}
