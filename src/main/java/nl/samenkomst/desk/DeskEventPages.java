package nl.samenkomst.desk;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Staff;
import nl.samenkomst.account.Staff.Admitted;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventFacts;
import nl.samenkomst.event.EventTarget;
import nl.samenkomst.event.EventTop;
import nl.samenkomst.event.Formats;
import nl.samenkomst.event.SeatPlan;
import nl.samenkomst.event.SeatStore;
import nl.samenkomst.event.Seats;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.web.DeskTop;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Listed;
import nl.samenkomst.kit.web.Paging;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.NetworkStore;
import nl.samenkomst.registration.Participant;
import nl.samenkomst.registration.ParticipantStore;
import nl.samenkomst.registration.Registration;
import nl.samenkomst.spi.Attendance;

/** One event for the organisation's staff: its seats, which number sets them, and who registered. */
public final class DeskEventPages implements Feature {

    private static final String PATH = "/organise/events/";

    private final SqlClient sql;
    private final Formats formats;
    private final Clock clock;

    /** @param sql the pool */
    public DeskEventPages(SqlClient sql, Formats formats, Clock clock) {
        this.sql = sql;
        this.formats = formats;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param statuses the ways to see a part of the list
     * @param cancelled how many took themselves off, or were
     * @param next the way to what follows in the list
     */
    record EventPage(
            DeskTop top,
            EventTop head,
            DeskRow event,
            int coming,
            int cancelled,
            List<DeskTop.Tab> statuses,
            List<DeskPerson> persons,
            Optional<String> next) {}

    /** What was read for it. */
    private record Read(
            EventTop head,
            Network network,
            List<Seats> seats,
            ParticipantStore.Count count,
            Listed<Participant> participants) {}

    @Override
    public void mount(Site site) {
        site.get(PATH + ":event/people", Staff.of(EventTarget.EVENT, Role.FACILITATOR), this::event);
    }

    private Future<Reply> event(Visit visit, Admitted<Event> admitted) {
        var status = visit.query("status").filter(DeskEventPages::known);
        return read(visit, admitted, status).map(read -> page(visit, admitted, status, read));
    }

    private static boolean known(String status) {
        return Arrays.stream(Registration.Status.values())
                .anyMatch(one -> one.code().equals(status));
    }

    private Future<Read> read(Visit visit, Admitted<Event> admitted, Optional<String> status) {
        var event = admitted.thing();
        var head = EventTop.read(sql, formats, event, admitted.caller(), visit, EventTop.Page.PEOPLE, clock.instant());
        var network = new NetworkStore(sql).find(event.network());
        var seats = new SeatStore(sql).of(List.of(event.id()));
        var count = new ParticipantStore(sql).count(event.id());
        var participants = new ParticipantStore(sql).list(event.id(), status, Paging.of(visit));
        return Future.all(head, network, seats, count, participants)
                .map(all -> new Read(
                        head.result(),
                        network.result().orElseThrow(() -> new NotFound("network")),
                        seats.result().getOrDefault(event.id(), List.of()),
                        count.result(),
                        participants.result()));
    }

    private Reply page(Visit visit, Admitted<Event> admitted, Optional<String> status, Read read) {
        var caller = admitted.caller();
        var event = admitted.thing();
        var words = Top.words(caller, visit);
        var own = PATH + event.slug() + "/people";
        var filtered = status.map(code -> own + "?status=" + code + "&").orElse(own + "?");
        var shown = new EventPage(
                Top.of(caller, visit),
                read.head(),
                row(event, read, words),
                read.count().coming(),
                read.count().cancelled(),
                statuses(own, status, words),
                read.participants().items().stream()
                        .map(person -> DeskPerson.of(person, event.zone(), words))
                        .toList(),
                read.participants().next().map(after -> filtered + "after=" + after));
        return Reply.page(Top.frame(caller, shown.event().facts().title()), "desk/event", shown)
                .personal();
    }

    private DeskRow row(Event event, Read read, Words words) {
        var facts = EventFacts.of(event, read.network(), formats.find(event.format()), words);
        var row = DeskRow.of(event, facts, read.seats(), words, clock.instant());
        return new DeskRow(facts, row.place(), row.past(), bound(event, read.seats(), words), row.mark());
    }

    private List<DeskSeats> bound(Event event, List<Seats> seats, Words words) {
        return seats.stream()
                .map(one -> one.attendance() == Attendance.ON_SITE
                        ? DeskSeats.of(one, words).bound(new SeatPlan(formats).onSite(event), words)
                        : DeskSeats.of(one, words))
                .toList();
    }

    private static List<DeskTop.Tab> statuses(String own, Optional<String> status, Words words) {
        var tabs = new ArrayList<DeskTop.Tab>();
        tabs.add(new DeskTop.Tab(words.say("desk.filter.all"), own, status.isEmpty()));
        for (var code : List.of("confirmed", "waitlisted", "offered", "cancelled")) {
            tabs.add(new DeskTop.Tab(
                    words.say("desk.filter." + code), own + "?status=" + code, status.equals(Optional.of(code))));
        }
        return tabs;
    }
}
