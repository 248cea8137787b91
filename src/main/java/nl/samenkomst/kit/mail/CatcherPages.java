package nl.samenkomst.kit.mail;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.samenkomst.kit.i18n.Moments;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.web.Anyone;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Panel;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Shown;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;

/** Caught mail on {@code /dev/mail}: as a person sees it, its text, its parts, its invitation and its source. */
public final class CatcherPages implements Feature {

    /** A letter may look as it likes, run nothing, load nothing, and stand in our own frame alone. */
    static final String LETTER_POLICY =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

    private static final String TEMPLATE = "kit/mail/mail";

    private final CaughtFolder folder;
    private final WorkerExecutor workers;
    private final List<Panel<CaughtMail>> panels;
    private final ZoneId zone;

    /**
     * Times are shown as the clock says in this zone.
     *
     * @param panels what stands with a mail
     */
    public CatcherPages(Vertx vertx, Catcher catcher, List<Panel<CaughtMail>> panels, ZoneId zone) {
        this.panels = List.copyOf(panels);
        this.folder = catcher.folder();
        this.workers = vertx.createSharedWorkerExecutor("caught-mail", 2);
        this.zone = zone;
    }

    @Override
    public void mount(Site site) {
        site.get("/dev/mail", Anyone.anywhere(), this::list);
        site.get("/dev/mail/:id", Anyone.anywhere(), visit -> shown(visit, MailPage.Tab.SEEN));
        site.get("/dev/mail/:id/text", Anyone.anywhere(), visit -> shown(visit, MailPage.Tab.TEXT));
        site.get("/dev/mail/:id/parts", Anyone.anywhere(), visit -> shown(visit, MailPage.Tab.PARTS));
        site.get("/dev/mail/:id/calendar", Anyone.anywhere(), visit -> shown(visit, MailPage.Tab.CALENDAR));
        site.get("/dev/mail/:id/source", Anyone.anywhere(), visit -> shown(visit, MailPage.Tab.SOURCE));
        site.get("/dev/mail/:id/html", Anyone.anywhere(), this::letter);
        site.get("/dev/mail/:id/invite.ics", Anyone.anywhere(), this::invitation);
        site.get("/dev/mail/:id/parts/:n", Anyone.anywhere(), this::part);
    }

    private Future<Reply> list(Visit visit) {
        return off(() -> MailPage.Lines.of(folder.all(), Optional.empty(), moments(visit)))
                .map(lines -> Reply.page(
                        visit.site()
                                .owner()
                                .titled(visit.words().say("mail.title"))
                                .hidden(),
                        "kit/mail/mails",
                        lines));
    }

    private Future<Reply> shown(Visit visit, MailPage.Tab tab) {
        return off(() -> found(visit))
                .compose(mail -> panels(visit, mail)
                        .compose(given -> off(() -> MailPage.of(mail, folder.all(), tab, given, moments(visit)))))
                .map(page ->
                        Reply.page(visit.site().owner().titled(page.subject()).hidden(), TEMPLATE, page));
    }

    private Future<List<Shown>> panels(Visit visit, CaughtMail mail) {
        var asked = panels.stream().map(panel -> panel.on(List.of(mail), visit)).toList();
        return Future.all(asked).map(done -> asked.stream()
                .flatMap(answer -> Optional.ofNullable(answer.result().get(mail)).stream())
                .sorted()
                .toList());
    }

    private Future<Reply> letter(Visit visit) {
        return off(() -> found(visit))
                .map(mail -> mail.part("text/html").orElseThrow(() -> new NotFound("html")))
                .map(html -> Reply.html(html.body()).with("Content-Security-Policy", LETTER_POLICY));
    }

    private Future<Reply> invitation(Visit visit) {
        return off(() -> found(visit))
                .map(mail -> mail.part("text/calendar").orElseThrow(() -> new NotFound("calendar")))
                .map(ics -> Reply.bytes("text/calendar; charset=utf-8", ics.body())
                        .with("Content-Disposition", "attachment; filename=\"invite.ics\""));
    }

    /** Whatever a part says it is, a browser gets it as a file: nothing in it is run. */
    private Future<Reply> part(Visit visit) {
        var wanted = visit.path("n");
        return off(() -> found(visit))
                .map(mail -> mail.parts().stream()
                        .filter(part ->
                                wanted.equals(Integer.toString(mail.parts().indexOf(part))))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("part")))
                .map(part -> Reply.bytes("application/octet-stream", part.body())
                        .with("Content-Disposition", "attachment; filename=\"part-" + wanted + "\""));
    }

    private CaughtMail found(Visit visit) {
        return folder.find(visit.path("id")).orElseThrow(() -> new NotFound("mail"));
    }

    private Moments moments(Visit visit) {
        return new Moments(visit.words(), zone);
    }

    private <T> Future<T> off(Callable<T> reading) {
        return workers.executeBlocking(reading, false);
    }
}
