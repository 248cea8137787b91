package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventFacts;
import nl.samenkomst.event.EventSources;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.Fault;
import nl.samenkomst.kit.web.Shown;
import nl.samenkomst.kit.web.Visit;

/** Makes the panel that bears an event's registration form, fresh or with what was typed into it. */
public final class FormSheet {

    private final EventSources sources;

    public FormSheet(EventSources sources) {
        this.sources = sources;
    }

    /** Whom a form is opened for: the holder of this invitation. */
    record Invited(String token, Invitee invitee) {

        private JsonObject values() {
            var values = new JsonObject().put("email", invitee.email().text());
            invitee.name().ifPresent(name -> values.put("name", name));
            return values;
        }
    }

    static String scope(Event event) {
        return "event:" + event.id();
    }

    Future<Shown> fresh(Visit visit, Event event, Optional<Invited> invited) {
        return sources.of(event)
                .map(known -> shown(
                        event,
                        known,
                        words(visit, known),
                        invited.map(one -> Filled.known(one.values())).orElse(Filled.NOTHING),
                        invited));
    }

    /** The form as it was typed, below what is wrong with it. */
    Future<List<Shown>> again(
            Visit visit, Event event, JsonObject values, List<Fault> wrong, Optional<Invited> invited) {
        return sources.of(event).map(known -> {
            var words = words(visit, known);
            var filled = Filled.typed(values, wrong, words);
            return List.of(FormShown.Wrong.of(wrong, words), shown(event, known, words, filled, invited));
        });
    }

    Words words(Visit visit, EventSources.Known known) {
        return visit.site().languages().in(language(visit, known));
    }

    static String language(Visit visit, EventSources.Known known) {
        return visit.language(known.housed().organisation().languages());
    }

    static Asks asks(Event event, EventSources.Known known, Words words) {
        return Asks.at(event, known.format(), known.housed().network(), words.locale());
    }

    private static Shown shown(
            Event event, EventSources.Known known, Words words, Filled filled, Optional<Invited> invited) {
        var facts = EventFacts.of(event, known.housed().network(), known.format(), words);
        var model = new FormShown(
                event.slug(),
                scope(event),
                invited.map(Invited::token),
                WaysShown.of(event, facts, known.seats(), filled, words),
                PersonShown.of(asks(event, known, words), filled, invited.isPresent(), words));
        return new Shown(0, "sheet", "registration/form", model);
    }
}
