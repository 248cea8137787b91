package nl.samenkomst.event;

import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.account.Caller;
import nl.samenkomst.kit.i18n.Languages;
import nl.samenkomst.network.Network;
import nl.samenkomst.spi.EventFormat;

/** The planning form of an event that is not there yet, with what is usual filled in. */
final class TypedStart {

    private static final LocalTime USUAL = LocalTime.of(19, 0);
    private static final String ZONE = "Europe/Amsterdam";

    private TypedStart() {}

    static Typed of(EventFormat format, Caller caller, List<Network> homes) {
        var values = new LinkedHashMap<String, String>();
        var home = homes.size() == 1 ? Optional.of(homes.get(0)) : Optional.<Network>empty();
        values.put("format", format.id());
        values.put("home", home.map(Network::slug).orElse(""));
        values.put(
                "language",
                caller.organisation().languages().stream()
                        .filter(Languages::known)
                        .findFirst()
                        .orElse(Languages.TAGS.get(0)));
        values.put("from", TypedTime.written(USUAL));
        values.put("to", TypedTime.written(USUAL.plus(format.usualLength())));
        values.put("attendance", format.gatherings().get(0).code());
        values.put("waitlist", TypedEvent.YES);
        values.put("visibility", (format.closed() ? Event.Visibility.CLOSED : Event.Visibility.PUBLIC).code());
        home.flatMap(Network::contact)
                .or(() -> caller.organisation().contact())
                .ifPresent(contact -> TypedEvent.contact(contact, values));
        return inZone(new Typed(values), homes);
    }

    /** By the clocks of the network that was chosen. */
    static Typed inZone(Typed typed, List<Network> homes) {
        var chosen = typed.text("home").split("/", 2)[0];
        var zone = homes.stream()
                .filter(home -> home.slug().equals(chosen))
                .findFirst()
                .or(() -> homes.stream().findFirst())
                .map(home -> home.zone().getId())
                .orElse(ZONE);
        return typed.with("timeZone", zone);
    }
}
