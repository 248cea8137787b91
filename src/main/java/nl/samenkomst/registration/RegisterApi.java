package nl.samenkomst.registration;

import io.vertx.core.Future;
import java.util.Optional;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventShelf;
import nl.samenkomst.event.EventSources;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Anyone;
import nl.samenkomst.kit.web.Body;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;

/** Registering by JSON, without a token: what the form does, for programs. */
public final class RegisterApi implements Feature {

    private final EventShelf shelf;
    private final EventSources sources;
    private final FormSheet sheet;
    private final Entrance entrance;

    public RegisterApi(EventShelf shelf, EventSources sources, FormSheet sheet, Entrance entrance) {
        this.shelf = shelf;
        this.sources = sources;
        this.sheet = sheet;
        this.entrance = entrance;
    }

    @Override
    public void mount(Site site) {
        site.post("/api/v1/events/:event/registrations", Anyone.visiting(shelf), this::register);
    }

    /** The JSON that was sent; a form from another site cannot pass for it, as a browser asks before it sends JSON elsewhere. */
    static Body called(Visit visit) {
        var body = visit.body();
        if (body.typed()) {
            throw Refusal.of(415, "media-type", "error.mediaType");
        }
        return body;
    }

    private Future<Reply> register(Visit visit, Event event) {
        var body = called(visit);
        var request = Requests.called(visit, body);
        return entrance.invited(event, body.text("invitation"))
                .compose(invited -> sources.withoutSeats(event)
                        .map(known -> arrival(new Call(visit, event, body, request), known, invited)))
                .compose(arrival -> entrance.enter(visit, arrival))
                .map(outcome -> created(outcome.answerOrRefusal()));
    }

    /** A call that came in. */
    private record Call(Visit visit, Event event, Body body, Optional<Arrival.Request> request) {}

    private Arrival arrival(Call call, EventSources.Known known, Optional<FormSheet.Invited> invited) {
        var event = call.event();
        if (event.closed() && invited.isEmpty()) {
            throw Outcome.Why.BY_INVITATION.refusal();
        }
        var asks = FormSheet.asks(event, known, sheet.words(call.visit(), known));
        var form = RegistrationForm.read(call.body(), event, asks, FormSheet.language(call.visit(), known));
        Entrance.checkInvited(form, invited);
        form.faults().refuse();
        return form.arrival(entrance.newId(), event, invited.isPresent(), call.request());
    }

    private static Reply created(Answer answer) {
        return Reply.json(answer.json()).status(201).with("Cache-Control", "no-store");
    }
}
