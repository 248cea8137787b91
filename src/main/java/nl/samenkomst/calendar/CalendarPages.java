package nl.samenkomst.calendar;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.event.Event;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Anyone;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Holder;
import nl.samenkomst.kit.web.Links;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Target;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.registration.OwnLinks;
import nl.samenkomst.registration.OwnTarget;
import nl.samenkomst.registration.Registration;

/** Files to put into a calendar by hand: of a public event for everyone, of one's own seat for who holds its link. */
public final class CalendarPages implements Feature {

    private static final String MEDIA_TYPE = "text/calendar; charset=utf-8; method=PUBLISH";

    private final Target<Event> events;
    private final Occasions occasions;
    private final Links links;
    private final Entries entries;
    private final WorkerExecutor workers;
    private final Clock clock;

    /** @param workers where files are written, see {@link CalendarWorkers} */
    public CalendarPages(Target<Event> events, Occasions occasions, Links links, WorkerExecutor workers, Clock clock) {
        this.events = events;
        this.occasions = occasions;
        this.links = links;
        this.entries = new Entries(links);
        this.workers = workers;
        this.clock = clock;
    }

    @Override
    public void mount(Site site) {
        site.get("/events/:event/event.ics", Anyone.visiting(events), this::event);
        site.get("/registrations/:token/invite.ics", Holder.of(OwnTarget.OWN), this::own);
    }

    /** A closed event tells strangers nothing, so there is no file of it. */
    private Future<Reply> event(Visit visit, Event event) {
        if (event.closed()) {
            throw new NotFound("event");
        }
        return occasions
                .round(event)
                .map(occasion -> entries.open(occasion, words(visit, occasion), clock.instant()))
                .compose(entry -> file(entry, event));
    }

    /** Only who has a seat has something to put into a calendar. */
    private Future<Reply> own(Visit visit, Registration registration) {
        if (!registration.confirmed()) {
            throw new NotFound("invite");
        }
        var key = new InviteStore(occasions.sql()).find(registration.id()).map(invite -> key(registration, invite));
        var occasion = occasions.of(registration.event()).map(found -> found.orElseThrow(() -> new NotFound("event")));
        return Future.all(key, occasion).compose(both -> own(visit, registration, key.result(), occasion.result()));
    }

    private Entries.Key key(Registration registration, Optional<Invite> invite) {
        return invite.map(known -> new Entries.Key(known.uid(), known.sequence(), clock.instant()))
                .orElseGet(() -> new Entries.Key(Invite.uidOf(registration.id(), links), 0, clock.instant()));
    }

    private Future<Reply> own(Visit visit, Registration registration, Entries.Key key, Occasion occasion) {
        if (OwnLinks.ended(occasion.event().end(), clock.instant())) {
            throw Refusal.of(410, "expired", "registration.own.expired");
        }
        var words = visit.site().languages().in(visit.language(List.of(registration.language())));
        var entry = entries.own(key, occasion, registration.attendance(), words);
        return file(entry, occasion.event()).map(Reply::personal);
    }

    private static Words words(Visit visit, Occasion occasion) {
        return visit.site()
                .languages()
                .in(visit.language(occasion.housed().organisation().languages()));
    }

    private Future<Reply> file(CalendarEntry entry, Event event) {
        return workers.executeBlocking(() -> Buffer.buffer(InviteWriter.write(entry)), false)
                .map(bytes -> Reply.bytes(MEDIA_TYPE, bytes)
                        .with("Content-Disposition", "attachment; filename=\"" + event.slug() + ".ics\""));
    }
}
