package nl.samenkomst.event;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.samenkomst.account.Caller;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Staff;
import nl.samenkomst.account.Workspace;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.DeskTop;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Listed;
import nl.samenkomst.kit.web.Paging;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.NetworkStore;

/** The organisation's events for its staff: what comes, what has been, what is not yet public; narrowed by the address. */
public final class EventsDesk implements Feature {

    static final String PATH = "/organise/events";

    private final SqlClient sql;
    private final Formats formats;
    private final Clock clock;

    /** @param sql the pool */
    public EventsDesk(SqlClient sql, Formats formats, Clock clock) {
        this.sql = sql;
        this.formats = formats;
        this.clock = clock;
    }

    /**
     * The list.
     *
     * @param newHref the way to one more event, for who may plan one
     * @param next the way to what follows in the list
     */
    record EventList(
            DeskTop top,
            Optional<String> newHref,
            List<DeskTop.Tab> tabs,
            String current,
            boolean past,
            EventsWanted.Filter filter,
            List<DeskRow> rows,
            String none,
            Optional<String> next) {}

    /** What was read for it. */
    private record Read(Listed<Event> events, Map<UUID, List<Seats>> seats, Map<UUID, Network> networks) {}

    @Override
    public void mount(Site site) {
        site.get(PATH, Staff.in(Role.FACILITATOR), this::list);
    }

    private Future<Reply> list(Visit visit, Caller caller) {
        var home = caller.organisation().id();
        return new NetworkStore(sql).list(home, Paging.first(Paging.MOST)).compose(networks -> {
            var wanted = EventsWanted.of(visit, caller, networks.items());
            return new EventStore(sql)
                    .list(wanted.events(clock.instant()), Paging.of(visit), clock.instant())
                    .compose(this::read)
                    .map(read -> page(visit, caller, wanted, read));
        });
    }

    private Future<Read> read(Listed<Event> events) {
        var seats = new SeatStore(sql).of(events.items().stream().map(Event::id).toList());
        var networks = new NetworkStore(sql)
                .all(events.items().stream().map(Event::network).distinct().toList());
        return Future.all(seats, networks)
                .map(both -> new Read(
                        events,
                        seats.result(),
                        networks.result().stream().collect(Collectors.toMap(Network::id, Function.identity()))));
    }

    private Reply page(Visit visit, Caller caller, EventsWanted wanted, Read read) {
        var words = Workspace.words(caller, visit);
        var shown = new EventList(
                Workspace.top(caller, visit, Workspace.Part.EVENTS),
                Optional.of(PATH + "/new?organisation=" + caller.organisation().slug())
                        .filter(href -> caller.role().allows(Role.ORGANISER)),
                wanted.tabs(words),
                words.say("event.list." + wanted.show()),
                wanted.show().equals("past"),
                wanted.filter(formats.all(), words),
                read.events().items().stream()
                        .map(event -> row(event, read, words))
                        .toList(),
                words.say(wanted.narrowed() ? "event.list.none.narrowed" : "event.list.none." + wanted.show()),
                read.events().next().map(wanted::next));
        return Reply.page(Workspace.frame(caller, words.say("event.list")), "event/desk-list", shown)
                .personal();
    }

    private DeskRow row(Event event, Read read, Words words) {
        var network = Optional.ofNullable(read.networks().get(event.network())).orElseThrow();
        var facts = EventFacts.of(event, network, formats.find(event.format()), words);
        return DeskRow.of(event, facts, read.seats().getOrDefault(event.id(), List.of()), words, clock.instant());
    }
}
