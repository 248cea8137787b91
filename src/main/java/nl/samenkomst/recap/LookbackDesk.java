package nl.samenkomst.recap;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.account.Caller;
import nl.samenkomst.account.Role;
import nl.samenkomst.account.Staff;
import nl.samenkomst.account.Workspace;
import nl.samenkomst.event.Event;
import nl.samenkomst.event.EventFacts;
import nl.samenkomst.event.EventStore;
import nl.samenkomst.event.EventTop;
import nl.samenkomst.event.Formats;
import nl.samenkomst.kit.i18n.Words;
import nl.samenkomst.kit.rule.NotFound;
import nl.samenkomst.kit.web.DeskTop;
import nl.samenkomst.kit.web.Feature;
import nl.samenkomst.kit.web.Reply;
import nl.samenkomst.kit.web.Site;
import nl.samenkomst.kit.web.Visit;
import nl.samenkomst.network.Network;
import nl.samenkomst.network.NetworkStore;

/** What was held in the last year, and how far each gathering is: answers, quotes to look at, its recap; and the reviews of the years. */
public final class LookbackDesk implements Feature {

    private static final Duration YEAR = Duration.ofDays(365);

    private final SqlClient sql;
    private final Formats formats;
    private final Clock clock;

    /** @param sql the pool */
    public LookbackDesk(SqlClient sql, Formats formats, Clock clock) {
        this.sql = sql;
        this.formats = formats;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param tabs the networks, where there are several
     */
    record Page(DeskTop top, List<DeskTop.Tab> tabs, List<Line> lines, List<Reviews> reviews) {}

    /** One gathering, with the ways to its pages. */
    record Line(
            EventFacts facts,
            int answers,
            int quotes,
            int asked,
            String survey,
            String quotesPath,
            String recap,
            String state,
            String words) {}

    /** The years of one network. */
    record Reviews(String network, List<Year> years) {}

    record Year(int year, String path, boolean published) {}

    private record Read(
            Caller caller,
            Optional<Network> network,
            List<Network> networks,
            List<LookbackStore.Held> held,
            Map<UUID, Event> events,
            List<LookbackStore.Year> years) {}

    @Override
    public void mount(Site site) {
        site.get("/organise/lookback", Staff.in(Role.FACILITATOR), this::show);
    }

    private Future<Reply> show(Visit visit, Caller caller) {
        return new NetworkStore(sql)
                .all()
                .map(all -> all.stream()
                        .filter(network -> network.organisation()
                                .equals(caller.organisation().id()))
                        .toList())
                .compose(networks -> read(visit, caller, networks))
                .map(read -> page(visit, read));
    }

    private Future<Read> read(Visit visit, Caller caller, List<Network> networks) {
        var network = visit.query("network").filter(slug -> !slug.isEmpty()).map(slug -> networks.stream()
                .filter(one -> one.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new NotFound("network")));
        var now = clock.instant();
        var store = new LookbackStore(sql);
        var organisation = caller.organisation().id();
        var years = store.years(organisation, now);
        return store.held(organisation, network.map(Network::id), now.minus(YEAR), now)
                .compose(held -> Future.all(events(held), years)
                        .map(done -> new Read(caller, network, networks, held, done.resultAt(0), years.result())));
    }

    private Future<Map<UUID, Event>> events(List<LookbackStore.Held> held) {
        return new EventStore(sql)
                .all(held.stream().map(LookbackStore.Held::event).toList())
                .map(events -> events.stream().collect(Collectors.toMap(Event::id, Function.identity())));
    }

    private Reply page(Visit visit, Read read) {
        var words = Workspace.words(read.caller(), visit);
        var networks = read.networks().stream().collect(Collectors.toMap(Network::id, Function.identity()));
        var lines = read.held().stream()
                .flatMap(held -> Optional.ofNullable(read.events().get(held.event())).stream()
                        .map(event -> line(held, event, Objects.requireNonNull(networks.get(event.network())), words)))
                .toList();
        var shown = new Page(
                Workspace.top(read.caller(), visit, Workspace.Part.LOOKBACK), tabs(read, words), lines, reviews(read));
        return Reply.page(Workspace.frame(read.caller(), words.say("recap.lookback")), "recap/lookback", shown)
                .personal();
    }

    private static List<DeskTop.Tab> tabs(Read read, Words words) {
        if (read.networks().size() < 2) {
            return List.of();
        }
        var all = Workspace.Part.LOOKBACK.of(read.caller());
        var each = read.networks().stream()
                .map(network -> new DeskTop.Tab(
                        network.name(),
                        all + "&network=" + network.slug(),
                        read.network().equals(Optional.of(network))));
        var whole = new DeskTop.Tab(
                words.say("recap.lookback.all"), all, read.network().isEmpty());
        return Stream.concat(Stream.of(whole), each).toList();
    }

    private Line line(LookbackStore.Held held, Event event, Network network, Words words) {
        var state = held.state().name().toLowerCase(Locale.ROOT);
        return new Line(
                EventFacts.of(event, network, formats.find(event.format()), words),
                held.answers(),
                held.quotes(),
                held.asked(),
                EventTop.Page.SURVEY.of(event),
                EventTop.Page.QUOTES.of(event),
                EventTop.Page.RECAP.of(event),
                state,
                words.say("recap.lookback.state." + state));
    }

    private static List<Reviews> reviews(Read read) {
        return read.networks().stream()
                .filter(network -> read.network().map(network::equals).orElse(true))
                .map(network -> new Reviews(
                        network.name(),
                        read.years().stream()
                                .filter(year -> year.network().equals(network.id()))
                                .map(year -> new Year(
                                        year.year(),
                                        "/organise/networks/" + network.slug() + "/review/" + year.year(),
                                        year.published()))
                                .toList()))
                .filter(reviews -> !reviews.years().isEmpty())
                .toList();
    }
}
