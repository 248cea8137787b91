package nl.samenkomst.desk;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.samenkomst.account.Caller;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Staff;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventFacts;
import nl.samenkomst.event.EventFilter;
import nl.samenkomst.event.EventStore;
import nl.samenkomst.event.Formats;
import nl.samenkomst.event.SeatStore;
import nl.samenkomst.event.Seats;
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

/** The organisation's events for its staff: what comes, or what has been. */
public final class DeskPages implements Feature {

    static final String PATH = "/organise";

    private final SqlClient sql;
    private final Formats formats;
    private final Clock clock;

    /** @param sql the pool */
    public DeskPages(SqlClient sql, Formats formats, Clock clock) {
        this.sql = sql;
        this.formats = formats;
        this.clock = clock;
    }

    /**
     * The list.
     *
     * @param past whether it is of what has been, latest first, rather than of what comes
     * @param next the way to what follows in the list
     */
    record EventList(
            DeskTop top, boolean past, String comingHref, String pastHref, List<DeskRow> rows, Optional<String> next) {}

    /** What was read for it. */
    private record Read(Listed<Event> events, Map<UUID, List<Seats>> seats, Map<UUID, Network> networks) {}

    /** Where somebody finds the list of the organisation they work for now. */
    static String path(Caller caller) {
        return PATH + "?organisation=" + caller.organisation().slug();
    }

    @Override
    public void mount(Site site) {
        site.get("/organise", Staff.in(Role.FACILITATOR), this::list);
    }

    private Future<Reply> list(Visit visit, Caller caller) {
        var past = visit.query("show").equals(Optional.of("past"));
        var now = clock.instant();
        var all = EventFilter.of(caller.organisation().id());
        var filter = past ? all.to(now).latestFirst(true) : all.from(now);
        return new EventStore(sql)
                .list(filter, Paging.of(visit), now)
                .compose(this::read)
                .map(read -> page(visit, caller, past, rows(read, Top.words(caller, visit), now), read));
    }

    private Future<Read> read(Listed<Event> events) {
        var seats = new SeatStore(sql).of(events.items().stream().map(Event::id).toList());
        var networks = new NetworkStore(sql).all();
        return Future.all(seats, networks)
                .map(both -> new Read(
                        events,
                        seats.result(),
                        networks.result().stream().collect(Collectors.toMap(Network::id, Function.identity()))));
    }

    private List<DeskRow> rows(Read read, Words words, Instant now) {
        return read.events().items().stream()
                .map(event -> row(event, read, words, now))
                .toList();
    }

    private DeskRow row(Event event, Read read, Words words, Instant now) {
        var network = Optional.ofNullable(read.networks().get(event.network())).orElseThrow();
        var facts = EventFacts.of(event, network, formats.find(event.format()), words);
        return DeskRow.of(event, facts, read.seats().getOrDefault(event.id(), List.of()), words, now);
    }

    private static Reply page(Visit visit, Caller caller, boolean past, List<DeskRow> rows, Read read) {
        var coming = path(caller);
        var been = coming + "&show=past";
        var next = read.events().next().map(after -> (past ? been : coming) + "&after=" + after);
        var list = new EventList(Top.of(caller, visit), past, coming, been, rows, next);
        var title = Top.words(caller, visit).say("desk.events");
        return Reply.page(Top.frame(caller, title), "desk/events", list).personal();
    }
}
