package nl.samenkomst.event;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Staff;
import nl.samenkomst.account.Staff.Admitted;
import nl.samenkomst.account.Workspace;
import nl.samenkomst.kit.mail.Written;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;

/** An event as visitors will see it, and the mail they will get, for staff; made to stand in a frame of our own pages, where nothing can be sent. */
public final class PreviewDesk implements Feature {

    /** As any page of ours, but nothing can be sent from it, and a page of ours may stand round it. */
    private static final String PAGE_POLICY = "default-src 'none'; "
            + "style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'none'; "
            + "form-action 'none'; frame-ancestors 'self'";

    private static final String LETTER_POLICY =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

    private final EventPages pages;
    private final LetterPreview letters;

    public PreviewDesk(EventPages pages, LetterPreview letters) {
        this.pages = pages;
        this.letters = letters;
    }

    @Override
    public void mount(Site site) {
        var one = EventsDesk.PATH + "/:event/preview";
        site.get(one, Staff.of(EventTarget.EVENT, Role.FACILITATOR), this::page);
        site.get(one + "/mail", Staff.of(EventTarget.EVENT, Role.FACILITATOR), this::mail);
    }

    private Future<Reply> page(Visit visit, Admitted<Event> one) {
        return pages.previewed(visit, one.thing()).map(page -> page.with("Content-Security-Policy", PAGE_POLICY));
    }

    private Future<Reply> mail(Visit visit, Admitted<Event> one) {
        var event = one.thing();
        var asked = new LetterPreview.Asked(
                event,
                event,
                LetterPreview.INVITATION,
                event.attendance().ways().get(0),
                one.caller().account().name(),
                Workspace.words(one.caller(), visit).locale().getLanguage());
        return letters.write(asked)
                .map(letter -> letter.map(Written::html).orElseThrow(() -> new NotFound("mail")))
                .map(html -> Reply.html(Buffer.buffer(html))
                        .with("Content-Security-Policy", LETTER_POLICY)
                        .personal());
    }
}
