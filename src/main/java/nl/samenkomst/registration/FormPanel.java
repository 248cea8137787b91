package nl.samenkomst.registration;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.samenkomst.event.Event;
import nl.samenkomst.kit.web.Panel;
import nl.samenkomst.kit.web.Shown;
import nl.samenkomst.kit.web.Visit;

/** Puts the registration form on an event's page; on a closed one only for who holds an invitation, others can ask for their link. */
public final class FormPanel implements Panel<Event> {

    private final FormSheet sheet;
    private final Invitees invitees;

    public FormPanel(FormSheet sheet, Invitees invitees) {
        this.sheet = sheet;
        this.invitees = invitees;
    }

    @Override
    public Future<Map<Event, Shown>> on(List<Event> events, Visit visit) {
        var shown = events.stream()
                .map(event -> of(event, visit).map(panel -> Map.entry(event, panel)))
                .toList();
        return Future.all(shown).map(all -> shown.stream()
                .map(Future::result)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private Future<Shown> of(Event event, Visit visit) {
        var token = visit.query("invitation");
        if (!event.closed()) {
            return sheet.fresh(visit, event, Optional.empty());
        }
        if (token.isEmpty()) {
            return Future.succeededFuture(LinkForm.empty(event));
        }
        return invitees.holder(event, token.get())
                .compose(invitee -> invitee.isPresent()
                        ? sheet.fresh(visit, event, invitee.map(one -> new FormSheet.Invited(token.get(), one)))
                        : Future.succeededFuture(LinkForm.expired(event)));
    }
}
