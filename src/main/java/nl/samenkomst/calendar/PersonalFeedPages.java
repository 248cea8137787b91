package nl.samenkomst.calendar;

import static java.util.stream.Collectors.toMap;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventStore;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.rule.Refusal;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Holder;
import nl.samenkomst.kit.web.Links;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.registration.OwnLinks;
import nl.samenkomst.registration.OwnTarget;
import nl.samenkomst.registration.Registration;
import nl.samenkomst.registration.Registrations;

/** Somebody's own calendar to follow, behind a secret link; and the buttons on the own page that mail it and stop it. */
public final class PersonalFeedPages implements Feature {

    /** As long as the links to one's own pages last. */
    private static final Duration BACK = Duration.ofDays(30);

    private final PersonalFeeds feeds;
    private final Registrations registrations;
    private final Occasions occasions;
    private final Links links;
    private final Entries entries;
    private final WorkerExecutor workers;
    private final Clock clock;

    /** @param workers where files are written, see {@link CalendarWorkers} */
    public PersonalFeedPages(
            PersonalFeeds feeds,
            Registrations registrations,
            Occasions occasions,
            Links links,
            WorkerExecutor workers,
            Clock clock) {
        this.feeds = feeds;
        this.registrations = registrations;
        this.occasions = occasions;
        this.links = links;
        this.entries = new Entries(links);
        this.workers = workers;
        this.clock = clock;
    }

    @Override
    public void mount(Site site) {
        site.get("/my/:token/calendar.ics", Holder.of(PersonalFeedTarget.FEED), this::calendar);
        post(site, FeedLink.ASK, feeds::ask);
        post(site, FeedLink.STOP, feeds::stop);
    }

    private void post(Site site, String action, Function<Registration, Future<Void>> deed) {
        site.post("/registrations/:token/" + action, Holder.of(OwnTarget.OWN), (visit, one) -> {
            OwnLinks.check(visit, action);
            return open(one)
                    .compose(still -> registrations.linkUsed(one))
                    .compose(used -> deed.apply(one))
                    .map(done -> back(visit, one, action));
        });
    }

    /** Refused (410) once the own page has ended; a shared address (404) does not tell people apart. */
    private Future<Void> open(Registration one) {
        var event = new EventStore(occasions.sql()).find(one.event());
        var known = new PersonalFeedStore(occasions.sql()).asked(List.of(one.id()));
        return Future.all(event, known).map(both -> {
            if (known.result().isEmpty()) {
                throw new NotFound("calendar link");
            }
            if (event.result().filter(this::lasts).isEmpty()) {
                throw Refusal.of(410, "expired", "registration.own.expired");
            }
            return null;
        });
    }

    private boolean lasts(Event event) {
        return !OwnLinks.ended(event.end(), clock.instant());
    }

    private static Reply back(Visit visit, Registration one, String done) {
        return Reply.seeOther(OwnLinks.done(visit, one, done) + "#" + FeedLink.ASK)
                .personal();
    }

    private Future<Reply> calendar(Visit visit, PersonalFeed feed) {
        return new PersonalFeedStore(occasions.sql())
                .seats(feed.id(), clock.instant().minus(BACK))
                .compose(this::told)
                .compose(seats -> workers.executeBlocking(() -> written(visit, seats), false))
                .map(body -> Reply.bytes("text/calendar; charset=utf-8; method=PUBLISH", body)
                        .with("Content-Disposition", "inline; filename=\"samenkomst.ics\"")
                        .personal());
    }

    /** A seat with its gathering. */
    private record Told(PersonalFeedStore.Seat seat, Occasion occasion) {}

    private Future<List<Told>> told(List<PersonalFeedStore.Seat> seats) {
        return new EventStore(occasions.sql())
                .all(seats.stream().map(PersonalFeedStore.Seat::event).toList())
                .compose(events ->
                        Future.all(events.stream().map(occasions::round).toList()))
                .map(all -> all.<Occasion>list())
                .map(all -> paired(seats, all));
    }

    private static List<Told> paired(List<PersonalFeedStore.Seat> seats, List<Occasion> occasions) {
        Map<UUID, Occasion> known =
                occasions.stream().collect(toMap(one -> one.event().id(), one -> one));
        return seats.stream()
                .flatMap(seat -> Stream.ofNullable(known.get(seat.event())).map(occasion -> new Told(seat, occasion)))
                .toList();
    }

    private Buffer written(Visit visit, List<Told> seats) {
        var listed = seats.stream().map(told -> entry(visit, told)).toList();
        var name = visit.words().say("calendar.link.name");
        return Buffer.buffer(FeedWriter.write(name, listed));
    }

    private CalendarEntry entry(Visit visit, Told told) {
        var seat = told.seat();
        var language = visit.askedLanguage().orElse(seat.language());
        var uid = seat.uid().orElseGet(() -> Invite.uidOf(seat.registration(), links));
        return entries.own(
                new Entries.Key(uid, seat.sequence(), clock.instant()),
                told.occasion(),
                seat.attendance(),
                visit.site().languages().in(language));
    }
}
