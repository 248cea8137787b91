package nl.samenkomst.registration;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventPages;
import nl.samenkomst.event.EventShelf;
import nl.samenkomst.event.EventSources;
import nl.samenkomst.kit.rule.Fault;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Anyone;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.FormTokens;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;

/** Registering for one event, as a visitor does: the form comes in, the confirmation is its answer. */
public final class RegistrationPages implements Feature {

    private final EventShelf shelf;
    private final EventSources sources;
    private final EventPages pages;
    private final FormSheet sheet;
    private final Entrance entrance;

    /** A form that came in, and all that it is judged by. */
    private record Sent(
            Visit visit,
            Event event,
            EventSources.Known known,
            Optional<FormSheet.Invited> invited,
            FormTokens.Judged judged,
            RegistrationForm form) {

        Arrival.Request request() {
            return Requests.typed(judged.nonce(), form.body(), visit.links());
        }
    }

    public RegistrationPages(
            EventShelf shelf, EventSources sources, EventPages pages, FormSheet sheet, Entrance entrance) {
        this.shelf = shelf;
        this.sources = sources;
        this.pages = pages;
        this.sheet = sheet;
        this.entrance = entrance;
    }

    @Override
    public void mount(Site site) {
        var visiting = Anyone.visiting(shelf);
        site.post("/events/:event/registrations", visiting, this::register);
        site.get("/events/:event/registrations", visiting, RegistrationPages::back);
    }

    /** The address of an answer, opened again: the event itself. */
    static Future<Reply> back(Visit visit, Event event) {
        return Future.succeededFuture(Reply.seeOther("/events/" + event.slug()));
    }

    private Future<Reply> register(Visit visit, Event event) {
        if (!visit.body().typed()) {
            throw Refusal.of(415, "media-type", "error.mediaType");
        }
        return entrance.invited(event, visit.body().text("invitation"))
                .compose(invited -> event.closed() && invited.isEmpty()
                        ? byInvitation(visit, event)
                        : sources.withoutSeats(event).compose(known -> judged(read(visit, event, known, invited))));
    }

    private Sent read(Visit visit, Event event, EventSources.Known known, Optional<FormSheet.Invited> invited) {
        var body = visit.body();
        var asks = FormSheet.asks(event, known, sheet.words(visit, known));
        var form = RegistrationForm.read(body, event, asks, FormSheet.language(visit, known));
        var judged = visit.site()
                .tokens()
                .judge(FormSheet.scope(event), body.text("token").orElse(""));
        Entrance.judge(judged, form.faults());
        Entrance.checkInvited(form, invited);
        return new Sent(visit, event, known, invited, judged, form);
    }

    private Future<Reply> judged(Sent sent) {
        return sent.form().complete()
                ? entered(sent)
                : typedAgain(sent, 422, sent.form().wrong());
    }

    private Future<Reply> entered(Sent sent) {
        var arrival = sent.form()
                .arrival(entrance.newId(), sent.event(), sent.invited().isPresent(), Optional.of(sent.request()));
        return entrance.enter(sent.visit(), arrival)
                .compose(outcome -> outcome instanceof Outcome.Refused refused
                        ? refused(sent, refused.why())
                        : Future.succeededFuture(confirmed(sent, outcome.answerOrRefusal())));
    }

    private Reply confirmed(Sent sent, Answer answer) {
        var words = sheet.words(sent.visit(), sent.known());
        return Done.reply(
                sent.event(),
                sent.known(),
                sent.form(),
                answer,
                words,
                sent.visit().links());
    }

    private Future<Reply> refused(Sent sent, Outcome.Why why) {
        return switch (why) {
            case FULL -> typedAgain(sent, 409, List.of(Fault.of("attendance", "registration.refused.full")));
            case NO_SUCH_WAY ->
                typedAgain(sent, 422, List.of(Fault.of("attendance", "registration.refused.attendance")));
            case OTHER_BODY -> typedAgain(sent, 422, List.of(Fault.of("token", "registration.form.again")));
            case BY_INVITATION -> byInvitation(sent.visit(), sent.event());
            case CLOSED, PAST, CANCELLED -> over(sent);
            case ABSENT -> Future.failedFuture(new NotFound("event"));
        };
    }

    /** The form again, with a fresh token, and with the seats as they are now. */
    private Future<Reply> typedAgain(Sent sent, int status, List<Fault> wrong) {
        JsonObject values = sent.form().body().json();
        sources.board().forget(sent.event().id());
        return sheet.again(sent.visit(), sent.event(), values, wrong, sent.invited())
                .compose(panels -> pages.shown(sent.visit(), sent.event(), panels))
                .map(page -> page.status(status));
    }

    /** The page itself says why nobody can register any more. */
    private Future<Reply> over(Sent sent) {
        shelf.forget(sent.event().slug());
        return shelf.of(sent.event().slug())
                .compose(now -> pages.shown(sent.visit(), now.orElse(sent.event()), List.of()))
                .map(page -> page.status(409));
    }

    private Future<Reply> byInvitation(Visit visit, Event event) {
        return pages.shown(visit, event, List.of(LinkForm.empty(event))).map(page -> page.status(403));
    }
}
