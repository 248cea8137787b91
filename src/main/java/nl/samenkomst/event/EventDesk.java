package nl.samenkomst.event;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.samenkomst.account.Caller;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Staff;
import nl.samenkomst.account.Staff.Admitted;
import nl.samenkomst.account.Workspace;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.DeskTop;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.spi.Attendance;
import nl.samenkomst.spi.Gathering;

/** One event for the organisation's staff: what it is, its seats and which number sets them, and what can be done with it. */
public final class EventDesk implements Feature {

    private static final Set<String> NEWS =
            Set.of("saved", "published", "closed", "reopened", "cancelled", "undone", "told", "same");

    private final SqlClient sql;
    private final Formats formats;
    private final Clock clock;

    /** @param sql the pool */
    public EventDesk(SqlClient sql, Formats formats, Clock clock) {
        this.sql = sql;
        this.formats = formats;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param news what the organiser just did
     * @param counted whether the seats are counted already, which a draft's are not
     */
    record Overview(
            DeskTop top,
            EventTop head,
            Optional<String> news,
            String place,
            Optional<String> joinLink,
            String visibility,
            String registration,
            boolean counted,
            DeskSeatList seats,
            Deeds deeds) {}

    /** The seats in the shape that {@code event/desk-seats} shows. */
    record DeskSeatList(List<DeskSeats> seats) {}

    /** What can be done: links to pages that ask or show first, and buttons that act at once. */
    record Deeds(List<Link> links, List<Button> buttons) {}

    /** @param end whether it ends something */
    record Link(String href, String name, boolean end) {}

    record Button(String path, String token, String name, boolean first) {}

    @Override
    public void mount(Site site) {
        site.get(EventsDesk.PATH + "/:event", Staff.of(EventTarget.EVENT, Role.FACILITATOR), this::show);
    }

    private Future<Reply> show(Visit visit, Admitted<Event> admitted) {
        var event = admitted.thing();
        var head =
                EventTop.read(sql, formats, event, admitted.caller(), visit, EventTop.Page.OVERVIEW, clock.instant());
        var seats = new SeatStore(sql).of(List.of(event.id()));
        return Future.all(head, seats)
                .map(both -> page(visit, admitted, head.result(), seats.result().getOrDefault(event.id(), List.of())));
    }

    private Reply page(Visit visit, Admitted<Event> admitted, EventTop head, List<Seats> seats) {
        var caller = admitted.caller();
        var event = admitted.thing();
        var words = Workspace.words(caller, visit);
        var plan = new SeatPlan(formats);
        var shown = new Overview(
                Workspace.top(caller, visit, Workspace.Part.EVENTS),
                head,
                visit.query("done").filter(NEWS::contains).map(code -> words.say("event.desk.done." + code)),
                DeskRow.place(head.facts(), words),
                event.meeting()
                        .filter(place -> event.attendance() != Gathering.ON_SITE)
                        .flatMap(place -> place.url()),
                words.say("event.visibility." + event.visibility().code()),
                words.say("event.registration." + (event.open() ? "open" : "closed")),
                !seats.isEmpty(),
                new DeskSeatList(
                        DeskSeats.of(seats.isEmpty() ? plan.planned(event) : seats, plan.onSite(event), words)),
                caller.role().allows(Role.ORGANISER)
                        ? deeds(visit, caller, event, words)
                        : new Deeds(List.of(), List.of()));
        return Reply.page(Workspace.frame(caller, head.facts().title()), "event/desk-event", shown)
                .personal();
    }

    private Deeds deeds(Visit visit, Caller caller, Event event, Words words) {
        var links = new ArrayList<Link>();
        var buttons = new ArrayList<Button>();
        var own = EventTop.Page.OVERVIEW.of(event);
        var over = event.phase(clock.instant()) == Event.Phase.OVER;
        if (event.draft()) {
            buttons.add(button(visit, caller, own + "/publish", words.say("event.desk.publish"), true));
        }
        if (event.published() && !over) {
            way(event).ifPresent(way -> links.add(new Link(own + "/" + way, words.say("event.desk." + way), false)));
            var door = event.open() ? "close" : "reopen";
            buttons.add(button(visit, caller, own + "/" + door, words.say("event.desk." + door), false));
        }
        links.add(new Link(
                EventsDesk.PATH + "/new?organisation=" + caller.organisation().slug() + "&copy=" + event.slug(),
                words.say("event.desk.copy"),
                false));
        if (event.published() && !over) {
            links.add(new Link(own + "/cancel", words.say("event.desk.cancel"), true));
        }
        if (event.draft()) {
            links.add(new Link(own + "/delete", words.say("event.desk.delete"), true));
        }
        return new Deeds(List.copyOf(links), List.copyOf(buttons));
    }

    /** The way there is out of a room that is gone, or back into it. */
    private Optional<String> way(Event event) {
        if (event.attendance().allows(Attendance.ON_SITE)) {
            return MoveWish.ONLINE.possible(event, formats) ? Optional.of(MoveWish.ONLINE.path()) : Optional.empty();
        }
        return MoveWish.ROOM.possible(event, formats) ? Optional.of(MoveWish.ROOM.path()) : Optional.empty();
    }

    private static Button button(Visit visit, Caller caller, String path, String name, boolean first) {
        return new Button(path, caller.formToken(visit.links(), path), name, first);
    }
}
