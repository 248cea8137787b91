package nl.samenkomst.registration;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventPages;
import nl.samenkomst.event.EventShelf;
import nl.samenkomst.event.EventSources;
import nl.samenkomst.kit.mail.EmailAddress;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Anyone;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** "Send me my link", for who is invited to a closed event. The answer is the same for every address, and comes as soon. */
public final class LinkPages implements Feature {

    private static final Logger LOG = LoggerFactory.getLogger(LinkPages.class);

    private final EventShelf shelf;
    private final EventSources sources;
    private final EventPages pages;
    private final Entrance entrance;
    private final Invitees invitees;

    /** What the answer shows. */
    record Sent(String local, String domain) {}

    public LinkPages(EventShelf shelf, EventSources sources, EventPages pages, Entrance entrance, Invitees invitees) {
        this.shelf = shelf;
        this.sources = sources;
        this.pages = pages;
        this.entrance = entrance;
        this.invitees = invitees;
    }

    @Override
    public void mount(Site site) {
        var visiting = Anyone.visiting(shelf);
        site.post("/events/:event/link", visiting, this::ask);
        site.get("/events/:event/link", visiting, RegistrationPages::back);
    }

    private Future<Reply> ask(Visit visit, Event event) {
        if (!event.closed()) {
            throw new NotFound("event");
        }
        if (!visit.body().typed()) {
            throw Refusal.of(415, "media-type", "error.mediaType");
        }
        var fields = Fields.of(visit.body()).trap();
        var email = fields.email();
        var token = visit.body().text("token").orElse("");
        Entrance.judge(visit.site().tokens().judge(LinkForm.scope(event), token), fields.faults());
        return email.isPresent() && fields.faults().none()
                ? entrance.count(visit).compose(counted -> sent(visit, event, email.get()))
                : again(visit, event, fields);
    }

    /** The letter is laid ready behind the answer's back: how long that takes must tell nobody who is invited. */
    private Future<Reply> sent(Visit visit, Event event, EmailAddress email) {
        invitees.remind(event, email).onFailure(cause -> LOG.warn("a link was not sent: {}", cause.toString()));
        var address = Done.Address.of(email);
        return sources.of(event).map(known -> {
            var words = visit.site().languages().in(FormSheet.language(visit, known));
            var frame = known.housed()
                    .frame(Optional.of(event.contact()), words.say("registration.closed.sent.title"))
                    .hidden();
            return Reply.page(frame, "registration/link-sent", new Sent(address.local(), address.domain()))
                    .personal();
        });
    }

    private Future<Reply> again(Visit visit, Event event, Fields fields) {
        var wrong = fields.faults().list();
        return sources.of(event)
                .map(known -> visit.site().languages().in(FormSheet.language(visit, known)))
                .map(words -> List.of(
                        FormShown.Wrong.of("registration.closed.wrong", wrong, words),
                        LinkForm.again(event, Filled.typed(visit.body().json(), wrong, words))))
                .compose(panels -> pages.shown(visit, event, panels))
                .map(page -> page.status(422));
    }
}
