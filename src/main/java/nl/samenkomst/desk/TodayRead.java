package nl.samenkomst.desk;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.account.Caller;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventFilter;
import nl.samenkomst.event.EventStore;
import nl.samenkomst.event.SeatStore;
import nl.samenkomst.event.Seats;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.web.Listed;
import nl.samenkomst.kit.web.Paging;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.NetworkStore;

/**
 * All that the page of today shows, read at once.
 *
 * @param events what comes within two weeks
 * @param others the events that something waiting is about, whenever they are
 */
record TodayRead(
        ZoneId zone,
        Map<UUID, Network> networks,
        List<Event> events,
        Map<UUID, Event> others,
        Map<UUID, List<Seats>> seats,
        TodayStore.Beginning beginning,
        List<TodayStore.Waiting> waiting,
        List<HappeningStore.Happening> latest,
        List<HappeningStore.Day> days) {

    private static final ZoneId USUAL_ZONE = ZoneId.of("Europe/Amsterdam");
    private static final int EVENTS = 12;
    private static final int LATEST = 8;
    private static final Duration CHART = Duration.ofDays(13);

    static Future<TodayRead> of(SqlClient sql, Caller caller, Words words, Instant now, Duration ahead) {
        var mine = caller.organisation().id();
        var networks = new NetworkStore(sql).all().map(all -> all.stream()
                .filter(one -> one.organisation().equals(mine))
                .collect(Collectors.toMap(Network::id, Function.identity())));
        var events = new EventStore(sql)
                .list(EventFilter.of(mine).from(now).to(now.plus(ahead)), Paging.first(EVENTS), now)
                .map(Listed::items);
        var waiting = new TodayStore(sql).waiting(mine, now, now.plus(ahead));
        var beginning = new TodayStore(sql).beginning(mine);
        var language = words.locale().getLanguage();
        var latest = new HappeningStore(sql).latest(mine, language, now, LATEST);
        return Future.all(networks, events, waiting, beginning, latest)
                .compose(all -> more(
                        sql,
                        new TodayRead(
                                zone(networks.result()),
                                networks.result(),
                                events.result(),
                                Map.of(),
                                Map.of(),
                                beginning.result(),
                                waiting.result(),
                                latest.result(),
                                List.of()),
                        mine,
                        now));
    }

    /** What depends on what was read first. */
    private static Future<TodayRead> more(SqlClient sql, TodayRead read, UUID organisation, Instant now) {
        var about =
                read.waiting.stream().map(TodayStore.Waiting::event).distinct().toList();
        var others = new EventStore(sql).all(about);
        var seats = new SeatStore(sql)
                .of(Stream.concat(read.events.stream().map(Event::id), about.stream())
                        .distinct()
                        .toList());
        var days = new HappeningStore(sql).days(organisation, now.minus(CHART), now, read.zone.getId());
        return Future.all(others, seats, days)
                .map(all -> new TodayRead(
                        read.zone,
                        read.networks,
                        read.events,
                        others.result().stream().collect(Collectors.toMap(Event::id, Function.identity())),
                        seats.result(),
                        read.beginning,
                        read.waiting,
                        read.latest,
                        days.result()));
    }

    private static ZoneId zone(Map<UUID, Network> networks) {
        return networks.values().stream().findFirst().map(Network::zone).orElse(USUAL_ZONE);
    }
}
